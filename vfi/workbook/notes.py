"""The sheets for reading: what the workbook is, the rules in words, the levels, and the published
ratings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from vfi.numbers import count_of
from vfi.problems import listed
from vfi.scoring.words import rule_of_node
from vfi.synthesis.scale import INSUFFICIENT, Scale
from vfi.version import __version__
from vfi.workbook.checks import write_check
from vfi.workbook.plan import FIRST_ROW, BookPlan, NodeLine
from vfi.workbook.sheets import LEVELS

if TYPE_CHECKING:
    from vfi.scoring.comparison import Comparison
    from vfi.synthesis.hurdles import Hurdle
    from vfi.workbook.styles import Styles

USE = (
    (
        "Change a judgement on the sheet Judgements: choose another level from the list of its "
        "cell. Every rating in the workbook follows at once, for it is a formula over the "
        "judgements."
    ),
    (
        "The column “As scored” keeps what the program computed for the judgements of the study. "
        "“Ratings changed” above counts how many ratings differ from it now; before anything is "
        "changed there are none."
    ),
    (
        "The rule of each rating stands beside it in words. Formulas decide on whole numbers (2 x "
        "sum >= 3 x count in place of mean >= 1.5), so that a tie is a tie and not a matter of "
        "rounding."
    ),
    (
        "A value is shown with four decimals, and with more where four would read as a threshold, "
        "or an end of the scale, that it is not on."
    ),
    (
        "Columns under “Workings” hold the steps of the formulas: places of levels count from 0 "
        "for the lowest level; -1 stands for insufficient evidence and -2 for undetermined. An "
        "empty judgement counts as insufficient evidence."
    ),
    (
        "A judgement may be typed or pasted as well: capitals and spaces around it make no "
        "difference. What is no level turns red and is counted on every sheet with ratings, and a "
        "rating that rests on it says “Not a level”."
    ),
    (
        "The sheets are protected without a password, so that no formula is written over by "
        "accident; the judgements and the failure indicators are open. To change the rest, choose "
        "Unprotect Sheet."
    ),
    (
        "The rules themselves are part of the formulas: changing the sheets Rules and Levels "
        "changes no rating."
    ),
)
USE_OF_SCORES = (
    "“Beyond exact arithmetic” in place of a rating means that unrounded scores with very "
    "different divisors lead to whole numbers that a spreadsheet no longer tells apart."
)


def write_about(
    sheet: Any, plan: BookPlan, sheets: Sequence[tuple[str, str]], styles: Styles
) -> None:
    """What the workbook is about and how to use it."""
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 96)
    changed, cached = _changed(plan)
    row = FIRST_ROW - 2
    styles.put(sheet, row, 0, "Ratings changed", "label")
    sheet.write_formula(row, 1, changed, styles.named("prose"), cached)
    styles.put(sheet, row + 1, 0, "Judgements", "label")
    write_check(sheet, plan, styles, row + 1, 1)
    row = _rows(sheet, row + 2, list(_facts(plan)), "prose", styles)
    row = _section(sheet, row + 1, "How to use it", styles)
    use = (*USE, USE_OF_SCORES) if plan.takes_scores else USE
    row = _rows(
        sheet,
        row,
        [(f"{number}.", words) for number, words in enumerate(use, start=1)],
        "prose",
        styles,
    )
    row = _section(sheet, row + 1, "Sheets", styles)
    for name, words in sheets:
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles.named("label"), name)
        styles.put(sheet, row, 1, words, "prose")
        row += 1
    row = _section(
        sheet, row + 1, "SHA-256 of the files that the judgements and rules were read from", styles
    )
    row = _rows(sheet, row, list(_digests(plan)), "code", styles)
    sheet.print_area(0, 0, row - 1, 1)


def _rows(
    sheet: Any, row: int, pairs: Sequence[tuple[str, str]], style: str, styles: Styles
) -> int:
    for place, (label, words) in enumerate(pairs, start=row):
        styles.put(sheet, place, 0, label, "label")
        styles.put(sheet, place, 1, words, style)
        sheet.set_row(place, 13 * (len(words) // 115 + 1) + 4)
    return row + len(pairs)


def _section(sheet: Any, row: int, title: str, styles: Styles) -> int:
    for column, words in enumerate((title, "")):
        styles.put(sheet, row, column, words, "group")
    return row + 1


def _facts(plan: BookPlan) -> Iterator[tuple[str, str]]:
    study, rubric, overall = plan.scorecard.study, plan.rubric, plan.scorecard.overall
    noun = study.about.case_noun
    yield "Study", f"{study.about.title} ({study.id})"
    yield "Authors", listed(study.about.authors)
    yield "Date", study.about.date
    yield "Rubric", f"{rubric.title} ({rubric.id}, version {rubric.version})"
    total = overall.judged + overall.missing
    yield (
        "Size",
        (
            f"{count_of(len(study.cases), noun.singular, noun.plural)}, "
            f"{rubric.judged_in_words}, "
            f"{count_of(total, 'judgement')}, {overall.missing} of them {INSUFFICIENT.lower()}"
        ),
    )
    if rubric.perspectives:
        titles = listed(one.title for one in rubric.perspectives)
        yield (
            "Left out",
            f"The rubric's perspectives, which are other rules over the same judgements: {titles}.",
        )
    if study.about.acknowledgement:
        yield "Acknowledgement", study.about.acknowledgement
    yield "Written by", f"vfi {__version__}"


def _digests(plan: BookPlan) -> Iterator[tuple[str, str]]:
    files = {"rubric.yaml": plan.rubric.sha256, **plan.scorecard.study.digests}
    yield from ((name, digest) for name, digest in files.items() if digest)


def _changed(plan: BookPlan) -> tuple[str, str]:
    """How many ratings are not what they were when the workbook was written."""
    sheets: dict[str, list[NodeLine]] = {}
    for line in plan.lines.values():
        sheets.setdefault(line.sheet, []).append(line)
    terms = []
    for name, lines in sheets.items():
        rating, scored = (
            xl_range_abs(lines[0].row, column, lines[-1].row, column)
            for column in (lines[0].columns[("rating", 0)], lines[0].columns[("scored", 0)])
        )
        terms.append(f"SUMPRODUCT(--NOT(EXACT('{name}'!{rating},'{name}'!{scored})))")
    return f'={"+".join(terms)}&" of {len(plan.lines)}"', f"0 of {len(plan.lines)}"


def write_rules(sheet: Any, plan: BookPlan, styles: Styles) -> None:
    """The rule of every node, and every hurdle, in words."""
    _table_heads(sheet, ("Node", "Title", "Rule, over all cases"), (12, 36, 110), styles)
    row = FIRST_ROW
    for node in plan.scorecard.nodes.values():
        words = rule_of_node(plan.rubric, node.id)
        row = _table_row(sheet, row, (node.id, node.title, words), styles)
    for hurdle in plan.rubric.hurdles:
        row = _table_row(
            sheet, row, (hurdle.node, f"Hurdle: {hurdle.title}", _hurdle(hurdle)), styles
        )
    for failure in plan.rubric.failure_indicators:
        row = _table_row(
            sheet, row, (failure.id, f"Failure indicator: {failure.title}", failure.meaning), styles
        )
    sheet.print_area(0, 0, row - 1, 2)


def _hurdle(hurdle: Hurdle) -> str:
    limit = f"no higher than {hurdle.cap}" if hurdle.cap else "the lowest level"
    when = hurdle.conditions_in_words
    return f"{hurdle.kind.capitalize()}: {limit} when {when}. It exists because: {hurdle.reason}"


def write_levels(
    sheet: Any, scales: Sequence[tuple[str, Scale]], styles: Styles
) -> dict[tuple[str, ...], str]:
    """The levels of every scale; the cells that list the names of each, for choosing."""
    _table_heads(sheet, ("Level", "Value", "Meaning"), (28, 12, 100), styles)
    sources: dict[tuple[str, ...], str] = {}
    row = FIRST_ROW
    for title, scale in scales:
        first = row + 1
        _section(sheet, row, title, styles)
        for level in scale.levels:
            row = (
                _table_row(sheet, row + 1, (level.name, str(level.value), level.meaning), styles)
                - 1
            )
        words = (
            "The evidence does not suffice for a judgement; this is no level, and never the lowest "
            "one."
        )
        row = _table_row(sheet, row + 1, (INSUFFICIENT, "", words), styles)
        styles.colour_levels(sheet, (first, 0, row - 1, 0), xl_rowcol_to_cell(first, 0), scale)
        sources.setdefault(scale.names, f"{LEVELS}!{xl_range_abs(first, 0, row - 1, 0)}")
        row += 1
    sheet.print_area(0, 0, row - 2, 2)
    return sources


def write_published(sheet: Any, plan: BookPlan, comparison: Comparison, styles: Styles) -> None:
    """Each published rating beside the computed one, as it is with the judgements in the
    workbook.
    """
    heads = ("Node", "Title", "Published", "Computed", "Comparison", "Source")
    _table_heads(sheet, heads, (12, 36, 22, 22, 14, 70), styles)
    row = FIRST_ROW
    for compared in comparison.rows:
        line = plan.lines[(None, compared.node)]
        row = _table_row(sheet, row, (compared.node, line.node.title, compared.published), styles)
        styles.put(sheet, row - 1, 5, compared.source, "text")
        sheet.write_formula(
            row - 1, 3, f"={line.there('rating')}", styles.named("rating"), compared.computed
        )
        published, computed = (xl_rowcol_to_cell(row - 1, column) for column in (2, 3))
        formula = f'=IF(EXACT({published},{computed}),"equal","differs")'
        words = "equal" if compared.equal else "differs"
        sheet.write_formula(row - 1, 4, formula, styles.named("level"), words)
        styles.colour_levels(
            sheet, (row - 1, 2, row - 1, 3), xl_rowcol_to_cell(row - 1, 2), line.node.scale
        )
    equal = sum(compared.equal for compared in comparison.rows)
    ratings = count_of(len(comparison.rows), "published rating")
    cells = xl_range_abs(FIRST_ROW, 4, row - 1, 4)
    equal_to = "Equal to the computed ones: "
    counted = f'="{equal_to}"&COUNTIF({cells},"equal")&" of {ratings}."'
    cached = f"{equal_to}{equal} of {ratings}."
    sheet.write_formula(FIRST_ROW - 3, 0, counted, styles.named("group"), cached)
    write_check(sheet, plan, styles, column=3)
    sheet.print_area(0, 0, row - 1, 5)


def _table_heads(sheet: Any, heads: Sequence[str], widths: Sequence[int], styles: Styles) -> None:
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        styles.put(sheet, FIRST_ROW - 1, column, head, "head")
        sheet.set_column(column, column, width)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.repeat_rows(FIRST_ROW - 1)


def _table_row(sheet: Any, row: int, cells: Sequence[str], styles: Styles) -> int:
    for column, (words, style) in enumerate(zip(cells, ("id", "text", "text"), strict=True)):
        styles.put(sheet, row, column, words, style)
    sheet.set_row(row, 13 * max(len(cells[2]) // 105 + 1, len(cells[1]) // 34 + 1) + 6)
    return row + 1
