from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.making import ROOT, SHIPPED_STUDY, make_study

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


def test_claims_of_the_shipped_study(vfi: Vfi) -> None:
    ran = vfi("audit", "claims", SHIPPED_STUDY)
    assert ran.code == 1
    assert "here 3% and 52%; 57% is printed" in " ".join(ran.out.split())
    assert "Cannot hold together with" in ran.out
    document = json.loads(vfi("audit", "claims", SHIPPED_STUDY, "--format", "json").out)
    assert (
        document["schema"],
        document["counts"]["does not follow"],
        document["contradicted"],
    ) == (
        "vfi.claims/1",
        1,
        8,
    )


def test_claims_that_hold(vfi: Vfi, tmp_path: Path) -> None:
    claims = "id,where,sentence,kind,level,relation,value\nC1,p,Two branches,size,cases,is,2\n"
    ran = vfi("audit", "claims", make_study(tmp_path, {"claims.csv": claims}), "--format", "csv")
    assert ran.code == 0
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(ran.out))] == ["true"]


def test_a_study_without_claims(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("audit", "claims", make_study(tmp_path))
    assert (ran.code, ran.out) == (0, "branches: no claims (the study has no claims.csv)\n")


def test_check_tells_of_claims(vfi: Vfi, tmp_path: Path) -> None:
    assert "59 claims" in vfi("check", SHIPPED_STUDY).out
    study = make_study(tmp_path, {"claims.csv": "id,where,sentence,kind\nC1,p,s,guess\n"})
    ran = vfi("check", study)
    assert ran.code == 1
    assert "claims.csv:2: kind:" in ran.out


def test_a_wrong_row_of_claims_stops_the_audit_of_claims_and_no_score(
    vfi: Vfi, tmp_path: Path
) -> None:
    study = make_study(tmp_path, {"claims.csv": "id,where,sentence,kind\nC1,p,s,guess\n"})
    ran = vfi("audit", "claims", study)
    assert ran.code == 2
    assert "claims.csv:2: kind:" in ran.err
    assert vfi("score", study).code == 0
