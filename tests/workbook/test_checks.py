from __future__ import annotations

import pytest

from tests.workbook.making import cached, formulas, small

FAILURE = [{"id": "f", "title": "F", "meaning": "m"}]
SOUND = "Every judgement is a level or insufficient evidence."


@pytest.mark.parametrize("sheet", ["Judgements", "Criteria", "Dimensions", "Overall", "Cases"])
def test_every_sheet_with_ratings_says_that_all_judgements_are_read(sheet: str) -> None:
    assert cached(small())[sheet]["A3"].value == SOUND


def test_the_sentence_counts_the_cells_that_are_not_read_as_anything() -> None:
    book = formulas(small())
    counted = book["Judgements"]["A3"].value
    assert counted.startswith("=IF(COUNTIF(Judgements!$F$6:$G$7,-4)=0,")
    assert '" of 4 cells "' in counted
    assert book["Overall"]["A3"].value == "=Judgements!$A$3"


def test_failures_that_are_not_read_go_first() -> None:
    book = formulas(small(failure_indicators=FAILURE))
    assert book["Failures"]["A3"].value.endswith('" is worked out.")')
    assert book["Overall"]["A3"].value == (
        "=IF(COUNTIF(Failures!$E$6:$E$7,-4)>0,Failures!$A$3,Judgements!$A$3)"
    )
