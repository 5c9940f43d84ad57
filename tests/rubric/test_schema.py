"""The JSON Schema is that of the models, and says of real files what the loader says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.inspection.checks.making import HEAD, rubric_text
from tests.making import make_rubric
from vfi.inputs.yaml import parse_yaml
from vfi.problems import Problems
from vfi.rubric.loading import load_rubric
from vfi.rubric.schema import rubric_schema
from vfi.rubric.starting import starting_text

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schemas" / "vfi.rubric-1.schema.json"
SHIPPED = sorted((ROOT / "rubrics").glob("*/rubric.yaml"))
VALIDATOR = Draft202012Validator(rubric_schema())


def data_of(text: str) -> Any:
    document = parse_yaml(text, "rubric.yaml", Problems())
    assert document is not None
    return document.data


def test_committed_schema_is_fresh() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == rubric_schema(), (
        "run: vfi rubric schema -o " + str(SCHEMA)
    )


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(rubric_schema())


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.parent.name)
def test_shipped_rubrics_are_valid(file: Path) -> None:
    assert not list(VALIDATOR.iter_errors(data_of(file.read_text(encoding="utf-8"))))


HURDLE = "{id: h, title: H, reason: R, kind: hard, node: A, when: [{node: A1, at: Low}]}"
TABLE = (
    "{rule: table, missing: exclude, rows: [{rating: Top, when: {A: [High, Top], B: {at_or_above: "
    "High}}}]}"
)


STATEMENT = "{id: S, title: S, question: Q, criteria: [{id: C, title: C, meaning: M}]}"
DEEP = f"""
tiers: [evidence, {{id: statement, title: quality statement}}, {{id: theme, plural: themes}}]
dimensions:
  - {{id: T, title: T, question: Q, groups: [{{id: G, title: G, question: Q}}, {STATEMENT}]}}
  - {{id: U, title: U, question: Q}}
synthesis:
  evidence: {{rule: mean, ties: up, missing: exclude}}
  statement: {{rule: mean, of: scores, ties: up, missing: exclude}}
  theme: {{rule: worst, missing: exclude}}
  overall: {{rule: best, missing: exclude}}
perspectives:
  - {{id: p, title: P, reason: R, synthesis: {{theme: {{rule: best, missing: exclude}}}}}}
"""


def test_a_deep_rubric_that_loads_is_valid(tmp_path: Path) -> None:
    folder = make_rubric(tmp_path, HEAD + DEEP)
    assert load_rubric(folder).kinds["G"] == "statement"
    assert not list(VALIDATOR.iter_errors(data_of(HEAD + DEEP)))


@pytest.mark.parametrize(
    "text",
    [
        starting_text("library"),
        rubric_text(2, 2, end=f"hurdles: [{HURDLE}]"),
        rubric_text(
            1,
            2,
            overall="{rule: weighted mean, ties: up, missing: exclude, weights: {A: 1/3, B: 0.5}}",
        ),
        rubric_text(
            1,
            2,
            overall="{rule: mode, ties: {towards: Low}, missing: {as: Low}, minimum_coverage: 3/4}",
        ),
        rubric_text(1, 2, overall=TABLE),
    ],
)
def test_sound_rubrics_are_valid(text: str) -> None:
    assert not list(VALIDATOR.iter_errors(data_of(text)))


def without(key: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.pop(key)


def with_(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.update({key: value})


WORST = {"rule": "worst", "missing": "exclude"}
GROUP = {"id": "G", "title": "G", "question": "Q"}


@pytest.mark.parametrize(
    "change",
    [
        without("synthesis"),
        without("scale"),
        with_("schema", "vfi.rubric/2"),
        with_("version", 1.0),
        with_("id", "two words"),
        with_("title", "  "),
        with_("colour", "red"),
        with_("dimensions", []),
        with_("locked", "last spring"),
        with_("scale", {"levels": [{"name": "a", "value": "one", "meaning": "m"}] * 2}),
        with_("scale", {"levels": [{"name": "a", "value": "1/0", "meaning": "m"}] * 2}),
        with_("hurdles", [{"id": "h"}]),
        with_("synthesis", {"criterion": {"rule": "average"}}),
        with_("synthesis", {"overall": {"rule": "average"}}),
        with_("synthesis", {"criterion": WORST, "dimension": WORST}),
        with_("synthesis", {"overall": WORST, "two words": WORST}),
        with_("tiers", []),
        with_("tiers", "criterion"),
        with_("tiers", ["criterion", 2]),
        with_("tiers", ["criterion", "two words"]),
        with_("tiers", [{"title": "criterion"}]),
        with_("tiers", [{"id": "criterion", "plurals": "criteria"}]),
        with_("tiers", [f"tier{number}" for number in range(21)]),
        with_("groups", []),
        with_("dimensions", [GROUP | {"groups": [GROUP | {"groups": [GROUP | {"depth": 3}]}]}]),
        with_("dimensions", [GROUP | {"groups": [{"id": "C", "title": "C", "meaning": "M"}]}]),
        with_("dimensions", [GROUP | {"criteria": [GROUP]}]),
    ],
)
def test_broken_rubrics_are_not(change: Callable[[dict[str, Any]], None]) -> None:
    data = data_of(rubric_text())
    change(data)
    assert list(VALIDATOR.iter_errors(data))


def test_an_editor_is_offered_the_steps_of_the_usual_tiers() -> None:
    synthesis = rubric_schema()["properties"]["synthesis"]
    assert list(synthesis["properties"]) == ["criterion", "dimension", "overall"]
    assert synthesis["required"] == ["overall"]
    (of_perspective, _) = rubric_schema()["$defs"]["Perspective"]["properties"]["synthesis"][
        "anyOf"
    ]
    assert of_perspective["properties"] == synthesis["properties"]
    assert "required" not in of_perspective


def test_properties_say_what_they_are() -> None:
    hurdle = rubric_schema()["$defs"]["Hurdle"]["properties"]
    assert hurdle["cap"]["description"] == "the highest level that a soft hurdle leaves possible."
