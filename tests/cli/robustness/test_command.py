"""`vfi robustness` as documents for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ran
from tests.deep import make_deep_study
from tests.making import ROOT, SHIPPED_STUDY, make_study

Vfi = Callable[..., Ran]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    data = json.loads(
        (ROOT / "schemas" / "vfi.robustness-1.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def _objects_in(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _objects_in(one)]
    if not isinstance(part, dict):
        return []
    below = [found for one in part.values() for found in _objects_in(one)]
    return [part, *below] if part.get("type") == "object" and "properties" in part else below


def test_json_fits_its_schema(vfi: Vfi, schema: Draft202012Validator, tmp_path: Path) -> None:
    for study in (SHIPPED_STUDY, make_study(tmp_path)):
        document = json.loads(vfi("robustness", study, "--format", "json").out)
        schema.validate(document)
    overall = document["nodes"][-1]
    assert overall["id"] == "overall"
    assert set(overall) >= {"flips", "bounds", "rules", "uncertainty", "bootstrap", "weights"}


def test_the_schema_is_strict_and_describes_every_field(schema: Draft202012Validator) -> None:
    for part in _objects_in(schema.schema):
        assert part["additionalProperties"] is False
        for field in part["properties"].values():
            assert "description" in field or "$ref" in field


def test_json_has_the_flips_in_the_published_form(vfi: Vfi) -> None:
    document = json.loads(
        vfi("robustness", SHIPPED_STUDY, "--only", "flips", "--format", "json").out
    )
    assert "leave_out" not in document
    down = document["nodes"][-1]["flips"]["down"]
    assert (down["to"], down["steps"], down["judgements"], down["exact"]) == (
        "Adequate",
        3,
        1,
        True,
    )
    assert down["witness"][0] == {
        "case": "LA06",
        "criterion": "E1.2",
        "from": "Excellent",
        "to": "Good",
    }


def test_csv_has_a_row_for_each_result(vfi: Vfi) -> None:
    rows = list(
        csv.DictReader(vfi("robustness", SHIPPED_STUDY, "--format", "csv").out.splitlines())
    )
    flip = next(
        one
        for one in rows
        if (one["node"], one["question"], one["of"]) == ("overall", "flip down", "steps")
    )
    assert (flip["result"], flip["number"], flip["exact"]) == ("Adequate", "3", "yes")
    assert {row["question"] for row in rows} >= {
        "bounds",
        "leave-out",
        "rules",
        "uncertainty",
        "bootstrap",
        "ties",
    }


def test_the_same_call_prints_the_same_bytes(vfi: Vfi) -> None:
    call = (
        "robustness",
        SHIPPED_STUDY,
        "--only",
        "uncertainty,bootstrap",
        "--draws",
        "500",
        "--format",
        "json",
    )
    assert vfi(*call).out == vfi(*call).out
    assert vfi(*call).out != vfi(*call, "--seed", "7").out


def test_every_question_is_answered_for_a_group_between(
    vfi: Vfi, tmp_path: Path, schema: Draft202012Validator
) -> None:
    study = make_deep_study(tmp_path)
    ran = vfi("robustness", study, "--node", "S1")
    assert (ran.code, ran.err) == (0, "")
    assert "S1 Group S1 is Adequate" in ran.out
    document = json.loads(vfi("robustness", study, "--format", "json").out)
    schema.validate(document)
    applied = " ".join(vfi("robustness", study, "--apply", "S1:down").out.split())
    assert "Case Evidence category From To" in applied
    assert "all S1 Group S1 Adequate Poor" in applied
