"""The sheets that list nodes: a row each, with rating, coverage, rule, and the workings behind
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_rowcol_to_cell

from vfi.scoring.landmarks import landmarks
from vfi.scoring.words import rule_of_node
from vfi.workbook.checks import write_check
from vfi.workbook.lines import formula_of
from vfi.workbook.plan import FIRST_ROW, BookPlan, Key, NodeLine
from vfi.workbook.sheets import CASE_WORKINGS

if TYPE_CHECKING:
    from vfi.workbook.cells import Cells
    from vfi.workbook.styles import Styles

RESULTS = (
    "case",
    "id",
    "title",
    "rating",
    "scored",
    "before",
    "lowered",
    "determined",
    "value",
    "judged",
    "missing",
    "unread",
)
WORKINGS = (
    "input",
    "numerator",
    "divisor",
    "common",
    "sum",
    "over",
    "whole",
    "row",
    "enough",
    "place",
    "after",
)
ORDER = (*RESULTS, "count", "rule", *WORKINGS, "score", "score divisor")
TEXTS = ("case", "id", "title", "scored", "determined", "rule")
HEADS = {
    "case": "Case",
    "id": "Id",
    "title": "Title",
    "rating": "Rating",
    "scored": "As scored",
    "before": "Before hurdles",
    "lowered": "Lowered by",
    "determined": "Determined by the panel",
    "value": "Value",
    "judged": "Judged",
    "missing": "Insufficient",
    "unread": "Not a level",
    "rule": "Rule",
    "input": "Place of input",
    "numerator": "Value of input",
    "divisor": "over",
    "common": "Common divisor",
    "sum": "Numerator",
    "over": "Divisor",
    "whole": "Rounded",
    "row": "Row that fits",
    "enough": "Enough evidence",
    "place": "Place",
    "after": "Place after hurdle",
    "score": "Score",
    "score divisor": "over",
}
WIDTHS = {
    "case": 11,
    "id": 9,
    "title": 38,
    "rating": 16,
    "scored": 16,
    "before": 16,
    "lowered": 24,
    "determined": 30,
}
WIDTHS |= {"value": 9, "judged": 9, "missing": 11, "unread": 11, "count": 11, "rule": 62}
STYLES = {
    "case": "id",
    "id": "id",
    "title": "text",
    "rating": "rating",
    "scored": "level",
    "before": "level",
}
STYLES |= {
    "lowered": "small",
    "determined": "small",
    "value": "value",
    "judged": "count",
    "missing": "count",
    "unread": "count",
}
STYLES |= {"count": "count", "rule": "small"}
WORKING_WIDTH = 9


def lay_out(
    lines: Sequence[NodeLine], cells: Mapping[tuple[str | None, str], Cells]
) -> dict[Key, int]:
    """The column of each kind of cell on a sheet, told to all of its lines."""
    keys: dict[Key, None] = {(name, 0): None for name in ("id", "title", "scored", "rule")}
    for line in lines:
        if line.node.case is not None:
            keys[("case", 0)] = None
        if line.node.determined is not None:
            keys[("determined", 0)] = None
        keys |= dict.fromkeys(cells[(line.node.case, line.node.id)])
    ordered = sorted(
        keys, key=lambda key: (ORDER.index(key[0]), key[1] if isinstance(key[1], int) else 0)
    )
    columns = {key: place for place, key in enumerate(ordered)}
    for line in lines:
        line.columns.update(columns)
    return columns


def write_nodes(
    sheet: Any,
    lines: Sequence[NodeLine],
    cells: Mapping[tuple[str | None, str], Cells],
    plan: BookPlan,
    styles: Styles,
) -> None:
    """Write a sheet whose lines have been laid out."""
    columns = lines[0].columns
    _heads(sheet, columns, styles)
    for line in lines:
        _texts(sheet, line, plan, styles)
        for (name, which), cell in cells[(line.node.case, line.node.id)].items():
            style = styles.named(STYLES.get(name, "working"))
            place = (line.row, columns[(name, which)])
            formula = formula_of(line, cell)
            if cell.is_array:
                sheet.write_array_formula(*place, *place, formula, style, cell.cached)
            else:
                sheet.write_formula(*place, formula, style, cell.cached)
        _colours(sheet, line, styles)
        styles.tell_apart(sheet, line.row, columns[("value", 0)], landmarks(line.node))
        sheet.set_row(line.row, _height(line, plan))
    write_check(sheet, plan, styles)
    frozen = columns[("rating", 0)] + 1
    sheet.freeze_panes(FIRST_ROW, frozen)
    sheet.print_area(0, 0, lines[-1].row, columns[("rule", 0)])
    sheet.repeat_rows(FIRST_ROW - 1)


def _heads(sheet: Any, columns: Mapping[Key, int], styles: Styles) -> None:
    first_working = columns[("rule", 0)] + 1
    for (name, which), column in columns.items():
        is_working = column >= first_working
        head = _head(name, which)
        if is_working:
            styles.put(sheet, FIRST_ROW - 1, column, head, "working head")
            sheet.set_column(column, column, WORKING_WIDTH, None, {"level": 1})
        else:
            centred = name not in ("case", "id", "title", "rule", "lowered", "determined")
            styles.put(sheet, FIRST_ROW - 1, column, head, "head centred" if centred else "head")
            sheet.set_column(column, column, WIDTHS[name])
    sheet.set_row(FIRST_ROW - 1, 32)
    styles.put(sheet, FIRST_ROW - 2, first_working, "Workings", "group")


def _head(name: str, which: int | str) -> str:
    """The head of a column: a level where its inputs are counted, else a word, with a number where
    there are several.
    """
    if name == "count":
        return str(which)
    has_number = isinstance(which, int) and (which or name in ("input", "numerator", "after"))
    return f"{HEADS[name]} {int(which) + 1}" if has_number else HEADS[name]


def _texts(sheet: Any, line: NodeLine, plan: BookPlan, styles: Styles) -> None:
    node = line.node
    words = {
        "case": node.case or "",
        "id": node.id,
        "title": node.title,
        "scored": node.result,
        "determined": "",
        "rule": rule_of(line, plan),
    }
    if node.determined is not None:
        told = node.determined
        words["determined"] = f"{told.level}: {told.reason} ({told.who}, {told.date})"
    for name in TEXTS:
        if (name, 0) in line.columns:
            styles.put(sheet, line.row, line.columns[(name, 0)], words[name], STYLES[name])


def rule_of(line: NodeLine, plan: BookPlan) -> str:
    """The rule of a node in words, with its hurdles."""
    node = line.node
    if node.is_judgement:
        words = "The judgement of the case itself."
    else:
        words = rule_of_node(plan.rubric, node.id, node.case is not None)
    return " ".join(
        [
            words,
            *(
                hurdle_in_words(outcome.hurdle.title, outcome.hurdle.cap)
                for outcome in node.hurdles
            ),
        ]
    )


def hurdle_in_words(title: str, cap: str | None) -> str:
    """What a hurdle does to the rating that it limits."""
    return f"Hurdle: {title} ({f'no higher than {cap}' if cap else 'drops to the lowest level'})."


def _colours(sheet: Any, line: NodeLine, styles: Styles) -> None:
    if ("unread", 0) in line.columns:
        column = line.columns[("unread", 0)]
        condition = f"={xl_rowcol_to_cell(line.row, column, col_abs=True)}>0"
        styles.redden(sheet, (line.row, column, line.row, column), condition)
    for name in ("rating", "scored", "before"):
        if (name, 0) in line.columns:
            column = line.columns[(name, 0)]
            cell = xl_rowcol_to_cell(line.row, column, col_abs=True)
            styles.colour_levels(sheet, (line.row, column, line.row, column), cell, line.node.scale)


def _height(line: NodeLine, plan: BookPlan) -> int:
    if line.sheet == CASE_WORKINGS:
        return 18
    longest = max(len(rule_of(line, plan)) // 72, len(line.node.title) // 36)
    return min(400, 13 * (longest + 1) + 8)
