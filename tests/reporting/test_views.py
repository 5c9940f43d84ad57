from __future__ import annotations

import pytest

from tests import rubrics
from tests.making import rubric_of, study_of
from vfi.palette import palette
from vfi.reporting.views import case_rows, node_view, rated, scale_view
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

RUBRIC = rubric_of([2])
MISSING = {"text": "Insufficient evidence", "code": "–", "class": "missing"}


def scorecard() -> Scorecard:
    return score(
        study_of(RUBRIC, {"a": {"D1.1": "L3", "D1.2": None}, "b": {"D1.1": "L0", "D1.2": None}})
    )


def test_level_comes_with_its_code_and_the_class_of_its_place() -> None:
    assert rated("L2", RUBRIC.scale) == {"text": "L2", "code": "L2", "class": "level-4-2"}


@pytest.mark.parametrize("level", [None, "Insufficient evidence"])
def test_insufficient_evidence_is_never_shown_as_a_level(level: str | None) -> None:
    assert rated(level, RUBRIC.scale) == MISSING


def test_levels_come_lowest_first_with_their_colours() -> None:
    swatches = palette(4)
    levels = scale_view(RUBRIC.scale)["levels"]
    assert [level["text"] for level in levels] == ["L0", "L1", "L2", "L3"]
    assert [(level["background"], level["ink"]) for level in levels] == [
        (s.background, s.text) for s in swatches
    ]


def test_node_comes_with_its_numbers() -> None:
    view = node_view(scorecard().node("D1.1"), scorecard())
    assert view["rating"]["text"] == "L2"
    assert (view["score"], view["exact"], view["sum"], view["counted"]) == ("1.50", "3/2", "3", 2)
    assert (view["judged"], view["missing"], view["total"]) == (2, 0, 2)
    assert [count["count"] for count in view["counts"]] == [1, 0, 0, 1]
    assert (view["above_lower"], view["below_upper"]) == ("0.00", "1.00")


def test_node_without_a_judged_case_has_no_numbers_and_no_rating() -> None:
    view = node_view(scorecard().node("D1.2"), scorecard())
    assert view["rating"] == MISSING
    assert (view["score"], view["exact"], view["counted"], view["thresholds"]) == ("–", "–", 0, [])
    assert (view["judged"], view["missing"], view["total"]) == (0, 2, 2)
    assert (view["above_lower"], view["below_upper"]) == ("", "")


def test_top_and_bottom_have_a_threshold_on_one_side_only() -> None:
    scored = score(study_of(RUBRIC, {"a": {"D1.1": "L3", "D1.2": "L0"}}))
    top, bottom = (node_view(scored.node(node), scored) for node in ("D1.1", "D1.2"))
    assert (top["above_lower"], top["below_upper"]) == ("0.50", "")
    assert (bottom["above_lower"], bottom["below_upper"]) == ("", "0.50")


def test_rows_hold_each_case_and_its_levels_in_the_order_asked_for() -> None:
    rows = case_rows(scorecard(), ["D1.2", "D1.1"])
    assert [row["id"] for row in rows] == ["a", "b"]
    assert [[cell["text"] for cell in row["cells"]] for row in rows] == [
        ["Insufficient evidence", "L3"],
        ["Insufficient evidence", "L0"],
    ]


def test_insufficient_evidence_that_counts_as_a_level_is_in_the_sum_and_told() -> None:
    rubric = rubrics.rubric(
        [rubrics.dimension("A", ["A.1"])],
        synthesis={
            "criterion": rubrics.MEAN | {"missing": {"as": "Poor"}},
            "dimension": rubrics.MEAN,
            "overall": rubrics.MEAN,
        },
    )
    scored = score(study_of(rubric, {"a": {"A.1": "Good"}, "b": {"A.1": None}}))
    view = node_view(scored.node("A.1"), scored)
    assert (view["sum"], view["counted"], view["quotient"]) == ("2", 2, "2/2")
    assert view["basis"] == "Score 1.00 from 2 cases, 1 without a level counted as Poor"
    assert (view["judged"], view["missing"]) == (1, 1)


@pytest.mark.parametrize(
    ("step", "score_shown", "quotient"),
    [
        ({"rule": "median", "ties": "up"}, "2.00", ""),
        ({"rule": "worst"}, "–", ""),
        ({"rule": "best"}, "–", ""),
        ({"rule": "mode", "ties": "up"}, "–", ""),
        ({"rule": "bands", "on": "sum", "bands": [{"rating": "Good", "from": 0}]}, "6.00", ""),
        ({"rule": "bands", "on": "mean", "bands": [{"rating": "Good", "from": 0}]}, "2.00", "6/3"),
    ],
)
def test_only_a_rule_that_reckons_has_a_score_and_only_a_mean_a_quotient(
    step: dict[str, object], score_shown: str, quotient: str
) -> None:
    rubric = rubrics.rubric(
        [rubrics.dimension("A", ["A.1"])],
        synthesis={
            "criterion": {"missing": "exclude", **step},
            "dimension": rubrics.MEAN,
            "overall": rubrics.MEAN,
        },
    )
    scored = score(study_of(rubric, {case: {"A.1": "Good"} for case in "abc"}))
    view = node_view(scored.node("A.1"), scored)
    assert (view["score"], view["quotient"]) == (score_shown, quotient)
    assert view["rating"]["text"] == "Good"
