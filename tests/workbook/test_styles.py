from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from tests.rubrics import MEAN, criterion, dimension, rubric, study
from vfi.scoring.scorecard import score
from vfi.study.models import Case
from vfi.workbook.book import write_workbook

EVIL = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x")')


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
