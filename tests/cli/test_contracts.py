"""The JSON that other programs read, against its published schemas."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ran
from tests.making import (
    FILES,
    FULL_FILES,
    FULL_RUBRIC,
    ROOT,
    RUBRIC,
    SHIPPED_RUBRIC,
    SHIPPED_STUDY,
    changed,
    make_rubric,
    make_study,
)

Vfi = Callable[..., Ran]


def validator(name: str, version: int | str = 1) -> Draft202012Validator:
    schema = json.loads(
        (ROOT / "schemas" / f"vfi.{name}-{version}.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


SCORECARD = validator("scorecard", 2)
PROBLEMS = validator("problems")


TAKES_SCORES = """\
  dimension: {rule: mean, ties: up, missing: exclude}
  overall: {rule: mean, of: scores, ties: up, missing: exclude}
"""
FIGURES = "table,row,printed,of\nT,Total,58,\nT,A,99%,Total\nT,B,about 4,\nT,C,5%,\n"
COMMANDS: dict[str, list[str]] = {
    "vfi.scorecard-2": ["score branches", "score branches --perspective all"],
    "vfi.explanation-1": [
        *("explain branches overall", "explain branches A", "explain branches A.1"),
        *("explain branches overall --case N", "explain branches A.1 --case N"),
    ],
    "vfi.problems-1": ["check branches", "rubric check library", "rubric check library scores"],
    "vfi.audit-1": ["audit branches"],
    "vfi.audit-rules-1": [f"audit rules {SHIPPED_STUDY}"],
    "vfi.claims-1": ["audit claims branches", f"audit claims {SHIPPED_STUDY}"],
    "vfi.figures-1": ["audit figures table.csv"],
    "vfi.robustness-1": ["robustness branches", "robustness branches --only flips,bounds"],
    "vfi.what-if-1": ["robustness branches --apply B.1:down"],
    "vfi.studies-1": ["studies"],
    "vfi.rubrics-1": ["rubrics"],
    "vfi.rubric-shown-1": ["rubric show library", f"rubric show {SHIPPED_RUBRIC}"],
    "vfi.rubric-table-1": ["rubric table library A", "rubric table library A.1 --missing"],
    "vfi.rubric-score-table-1": ["rubric table scores overall --missing"],
    "vfi.rubric-diff-1": [
        *("rubric diff library scores", "rubric diff library scores --study branches"),
    ],
    "vfi.verification-1": ["verify branches.zip", "verify folder"],
}


@pytest.fixture
def everything(vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A study, two rubrics, a table of figures, a bundle and a folder that is none."""
    monkeypatch.chdir(tmp_path)
    make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    text = changed(RUBRIC, "id: library", "id: scores")
    make_rubric(tmp_path / "rubrics", text[: text.index("  dimension:")] + TAKES_SCORES, "scores")
    Path("table.csv").write_text(FIGURES)
    Path("folder").mkdir()
    Path("folder/versions.json").write_text("{}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_output_fits_its_schema(vfi: Vfi, everything: None, name: str) -> None:
    if name == "vfi.verification-1":
        assert vfi("bundle", "branches", "-o", "branches.zip").code == 0
    for command in COMMANDS[name]:
        ran = vfi(*command.split(), "--format", "json")
        assert ran.code in (0, 1), ran.err
        validator(*name.removeprefix("vfi.").rsplit("-", 1)).validate(json.loads(ran.out))


def test_every_schema_is_of_some_output() -> None:
    names = {path.name for path in (ROOT / "schemas").iterdir()} - {"vfi.rubric-1.schema.json"}
    assert names == {f"{name}.schema.json" for name in COMMANDS}


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"published.csv": None},
        {
            "published.csv": changed(
                FILES["published.csv"], "overall,High,Annual review", "overall,Low,"
            )
        },
        {
            "judgements.csv": changed(
                FILES["judgements.csv"], "N,B.1,Low", "N,B.1,Insufficient evidence"
            )
        },
        {
            "judgements.csv": FILES["judgements.csv"]
            .replace("Low", "Insufficient evidence")
            .replace("Middle", "Insufficient evidence")
            .replace("High", "Insufficient evidence")
        },
    ],
    ids=[
        "plain",
        "nothing published",
        "a difference",
        "a case without a rating",
        "no rating at all",
    ],
)
def test_scorecards_of_small_studies(
    vfi: Vfi, tmp_path: Path, files: dict[str, str | None]
) -> None:
    SCORECARD.validate(
        json.loads(vfi("score", make_study(tmp_path, files), "--format", "json").out)
    )


def test_scorecard_of_the_shipped_study(vfi: Vfi) -> None:
    SCORECARD.validate(json.loads(vfi("score", SHIPPED_STUDY, "--format", "json").out))


@pytest.fixture
def full_scorecard(vfi: Vfi, tmp_path: Path) -> dict[str, Any]:
    folder = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    document: dict[str, Any] = json.loads(
        vfi("score", folder, "--perspective", "all", "--format", "json").out
    )
    return document


def test_scorecard_with_some_of_everything(full_scorecard: dict[str, Any]) -> None:
    SCORECARD.validate(full_scorecard)
    overall, (north, south) = full_scorecard["overall"], full_scorecard["cases"]
    assert (overall["rating"], overall["before"], overall["determined"]["level"]) == (
        "Low",
        "Middle",
        "Middle",
    )
    assert [
        (hurdle["id"], hurdle["triggered"], hurdle["lowered"]) for hurdle in overall["hurdles"]
    ] == [
        ("hours", True, True),
        ("stock", False, False),
    ]
    assert [node["id"] for node in north["criteria"]] == ["A.1", "A.2"]
    assert (south["levels"]["A.1"], south["criteria"][0]["rating"]) == ("Middle", "Low")
    assert [level["name"] for level in full_scorecard["rubric"]["scales"]["answers"]] == [
        "No",
        "Yes",
    ]
    assert [
        (one["proposed"], one["judged"], one["departs"]) for one in full_scorecard["indicators"]
    ] == [
        ("Middle", "Low", True),
        (None, "High", False),
    ]
    under = {one["id"]: one["overall"] for one in full_scorecard["perspectives"]}
    assert {name: (node["state"], node["value"]) for name, node in under.items()} == {
        "readers": ("undetermined", None),
        "office": ("undetermined", "4"),
    }


@pytest.mark.parametrize(
    ("step", "state", "judged"),
    [
        ("{rule: mean, ties: up, missing: {as: Low}}", "rated", 0),
        ("{rule: worst, missing: {as: High}}", "rated", 0),
        ("{rule: mean, ties: up, missing: exclude}", "insufficient evidence", 0),
        (
            "{rule: mean, ties: up, missing: exclude, minimum_coverage: 3/4}",
            "insufficient evidence",
            1,
        ),
        (
            "{rule: counting, missing: exclude, rows: [{rating: High, when: [{at_least: 9}]}]}",
            "undetermined",
            1,
        ),
    ],
)
def test_scorecard_of_a_criterion_that_little_is_known_of(
    vfi: Vfi, tmp_path: Path, step: str, state: str, judged: int
) -> None:
    rubric = changed(
        RUBRIC, "criterion: {rule: mean, ties: up, missing: exclude}", f"criterion: {step}"
    )
    judgements = changed(FILES["judgements.csv"], "S,B.1,High", "S,B.1,Insufficient evidence")
    if not judged:
        judgements = changed(judgements, "N,B.1,Low", "N,B.1,Insufficient evidence")
    folder = make_study(tmp_path, {"judgements.csv": judgements, "published.csv": None}, rubric)
    document = json.loads(vfi("score", folder, "--format", "json").out)
    SCORECARD.validate(document)
    node = document["criteria"][2]
    assert (node["id"], node["state"], node["judged"]) == ("B.1", state, judged)


def test_scorecard_of_dimensions_that_are_all_judged_directly(vfi: Vfi, tmp_path: Path) -> None:
    lines = RUBRIC.splitlines(keepends=True)
    start, end = lines.index("dimensions:\n"), lines.index("synthesis:\n")
    standard = "{text: So, provenance: {kind: proposed, source: handbook, passage: page 1}}"
    dimension = f"""\
  - id: A
    title: Access
    question: Can people reach it?
    standards: {{Low: {standard}, Middle: {standard}, High: {standard}}}
"""
    rubric = "".join([*lines[: start + 1], dimension, *lines[end:]])
    judgements = "case,criterion,level\nN,A,High\nS,A,Insufficient evidence\n"
    folder = make_study(tmp_path, {"judgements.csv": judgements, "published.csv": None}, rubric)
    document = json.loads(vfi("score", folder, "--format", "json").out)
    SCORECARD.validate(document)
    assert (document["criteria"], document["dimensions"][0]["rating"]) == ([], "High")
    assert "Access" in vfi("score", folder).out


@pytest.mark.parametrize(
    "break_it",
    [
        lambda document: without(document, "perspectives"),
        lambda document: without(document, "indicators"),
        lambda document: without(document, "rubric", "scales"),
        lambda document: without(document, "cases", 0, "criteria"),
        lambda document: without(document, "overall", "state"),
        lambda document: without(document, "overall", "reason"),
        lambda document: without(document, "overall", "before"),
        lambda document: without(document, "overall", "hurdles"),
        lambda document: without(document, "overall", "determined"),
        lambda document: without(document, "overall", "determined", "who"),
        lambda document: without(document, "overall", "hurdles", 0, "findings"),
        lambda document: without(document, "indicators", 0, "source"),
        lambda document: without(document, "perspectives", 0, "reason"),
        lambda document: with_value(document, "x", "overall", "hurdles", 0, "remark"),
        lambda document: with_value(document, "x", "overall", "determined", "remark"),
        lambda document: with_value(document, "x", "indicators", 0, "remark"),
        lambda document: with_value(document, "x", "perspectives", 0, "remark"),
        lambda document: with_value(document, "x", "perspectives", 0, "overall", "remark"),
        lambda document: with_value(document, [], "rubric", "scales", "answers"),
        lambda document: with_value(document, "Low", "overall", "state"),
        lambda document: with_value(document, "undetermined", "overall", "state"),
        lambda document: with_value(document, "insufficient evidence", "overall", "state"),
        lambda document: with_value(document, None, "overall", "before"),
        lambda document: with_value(document, "why", "overall", "reason"),
        lambda document: with_value(document, "firm", "overall", "hurdles", 0, "kind"),
        lambda document: with_value(document, False, "overall", "hurdles", 0, "triggered"),
        lambda document: with_value(document, None, "overall", "hurdles", 0, "after"),
        lambda document: with_value(document, None, "overall", "hurdles", 0, "before"),
        lambda document: with_value(document, "in March", "overall", "determined", "date"),
        lambda document: with_value(document, "", "overall", "determined", "reason"),
        lambda document: with_value(document, 2.5, "indicators", 0, "value"),
        lambda document: with_value(document, "", "indicators", 0, "reason"),
        lambda document: with_value(document, None, "indicators", 0, "proposed"),
        lambda document: with_value(document, True, "indicators", 1, "departs"),
        lambda document: with_value(document, "rated", "perspectives", 0, "overall", "state"),
        lambda document: with_value(document, "Low", "perspectives", 0, "overall", "rating"),
        lambda document: with_value(document, "", "perspectives", 0, "overall", "reason"),
        lambda document: with_value(document, "5", "perspectives", 0, "overall", "value"),
        lambda document: with_value(document, None, "perspectives", 1, "overall", "decimal"),
        lambda document: with_value(document, [], "perspectives", 0, "dimensions"),
    ],
)
def test_broken_part_of_the_language_is_refused(
    full_scorecard: dict[str, Any], break_it: Callable[[Any], Any]
) -> None:
    assert not SCORECARD.is_valid(break_it(copy.deepcopy(full_scorecard)))


@pytest.fixture
def scorecard(vfi: Vfi, tmp_path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        vfi("score", make_study(tmp_path), "--format", "json").out
    )
    return document


def without(document: Any, *path: str | int) -> Any:
    del at(document, path[:-1])[path[-1]]
    return document


def with_value(document: Any, value: object, *path: str | int) -> Any:
    at(document, path[:-1])[path[-1]] = value
    return document


def at(document: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        document = document[part]
    return document


@pytest.mark.parametrize(
    "break_it",
    [
        lambda document: without(document, "schema"),
        lambda document: without(document, "overall"),
        lambda document: without(document, "rubric", "sha256"),
        lambda document: without(document, "criteria", 0, "counts"),
        lambda document: without(document, "cases", 1, "dimensions", 0, "missing"),
        lambda document: with_value(document, "vfi.scorecard/1", "schema"),
        lambda document: with_value(document, "x", "remark"),
        lambda document: with_value(document, "x", "overall", "remark"),
        lambda document: with_value(document, "x", "study", "remark"),
        lambda document: with_value(document, 1.5, "overall", "value"),
        lambda document: with_value(document, "1.5", "overall", "value"),
        lambda document: with_value(document, "3/0", "overall", "value"),
        lambda document: with_value(document, None, "overall", "value"),
        lambda document: with_value(document, None, "overall", "rating"),
        lambda document: with_value(document, -1, "overall", "missing"),
        lambda document: with_value(document, 0, "cases", 0, "overall", "judged"),
        lambda document: with_value(document, "abc", "rubric", "sha256"),
        lambda document: with_value(document, "abc", "study", "files", "cases.csv"),
        lambda document: with_value(document, {}, "criteria", 0, "counts"),
        lambda document: with_value(document, 2, "cases", 0, "levels", "A.1"),
        lambda document: with_value(document, {"value": "3/2"}, "overall", "thresholds", "lower"),
        lambda document: with_value(document, [], "dimensions"),
    ],
)
def test_broken_scorecard_is_refused(
    scorecard: dict[str, Any], break_it: Callable[[Any], Any]
) -> None:
    SCORECARD.validate(scorecard)
    assert not SCORECARD.is_valid(break_it(copy.deepcopy(scorecard)))


def test_problems(vfi: Vfi, tmp_path: Path) -> None:
    PROBLEMS.validate(json.loads(vfi("check", SHIPPED_STUDY, "--format", "json").out))
    files = {"study.yaml": "title: [", "cases.csv": None, "judgements.csv": "case;level\n"}
    document = json.loads(vfi("check", make_study(tmp_path, files), "--format", "json").out)
    PROBLEMS.validate(document)
    assert document["errors"] == len(document["problems"]) >= 3
    breaks: list[Callable[[Any], Any]] = [
        lambda broken: without(broken, "errors"),
        lambda broken: without(broken, "problems", 0, "line"),
        lambda broken: with_value(broken, "x", "remark"),
        lambda broken: with_value(broken, 0, "problems", 0, "line"),
        lambda broken: with_value(broken, "fatal", "problems", 0, "severity"),
        lambda broken: with_value(broken, "", "problems", 0, "found"),
        lambda broken: with_value(broken, "x", "problems", 0, "remark"),
    ]
    for break_it in breaks:
        assert not PROBLEMS.is_valid(break_it(copy.deepcopy(document)))
