from __future__ import annotations

from pathlib import Path
from typing import Any

from tests import rubrics
from tests.making import FULL_FILES, FULL_RUBRIC, make_study, rubric_of, study_of
from vfi import compare, load_study, score
from vfi.scoring.document import (
    node_document,
    scorecard_document,
    scorecard_rows,
)
from vfi.scoring.perspectives import score_perspectives


def test_fractions_are_text_with_a_decimal_beside_them() -> None:
    scorecard = score(
        study_of(rubric_of([1]), {"a": {"D1.1": "L1"}, "b": {"D1.1": "L1"}, "c": {"D1.1": "L2"}})
    )
    assert node_document(scorecard.node("D1.1")) == {
        "id": "D1.1",
        "title": "Criterion 1",
        "rating": "L1",
        "value": "4/3",
        "decimal": 4 / 3,
        "judged": 3,
        "missing": 0,
        "counts": {"L0": 0, "L1": 2, "L2": 1, "L3": 0},
        "thresholds": {
            "lower": {"value": "1/2", "included": True},
            "upper": {"value": "3/2", "included": False},
        },
        "state": "rated",
        "reason": "",
        "before": "L1",
        "hurdles": [],
        "determined": None,
    }


def test_node_without_evidence_has_nulls() -> None:
    node = node_document(score(study_of(rubric_of([1]), {"a": {"D1.1": None}})).overall)
    assert (node["rating"], node["value"], node["decimal"], node["thresholds"]) == (
        None,
        None,
        None,
        None,
    )
    assert (node["judged"], node["missing"]) == (0, 1)
    assert (node["state"], node["before"]) == ("insufficient evidence", None)
    assert node["reason"] == "nothing below this node has a level"


def test_document_names_what_it_was_made_from(tmp_path: Path) -> None:
    study = load_study(make_study(tmp_path))
    document = scorecard_document(score(study))
    assert document["schema"] == "vfi.scorecard/2"
    assert document["rubric"]["sha256"] == study.rubric.sha256
    assert document["study"]["files"] == dict(study.digests)
    assert "published" not in document


def test_document_holds_the_comparison(tmp_path: Path) -> None:
    scorecard = score(
        load_study(
            make_study(tmp_path, {"published.csv": "node,rating,source\nA,Low,Review\nB,Middle,\n"})
        )
    )
    assert scorecard_document(scorecard, compare(scorecard))["published"] == {
        "compared": 2,
        "equal": 1,
        "differences": [{"id": "A", "published": "Low", "computed": "High", "source": "Review"}],
    }


def test_rows_have_one_line_a_node(tmp_path: Path) -> None:
    header, *rows = scorecard_rows(score(load_study(make_study(tmp_path))))
    assert header == (
        *(
            "case",
            "id",
            "kind",
            "title",
            "rating",
            "decimal",
            "numerator",
            "denominator",
            "judged",
            "missing",
        ),
        *("Low", "Middle", "High"),
        *("state", "before", "hurdles", "determined", "perspective"),
    )
    assert [row[:2] for row in rows] == [
        *[("", node) for node in ("A.1", "A.2", "A", "B.1", "B", "overall")],
        *[("N", node) for node in ("A", "B", "overall")],
        *[("S", node) for node in ("A", "B", "overall")],
    ]
    assert rows[0][2:] == (
        *("criterion", "Opening hours", "High", "1.500000", "3", "2", "2", "0", "0", "1", "1"),
        *("rated", "High", "", "", ""),
    )


def test_hurdles_and_determinations_of_a_case_are_written_out(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path, FULL_FILES, FULL_RUBRIC)))
    document: Any = scorecard_document(scorecard)
    first, second = document["cases"]
    assert [node["id"] for node in first["criteria"]] == ["A.1", "A.2"]
    assert first["criteria"][1]["determined"]["level"] == "High"
    assert [node["id"] for node in second["criteria"]] == ["A.1"]
    (closed,) = second["criteria"][0]["hurdles"]
    assert (closed["id"], closed["lowered"], closed["before"], closed["after"]) == (
        "closed",
        True,
        "Middle",
        "Low",
    )
    assert document["overall"]["determined"]["level"] == "Middle"
    rows = {(row[0], row[1]): row for row in scorecard_rows(scorecard)[1:]}
    assert rows["", "A.1"][-3:] == ("closed", "", "")
    assert rows["", "overall"][-2:] == ("Middle", "")


def test_perspectives_are_written_out_with_their_name(tmp_path: Path) -> None:
    study = load_study(make_study(tmp_path, FULL_FILES, FULL_RUBRIC))
    perspectives = score_perspectives(study, ["all"])
    rows = scorecard_rows(score(study), perspectives)[1:]
    assert {row[-1] for row in rows} == {"", "readers", "office"}
    assert len(rows) == 3 * sum(row[-1] == "" for row in rows)
    assert [
        one["id"] for one in scorecard_document(score(study), None, perspectives)["perspectives"]
    ] == [
        "readers",
        "office",
    ]


def test_a_row_counts_none_at_the_levels_of_other_scales() -> None:
    of = rubrics.rubric(
        [rubrics.dimension("A", ["A1"])], scales={"presence": rubrics.scale_data(rubrics.TWO)}
    )
    header, *rows = scorecard_rows(score(rubrics.study(of, {"N": {"A1": "Good"}})))
    first = dict(zip(header, rows[0], strict=True))
    assert (first["id"], first["Good"], first["Poor"], first["Present"]) == ("A1", "1", "0", "0")


def test_groups_between_criteria_and_dimensions_are_written_out_where_there_are_any() -> None:
    step = {"rule": "mean", "ties": "up", "missing": "exclude"}
    theme = {**rubrics.dimension("T", ["T1"]), "title": "Theme"}
    deep = rubrics.rubric(
        [rubrics.dimension("A", groups=[theme])],
        tiers=["criterion", "theme", "dimension"],
        synthesis=dict.fromkeys(("criterion", "theme", "dimension", "overall"), step),
        perspectives=[{"id": "p", "title": "P", "reason": "R", "nodes": {"T": step}}],
    )
    of = rubrics.study(deep, {"K": {"T1": "Good"}})
    document = score(of).to_dict(score_perspectives(of, ["p"]))
    (case,), (perspective,) = document["cases"], document["perspectives"]
    for part in (document, case, perspective):
        assert [(node["id"], node["rating"]) for node in part["groups"]] == [("T", "Good")]
    flat = rubrics.study(rubrics.rubric([rubrics.dimension("A")]), {"K": {"A": "Good"}})
    assert "groups" not in score(flat).to_dict()
