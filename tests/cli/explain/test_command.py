"""`vfi explain` as documents for programs, and calls that are wrong."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FILES, SHIPPED_STUDY, changed, make_study

Vfi = Callable[..., Ran]


def test_json_can_be_redone_with_a_pencil(vfi: Vfi) -> None:
    document = json.loads(vfi("explain", SHIPPED_STUDY, "E1.2", "--format", "json").out)
    values = [Fraction(entry["value"]) for entry in document["inputs"]]
    assert sum(values) == Fraction(document["sum"]) == 31
    assert Fraction(document["sum"]) / document["counted"] == Fraction(document["value"])
    assert (document["rating"], document["excluded"]) == ("Good", [])


def test_csv(vfi: Vfi, tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    rows = list(csv.DictReader(vfi("explain", folder, "A.2", "--format", "csv").out.splitlines()))
    one = {"decimal": "1.000000", "numerator": "1", "denominator": "1"}
    assert rows == [
        {"node": "A.2", "input": "N", "level": "Middle", **one, "counted": "yes"},
        {
            "node": "A.2",
            "input": "S",
            "level": "Insufficient evidence",
            **dict.fromkeys(one, ""),
            "counted": "no",
        },
    ]


def test_reason_that_looks_like_a_formula_is_neutralised_in_csv(vfi: Vfi, tmp_path: Path) -> None:
    judgements = changed(FILES["judgements.csv"], "Open until nine", "=1+1")
    folder = make_study(tmp_path, {"judgements.csv": judgements})
    (row,) = csv.DictReader(
        vfi("explain", folder, "A.1", "--case", "N", "--format", "csv").out.splitlines()
    )
    assert row["reason"] == "'=1+1"


def test_output(vfi: Vfi, tmp_path: Path) -> None:
    assert vfi("explain", SHIPPED_STUDY, "E1", "-o", tmp_path / "why.txt") == Ran(0, "", "")
    written = (tmp_path / "why.txt").read_text(encoding="utf-8")
    assert written.split() == vfi("explain", SHIPPED_STUDY, "E1").out.split()
    assert max(map(len, written.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments",
    [["E9"], ["E1", "--case", "LA99"], ["E1.1", "--case", "LA99"], ["E9", "--case", "LA01"]],
)
def test_unknown_node_or_case_exits_2(vfi: Vfi, arguments: list[str]) -> None:
    ran = vfi("explain", SHIPPED_STUDY, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "known are" in ran.err
