"""What is in a workbook as it is written."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.making import ROOT
from tests.rubrics import MEAN, criterion, dimension, rubric, scale_data, study
from vfi.problems import UserError
from vfi.scoring import Scorecard, score
from vfi.study import Case, load_study
from vfi.workbook import workbook_bytes, workbook_path, write_workbook
from vfi.workbook.lines import LONGEST_FORMULA

EVIL = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x")')
THREE = (
    "import hashlib; from vfi.scoring import score; from vfi.study import load_study; "
    "from vfi.workbook import workbook_bytes; "
    "print(hashlib.sha256(workbook_bytes(score(load_study('domestic-abuse-duty-2025')))).hexdigest())"
)


@pytest.fixture(scope="module")
def duty() -> Scorecard:
    return score(load_study("domestic-abuse-duty-2025"))


@pytest.fixture(scope="module")
def book(duty: Scorecard, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return load_workbook(write_workbook(duty, tmp_path_factory.mktemp("book") / "duty.xlsx"))


def small(**more: Any) -> Scorecard:
    of = rubric([dimension("A", ["A1", "A2"])], **more)
    return score(study(of, {"L1": {"A1": "Good", "A2": "Poor"}, "L2": {"A1": "Good", "A2": None}}))


def test_there_is_a_sheet_for_each_question(book: Any) -> None:
    assert book.sheetnames == [
        *(
            "About",
            "Judgements",
            "Criteria",
            "Dimensions",
            "Overall",
            "Cases",
            "Rules",
            "Published",
        ),
        *("Levels", "Case workings"),
    ]


def test_every_judgement_offers_the_levels_and_insufficient_evidence(book: Any) -> None:
    sheet = book["Judgements"]
    ranges = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert len(ranges) == 13
    levels = ranges["C6:C24"]
    assert {levels} == set(ranges.values())
    name, cells = levels.split("!")
    offered = [row[0].value for row in book[name][cells.replace("$", "")]]
    assert offered == ["Poor", "Adequate", "Good", "Excellent", "Insufficient evidence"]


def test_ties_are_decided_on_whole_numbers_and_the_rule_stands_beside_in_words(book: Any) -> None:
    heads = {cell.value: cell.column_letter for cell in book["Overall"][5]}
    assert book["Overall"][f"{heads['Place']}6"].value == (
        "=IF(MIN({inputs})<=-3,MIN({inputs}),"
        "IF({enough}6=0,-1,(2*{sum}6>={over}6)+(2*{sum}6>=3*{over}6)+(2*{sum}6>=5*{over}6)))".format(
            inputs=f"${heads['Place of input 1']}6:${heads['Place of input 4']}6",
            enough=f"${heads['Enough evidence']}",
            sum=f"${heads['Numerator']}",
            over=f"${heads['Divisor']}",
        )
    )
    assert book["Overall"][f"{heads['Rule']}6"].value.startswith(
        "The mean of the ratings of the dimensions"
    )


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    criteria = [criterion("A1", title="=1+1", short="@SUM(1)"), criterion("A2")]
    of = rubric([dimension("A", criteria, title="+1")], title='=HYPERLINK("http://x")')
    given = study(of, {"L1": {"A1": "Good", "A2": "Poor"}})
    scorecard = score(replace(given, cases=(Case("L1", "-1"),)))
    written = load_workbook(write_workbook(scorecard, tmp_path / "evil.xlsx"))
    cells = [
        cell for sheet in written for row in sheet.iter_rows() for cell in row if cell.value in EVIL
    ]
    assert {cell.value for cell in cells} >= {"=1+1", "+1", "-1", "@SUM(1)"}
    assert {(cell.data_type, bool(cell.quotePrefix)) for cell in cells} == {("s", True)}


def test_the_same_study_gives_the_same_bytes_in_any_process(
    duty: Scorecard, tmp_path: Path
) -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", THREE],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for folder, seed, zone in ((tmp_path, "1", "UTC"), (ROOT, "2", "Asia/Tokyo"))
    ]
    assert printed[0] == printed[1]


def test_it_goes_into_the_build_folder_of_the_study(duty: Scorecard) -> None:
    assert workbook_path(duty).parts[-3:] == (
        "domestic-abuse-duty-2025",
        "build",
        "domestic-abuse-duty-2025.xlsx",
    )


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.xlsx"):
        write_workbook(small(), tmp_path / "out.ods")


def test_numbers_that_a_spreadsheet_no_longer_tells_apart_are_refused_by_name() -> None:
    levels = scale_data(
        (("Poor", "1/9999991"), ("Adequate", "1/8888869"), ("Good", 1), ("Excellent", 2))
    )
    with pytest.raises(
        UserError, match=r"cannot hold A1: its rule \(mean, of ratings\).*above 100000000000000"
    ):
        workbook_bytes(small(scale=levels))


def test_a_rule_with_too_many_rows_is_refused_by_name() -> None:
    row = {"rating": "Good", "when": [{"exactly": 0}]}
    step = {"rule": "counting", "missing": "exclude", "rows": [row] * 251, "otherwise": "Poor"}
    with pytest.raises(UserError, match="cannot hold overall: its counting has 251 rows"):
        workbook_bytes(small(synthesis={"criterion": MEAN, "dimension": MEAN, "overall": step}))


def test_a_formula_that_is_too_long_is_refused_by_name() -> None:
    row = {"rating": "Good", "when": [{"exactly": 0}] * 40}
    step = {"rule": "counting", "missing": "exclude", "rows": [row] * 40, "otherwise": "Poor"}
    with pytest.raises(
        UserError, match=rf"cannot hold overall: .* spreadsheet takes {LONGEST_FORMULA}"
    ):
        workbook_bytes(small(synthesis={"criterion": MEAN, "dimension": MEAN, "overall": step}))


def test_a_grid_with_a_gap_is_refused() -> None:
    of = rubric([dimension("A", ["A1", "A2"])])
    with pytest.raises(UserError, match="none is there for A2 of L1"):
        workbook_bytes(score(study(of, {"L1": {"A1": "Good"}})))


def test_a_value_that_four_decimals_would_put_on_a_threshold_shows_more(tmp_path: Path) -> None:
    weighted = {
        "rule": "weighted mean",
        "ties": "up",
        "missing": "exclude",
        "weights": {"A1": 50001, "A2": 49999},
    }
    of = rubric(
        [dimension("A", ["A1", "A2"])],
        synthesis={"criterion": MEAN, "dimension": weighted, "overall": MEAN},
    )
    scored = score(study(of, {"L1": {"A1": "Adequate", "A2": "Good"}}))
    sheet = load_workbook(write_workbook(scored, tmp_path / "close.xlsx"))["Dimensions"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.number_format == "0.0000"]
    rules = [
        rule
        for formats in sheet.conditional_formatting
        if formats.sqref == cell.coordinate
        for rule in formats.rules
    ]
    (close,) = [rule for rule in rules if rule.dxf.numFmt is not None]
    assert close.dxf.numFmt.formatCode == "0.0000##########"
    assert (
        f"AND(ROUND({cell.coordinate},4)=ROUND(3/2,4),ABS({cell.coordinate}-3/2)>1E-13)"
        in close.formula[0]
    )
