"""The JSON that other programs read, against its published schemas."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ran
from tests.making import FILES, ROOT, SHIPPED_STUDY, changed, make_study

Vfi = Callable[..., Ran]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / f"vfi.{name}-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


SCORECARD = validator("scorecard")
PROBLEMS = validator("problems")


def objects_in(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object" or "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects_in(part)


@pytest.mark.parametrize("schema", [SCORECARD.schema, PROBLEMS.schema], ids=["scorecard", "problems"])
def test_schemas_are_strict_and_describe_every_field(schema: dict[str, Any]) -> None:
    described = [part for part in objects_in(schema) if "description" in part and part.get("type") == "object"]
    assert described
    for part in described:
        assert "additionalProperties" in part
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), name


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"published.csv": None},
        {"published.csv": changed(FILES["published.csv"], "overall,High,Annual review", "overall,Low,")},
        {"judgements.csv": changed(FILES["judgements.csv"], "N,B.1,Low", "N,B.1,Insufficient evidence")},
        {
            "judgements.csv": FILES["judgements.csv"]
            .replace("Low", "Insufficient evidence")
            .replace("Middle", "Insufficient evidence")
            .replace("High", "Insufficient evidence")
        },
    ],
    ids=["plain", "nothing published", "a difference", "a case without a rating", "no rating at all"],
)
def test_scorecards_of_small_studies(vfi: Vfi, tmp_path: Path, files: dict[str, str | None]) -> None:
    SCORECARD.validate(json.loads(vfi("score", make_study(tmp_path, files), "--format", "json").out))


def test_scorecard_of_the_shipped_study(vfi: Vfi) -> None:
    SCORECARD.validate(json.loads(vfi("score", SHIPPED_STUDY, "--format", "json").out))


@pytest.fixture
def scorecard(vfi: Vfi, tmp_path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(vfi("score", make_study(tmp_path), "--format", "json").out)
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
        lambda document: with_value(document, "vfi.scorecard/2", "schema"),
        lambda document: with_value(document, "x", "remark"),
        lambda document: with_value(document, "x", "overall", "remark"),
        lambda document: with_value(document, "x", "study", "remark"),
        lambda document: with_value(document, 1.5, "overall", "value"),
        lambda document: with_value(document, "1.5", "overall", "value"),
        lambda document: with_value(document, "3/0", "overall", "value"),
        lambda document: with_value(document, None, "overall", "value"),
        lambda document: with_value(document, None, "overall", "rating"),
        lambda document: with_value(document, -1, "overall", "missing"),
        lambda document: with_value(document, 0, "overall", "judged"),
        lambda document: with_value(document, "abc", "rubric", "sha256"),
        lambda document: with_value(document, "abc", "study", "files", "cases.csv"),
        lambda document: with_value(document, {}, "criteria", 0, "counts"),
        lambda document: with_value(document, 2, "cases", 0, "levels", "A.1"),
        lambda document: with_value(document, {"value": "3/2"}, "overall", "thresholds", "lower"),
        lambda document: with_value(document, [], "dimensions"),
    ],
)
def test_broken_scorecard_is_refused(scorecard: dict[str, Any], break_it: Callable[[Any], Any]) -> None:
    SCORECARD.validate(scorecard)
    assert not SCORECARD.is_valid(break_it(copy.deepcopy(scorecard)))


def test_problems(vfi: Vfi, tmp_path: Path) -> None:
    PROBLEMS.validate(json.loads(vfi("check", SHIPPED_STUDY, "--format", "json").out))
    files = {"study.yaml": "title: [", "cases.csv": None, "judgements.csv": "case;level\n"}
    document = json.loads(vfi("check", make_study(tmp_path, files), "--format", "json").out)
    PROBLEMS.validate(document)
    assert document["errors"] == len(document["problems"]) >= 3
    for break_it in (
        lambda broken: without(broken, "errors"),
        lambda broken: without(broken, "problems", 0, "line"),
        lambda broken: with_value(broken, "x", "remark"),
        lambda broken: with_value(broken, 0, "problems", 0, "line"),
        lambda broken: with_value(broken, "fatal", "problems", 0, "severity"),
        lambda broken: with_value(broken, "", "problems", 0, "found"),
        lambda broken: with_value(broken, "x", "problems", 0, "remark"),
    ):
        assert not PROBLEMS.is_valid(break_it(copy.deepcopy(document)))
