from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.rubrics import dimension, rubric, study
from tests.workbook.making import cached, small
from vfi.scoring.scorecard import score
from vfi.workbook.book import write_workbook


def test_only_what_may_be_typed_is_open_and_it_is_text(tmp_path: Path) -> None:
    rules = rubric(
        [dimension("A", ["A1", "A2"])],
        failure_indicators=[{"id": "f", "title": "F", "meaning": "m"}],
    )
    written = load_workbook(
        write_workbook(score(study(rules, {"L0": {"A1": "Good", "A2": None}})), tmp_path / "x.xlsx")
    )
    opened = {
        (sheet.title, cell.coordinate): cell.number_format
        for sheet in written
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert opened == {("Judgements", "C6"): "@", ("Judgements", "D6"): "@", ("Failures", "C6"): "@"}
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in written)
    assert len(written["Judgements"].data_validations.dataValidation) == 2


def test_every_judgement_offers_the_levels_and_insufficient_evidence(book: Any) -> None:
    sheet = book["Judgements"]
    ranges = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert len(ranges) == 13
    levels = ranges["C6:C24"]
    assert {levels} == set(ranges.values())
    name, cells = levels.split("!")
    offered = [row[0].value for row in book[name][cells.replace("$", "")]]
    assert offered == ["Poor", "Adequate", "Good", "Excellent", "Insufficient evidence"]


def test_each_case_has_its_own_ratings_and_how_many_judgements_it_has() -> None:
    sheet = cached(small())["Cases"]
    assert [cell.value for cell in sheet[5]] == [
        "Id",
        "Name",
        "Dimension A",
        "Overall",
        "of 2 judgements",
        "of the judgements",
    ]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)] == [
        ["L1", "Case L1", "Adequate", "Adequate", 2, 0],
        ["L2", "Case L2", "Good", "Good", 1, 0],
    ]


def test_judgements_stand_as_levels_beside_the_places_that_they_are_read_as() -> None:
    sheet = cached(small())["Judgements"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)] == [
        ["L1", "Case L1", "Good", "Poor", None, 2, 0],
        ["L2", "Case L2", "Good", "Insufficient evidence", None, 2, -1],
    ]
