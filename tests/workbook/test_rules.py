from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.rubrics import MEAN, dimension, rubric, scale_data, study
from tests.workbook.changing import moved
from tests.workbook.making import small
from tests.workbook.recalculating import (
    change,
    needs_libreoffice,
    ratings,
    recalculated,
    values,
)
from vfi.problems import UserError
from vfi.scoring.scorecard import score
from vfi.workbook.book import workbook_bytes, write_workbook

SCORES = {"of": "scores", "missing": "exclude"}


@needs_libreoffice
def test_numbers_that_grow_too_large_after_a_change_are_shown_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vfi.workbook.rules.LIMIT", 100)
    mean = {"rule": "mean", "ties": "up", **SCORES}
    capped = {
        "id": "h",
        "title": "H",
        "reason": "r",
        "kind": "soft",
        "cap": "Poor",
        "node": "overall",
    }
    rules = rubric(
        [dimension("A", ["A1", "A2"])],
        synthesis={"criterion": MEAN, "dimension": mean, "overall": mean},
        hurdles=[{**capped, "when": [{"node": "A", "at": "Good"}]}],
    )
    before = study(rules, {f"L{number}": {"A1": "Good", "A2": "Good"} for number in range(5)})
    levels: dict[str, list[str | None]] = {
        "A1": ["Good", "Good", "Good", "Poor", "Poor"],
        "A2": [None, "Good", "Poor", "Good", "Good"],
    }
    after = study(rules, {f"L{n}": {name: of[n] for name, of in levels.items()} for n in range(5)})
    written = write_workbook(score(before), tmp_path / "written.xlsx")
    change(written, tmp_path / "changed.xlsx", moved(before, after))
    shown = ratings(
        score(after), values(recalculated([tmp_path / "changed.xlsx"], tmp_path)["changed.xlsx"])
    )
    assert shown[(None, "A1")][0] == "Adequate"
    assert {shown[(None, name)][0] for name in ("A", "overall")} == {"Beyond exact arithmetic"}


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


def test_numbers_that_a_spreadsheet_no_longer_tells_apart_are_refused_by_name() -> None:
    levels = scale_data(
        (("Poor", "1/9999991"), ("Adequate", "1/8888869"), ("Good", 1), ("Excellent", 2))
    )
    with pytest.raises(
        UserError, match=r"cannot hold A1: its rule \(mean, of ratings\).*above 100000000000000"
    ):
        workbook_bytes(small(scale=levels))
