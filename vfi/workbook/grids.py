"""The sheets that list cases: their judgements, the failures recorded for them, and their own
ratings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from vfi.numbers import count_of
from vfi.scoring.words import rule_of_node
from vfi.synthesis.scale import INSUFFICIENT
from vfi.workbook.checks import CHECK_ROW, write_check, write_count
from vfi.workbook.expressions import INSUFFICIENT_PLACE, UNREAD_PLACE
from vfi.workbook.plan import FIRST_COLUMN, FIRST_ROW, BookPlan
from vfi.workbook.readings import RECORDED, failure_reading, judgement_reading
from vfi.workbook.sheets import FAILURES, JUDGEMENTS

if TYPE_CHECKING:
    from vfi.workbook.styles import Styles

WIDTH = 15
ROW_HEIGHT = 18


def write_judgements(
    sheet: Any, plan: BookPlan, sources: dict[tuple[str, ...], str], styles: Styles
) -> None:
    """The judgements, each a cell that offers the levels to choose from.

    Args:
        sheet: the sheet.
        plan: where everything stands.
        sources: for the names of a scale, the cells that list them.
        styles: how cells look.
    """
    _cases(sheet, plan, styles)
    rubric, last = plan.rubric, FIRST_ROW + len(plan.case_rows) - 1
    for judged, column in plan.judged_columns.items():
        scale = rubric.judgement_scale(judged)
        _column_head(sheet, column, judged, rubric.judged[judged].label, styles)
        for case in plan.scorecard.cases:
            level = case.levels.get(judged) or INSUFFICIENT
            row, reading = plan.case_rows[case.id], plan.reading_columns[judged]
            styles.put(sheet, row, column, level, "editable")
            formula = f"={judgement_reading(xl_rowcol_to_cell(row, column), scale)}"
            place = scale.positions.get(level, INSUFFICIENT_PLACE)
            sheet.write_formula(row, reading, formula, styles.named("working"), place)
        area = (FIRST_ROW, column, last, column)
        sheet.data_validation(*area, _choice(f"={sources[scale.names]}", f"A level for {judged}"))
        styles.colour_readings(
            sheet, area, xl_rowcol_to_cell(FIRST_ROW, plan.reading_columns[judged]), scale
        )
    _readings_heads(sheet, plan.reading_columns, styles)
    write_count(sheet, plan, JUDGEMENTS, styles)
    _finish(sheet, last, FIRST_COLUMN + len(plan.judged_columns) - 1)


def write_failures(sheet: Any, plan: BookPlan, styles: Styles) -> None:
    """The failure indicators that are recorded for cases."""
    _cases(sheet, plan, styles)
    recorded = {(failure.case, failure.failure) for failure in plan.scorecard.study.failures}
    last = FIRST_ROW + len(plan.case_rows) - 1
    for indicator in plan.rubric.failure_indicators:
        column = plan.failure_columns[indicator.id]
        _column_head(sheet, column, indicator.id, indicator.title, styles)
        for case, row in plan.case_rows.items():
            is_recorded = (case, indicator.id) in recorded
            styles.put(sheet, row, column, RECORDED if is_recorded else "", "editable")
            formula = f"={failure_reading(xl_rowcol_to_cell(row, column))}"
            reading = plan.failure_reading_columns[indicator.id]
            sheet.write_formula(row, reading, formula, styles.named("working"), int(is_recorded))
        area = (FIRST_ROW, column, last, column)
        sheet.data_validation(*area, _choice([RECORDED], "Recorded, or empty"))
        first = xl_rowcol_to_cell(FIRST_ROW, plan.failure_reading_columns[indicator.id])
        styles.redden(sheet, area, f"={first}={UNREAD_PLACE}")
    _readings_heads(sheet, plan.failure_reading_columns, styles)
    write_count(sheet, plan, FAILURES, styles)
    _finish(sheet, last, FIRST_COLUMN + len(plan.failure_columns) - 1)


def write_cases(sheet: Any, plan: BookPlan, styles: Styles) -> None:
    """Each case's own ratings, by the same rules."""
    _cases(sheet, plan, styles)
    last = FIRST_ROW + len(plan.case_rows) - 1
    nodes = [
        node
        for node in plan.rubric.node_ids
        if node not in {one.id for one in plan.rubric.criteria}
    ]
    for column, name in enumerate(nodes, start=FIRST_COLUMN):
        _column_head(sheet, column, name, plan.node(None, name).title, styles)
        styles.put(sheet, FIRST_ROW - 3, column, _rule_of_case(plan, name), "rule")
        for case, row in plan.case_rows.items():
            line = plan.lines[(case, name)]
            sheet.write_formula(
                row, column, f"={line.there('rating')}", styles.named("level"), line.node.result
            )
        area = (FIRST_ROW, column, last, column)
        case_scale = plan.node(next(iter(plan.case_rows)), name).scale
        styles.colour_levels(sheet, area, xl_rowcol_to_cell(FIRST_ROW, column), case_scale)
    _counts(sheet, plan, FIRST_COLUMN + len(nodes), styles)
    sheet.merge_range(CHECK_ROW, 0, CHECK_ROW, 1, "", styles.named("check wrapped"))
    write_check(sheet, plan, styles, style="check wrapped")
    longest = max(len(_rule_of_case(plan, name)) for name in nodes)
    sheet.set_row(FIRST_ROW - 3, min(400, 12 * (longest // 18 + 1)))
    _finish(sheet, last, FIRST_COLUMN + len(nodes) + 1)


def _rule_of_case(plan: BookPlan, name: str) -> str:
    if name in plan.rubric.judged:
        return "The judgement of the case itself."
    return rule_of_node(plan.rubric, name, of_case=True)


def _counts(sheet: Any, plan: BookPlan, column: int, styles: Styles) -> None:
    """How many judgements of each case have a level, and how many are no level."""
    _column_head(
        sheet, column, "judged", f"of {count_of(len(plan.judged_columns), 'judgement')}", styles
    )
    _column_head(sheet, column + 1, "no level", "of the judgements", styles)
    for case in plan.scorecard.cases:
        row, cells = plan.case_rows[case.id], plan.judgements_of(case.id)
        count = styles.named("count")
        sheet.write_formula(row, column, f'=COUNTIF({cells},">=0")', count, case.overall.judged)
        sheet.write_formula(row, column + 1, f"=COUNTIF({cells},{UNREAD_PLACE})", count, 0)
    last = FIRST_ROW + len(plan.case_rows) - 1
    styles.redden(
        sheet,
        (FIRST_ROW, column + 1, last, column + 1),
        f"={xl_rowcol_to_cell(FIRST_ROW, column + 1)}>0",
    )


def _readings_heads(sheet: Any, columns: Mapping[str, int], styles: Styles) -> None:
    """The heads of the columns that say what each cell is read as; they stand beside the sheet and
    are not printed.
    """
    first = min(columns.values())
    styles.put(
        sheet,
        FIRST_ROW - 2,
        first,
        "Read as: a place from 0, -1 for insufficient evidence, -4 for no level",
        "group",
    )
    for name, column in columns.items():
        styles.put(sheet, FIRST_ROW - 1, column, name, "working head")
        sheet.set_column(column, column, 7, None, {"level": 1})


def _cases(sheet: Any, plan: BookPlan, styles: Styles) -> None:
    for column, head in enumerate(("Id", "Name")):
        styles.put(sheet, FIRST_ROW - 2, column, "", "subhead")
        styles.put(sheet, FIRST_ROW - 1, column, head, "head")
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 26)
    for case in plan.scorecard.cases:
        sheet.set_row(plan.case_rows[case.id], ROW_HEIGHT)
        styles.put(sheet, plan.case_rows[case.id], 0, case.id, "id")
        styles.put(sheet, plan.case_rows[case.id], 1, case.name, "text")


def _column_head(sheet: Any, column: int, name: str, title: str, styles: Styles) -> None:
    styles.put(sheet, FIRST_ROW - 2, column, name, "subhead")
    styles.put(sheet, FIRST_ROW - 1, column, title, "head centred")
    sheet.set_column(column, column, WIDTH)


def _choice(source: str | list[str], title: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_title": "Not one of the levels",
        "error_message": "Choose one of the entries of the list.",
        "input_title": title[:32],
        "input_message": "Choose from the list; every rating follows.",
    }


def _finish(sheet: Any, last_row: int, last_column: int) -> None:
    sheet.set_row(FIRST_ROW - 1, 48)
    sheet.freeze_panes(FIRST_ROW, FIRST_COLUMN)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.repeat_rows(FIRST_ROW - 2, FIRST_ROW - 1)
    sheet.repeat_columns(0, 1)
