"""A study scored again with judgements changed: `vfi robustness --apply`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ran
from tests.making import ROOT, SHIPPED_STUDY
from vfi.cli.robustness import what_if

Vfi = Callable[..., Ran]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    data = json.loads(
        (ROOT / "schemas" / "vfi.robustness-1.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def test_a_witness_can_be_scored_again(vfi: Vfi) -> None:
    ran = vfi("robustness", SHIPPED_STUDY, "--apply", "overall:down")
    words = squeezed(ran.out)
    assert ran.code == 0
    assert "3 judgements changed" in words
    assert "LA06 E1.2 Excellent Good" in words
    assert "3 of 18 ratings over all local authorities changed" in words
    assert "none of 339 ratings of single local authorities changed" in words
    assert "all overall Good Adequate" in words


def test_a_change_that_only_moves_a_case_is_told(vfi: Vfi, tmp_path: Path) -> None:
    """LA01 is Good, Good, Adequate on E1; with Poor for the first it is Adequate (the evaluation,
    Table 6.1).
    """
    file = tmp_path / "changes.csv"
    file.write_text("case,criterion,from,to\nLA01,E1.1,Good,Poor\n", encoding="utf-8")
    words = squeezed(vfi("robustness", SHIPPED_STUDY, "--apply", file).out)
    assert "none of 18 ratings over all local authorities changed" in words
    assert "1 of 341 ratings of single local authorities changed" in words
    assert "LA01 E1 Economy Good Adequate" in words
    found = json.loads(vfi("robustness", SHIPPED_STUDY, "--apply", file, "--format", "json").out)
    moved = [rating for rating in found["case_ratings"] if rating["before"] != rating["after"]]
    assert moved == [{"case": "LA01", "id": "E1", "before": "Good", "after": "Adequate"}]


def test_changes_in_json_fit_their_schema(vfi: Vfi) -> None:
    data = json.loads((ROOT / "schemas" / "vfi.what-if-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(data)
    call = ("robustness", SHIPPED_STUDY, "--apply", "overall:down", "--format", "json")
    Draft202012Validator(data).validate(json.loads(vfi(*call).out))


def test_of_many_changed_ratings_the_first_are_shown(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(what_if, "MOST_ROWS", 2)
    assert (
        "and 1 more; --format json lists all of them"
        in vfi("robustness", SHIPPED_STUDY, "--apply", "E1:down").out
    )


def test_changes_of_a_file_are_applied(vfi: Vfi, tmp_path: Path) -> None:
    file = tmp_path / "changes.csv"
    vfi("robustness", SHIPPED_STUDY, "--apply", "E3.5:down", "--output", file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert [(row["criterion"], row["from"], row["to"]) for row in rows] == [
        ("E3.5", "Good", "Adequate")
    ]
    found = json.loads(vfi("robustness", SHIPPED_STUDY, "--apply", file, "--format", "json").out)
    assert {"id": "E3.5", "before": "Good", "after": "Adequate"} in found["ratings"]
    assert sum(one["before"] != one["after"] for one in found["ratings"]) == 1
