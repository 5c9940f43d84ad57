"""Whether every cell that a person may type into is read as something: a sentence on every sheet
with ratings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from vfi.workbook.expressions import text
from vfi.workbook.plan import FIRST_ROW, BookPlan
from vfi.workbook.sheets import FAILURES, JUDGEMENTS

if TYPE_CHECKING:
    from vfi.workbook.styles import Styles

CHECK_ROW = FIRST_ROW - 3
SOUND = {
    JUDGEMENTS: "Every judgement is a level or insufficient evidence.",
    FAILURES: "Every failure indicator is recorded or empty.",
}
WRONG = {JUDGEMENTS: "not a level", FAILURES: "neither Recorded nor empty"}


def write_count(sheet: Any, plan: BookPlan, name: str, styles: Styles) -> None:
    """How many cells of a sheet that a person types into are not read as anything."""
    number = plan.unread(name)
    columns = plan.judged_columns if name == JUDGEMENTS else plan.failure_columns
    size = text(f" of {len(columns) * len(plan.case_rows)} cells ")
    what = text(f" {WRONG[name]} (red on the sheet {name}), and no rating that rests on ")
    one, several = f"{text('is')}&{what}&{text('it')}", f"{text('are')}&{what}&{text('them')}"
    wrong = f"{number}&{size}&IF({number}=1,{one},{several})&{text(' is worked out.')}"
    _write(sheet, CHECK_ROW, 0, f"=IF({number}=0,{text(SOUND[name])},{wrong})", SOUND[name], styles)


def write_check(
    sheet: Any,
    plan: BookPlan,
    styles: Styles,
    row: int = CHECK_ROW,
    column: int = 0,
    style: str = "check",
) -> None:
    """The same on another sheet."""
    judgements = f"{JUDGEMENTS}!{xl_rowcol_to_cell(CHECK_ROW, 0, True, True)}"
    formula = judgements
    if plan.failure_columns:
        failures = f"{FAILURES}!{xl_rowcol_to_cell(CHECK_ROW, 0, True, True)}"
        formula = f"IF({plan.unread(FAILURES)}>0,{failures},{judgements})"
    _write(sheet, row, column, f"={formula}", SOUND[JUDGEMENTS], styles, style)


def _write(
    sheet: Any,
    row: int,
    column: int,
    formula: str,
    cached: str,
    styles: Styles,
    style: str = "check",
) -> None:
    sheet.write_formula(row, column, formula, styles.named(style), cached)
    cell = xl_rowcol_to_cell(row, column, True, True)
    styles.redden(sheet, (row, column, row, column), f'=LEFT({cell},5)<>"Every"', words=True)
