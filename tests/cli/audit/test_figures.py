from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.making import ROOT

Vfi = Callable[..., Any]
TABLES = ROOT / "tests" / "audit" / "tables"
SOUND, FAULTY = TABLES / "volunteers-2017.csv", TABLES / "unsupported-households-2022.csv"
ROUNDED = TABLES / "idva-coverage-2017.csv"


def test_a_sound_table(vfi: Vfi) -> None:
    ran = vfi("audit", "figures", SOUND)
    assert (ran.code, ran.err) == (0, "")
    assert "22 figures in 1 table" in ran.out
    assert ran.out.startswith("0 faults, 0 explained by rounding, 0 not checkable.\n")


def test_a_table_with_faults(vfi: Vfi) -> None:
    ran = vfi("audit", "figures", FAULTY)
    assert ran.code == 1
    words = " ".join(ran.out.split())
    assert f"F1 {FAULTY}:6 Reasons: Other" in words
    assert "Off by -0.93 points." in words
    assert "Off by +100." in words
    assert "paragraph 39" in words


@pytest.mark.parametrize(
    ("rows", "off"),
    [
        ('All,"1,000,000",\nA,33.33333%,All\n', "Off by +0.00003 points."),
        ("All,10,\nA,1 (11%),All\n", "Off by +1 point."),
        ("All,10,\nA,1 (9%),All\n", "Off by -1 point."),
    ],
)
def test_a_difference_is_never_printed_as_none(
    vfi: Vfi, tmp_path: Path, rows: str, off: str
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"row,printed,of\n{rows}", encoding="utf-8")
    words = " ".join(vfi("audit", "figures", table).out.split())
    assert off in words
    assert "1 fault, 0 explained by rounding, 0 not checkable." in words


def test_rounding_is_no_fault_unless_strict(vfi: Vfi) -> None:
    assert vfi("audit", "figures", ROUNDED).code == 0
    assert vfi("audit", "figures", ROUNDED, "--strict").code == 1


def test_rounding_can_be_stated(vfi: Vfi) -> None:
    table = TABLES / "those-who-harm-2023.csv"
    assert vfi("audit", "figures", table).code == 0
    assert vfi("audit", "figures", table, "--rounding", "half-even").code == 1


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_figures_for_programs(vfi: Vfi, tmp_path: Path, format_: str) -> None:
    output = tmp_path / f"found.{format_}"
    assert vfi("audit", "figures", FAULTY, "-o", output).code == 1
    text = output.read_text(encoding="utf-8")
    found = (
        json.loads(text)["findings"]
        if format_ == "json"
        else list(csv.DictReader(io.StringIO(text)))
    )
    assert [(entry["id"], entry["follows"]) for entry in found] == [("F1", "34%"), ("F2", "3,229")]


def test_bad_input_is_told_at_once(vfi: Vfi, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("row,printed,of\nA,about 4,\nB,5%,C\n", encoding="utf-8")
    ran = vfi("audit", "figures", table)
    assert (ran.code, ran.out) == (2, "")
    assert f"{table}:2: warning: printed:" in ran.err
    assert f"{table}:3: of:" in ran.err
