"""A scorecard as a workbook whose ratings are formulas over the judgements."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter

from vfi import places
from vfi.endings import refuse_other_endings
from vfi.outputs import write_whole
from vfi.problems import UserError, listed
from vfi.scoring.comparison import compare
from vfi.workbook.grids import write_cases, write_failures, write_judgements
from vfi.workbook.lines import cells_of
from vfi.workbook.node_sheets import lay_out, write_nodes
from vfi.workbook.notes import write_about, write_levels, write_published, write_rules
from vfi.workbook.plan import BookPlan, NodeLine, lines_of
from vfi.workbook.sheets import (
    ABOUT,
    CASES,
    FAILURES,
    JUDGEMENTS,
    LEVELS,
    PUBLISHED,
    RULES,
    sheets_of,
    sheets_of_tiers,
)
from vfi.workbook.styles import ALLOWED, Styles

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard
    from vfi.synthesis.scale import Scale


def workbook_bytes(scorecard: Scorecard) -> bytes:
    """The workbook; the same scorecard gives the same bytes.

    Raises:
        UserError: a rule is beyond what a spreadsheet can work out; the message names the node.
    """
    _is_complete(scorecard)
    plan = BookPlan(scorecard, lines_of(scorecard))
    shown = {
        name: words for name, words in sheets_of(plan.rubric).items() if _is_needed(name, plan)
    }
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties(_properties(scorecard))
    book.set_calc_mode("auto")
    styles = Styles(book)
    sheets = {name: _sheet(book, name, words, scorecard, styles) for name, words in shown.items()}
    _write_nodes(plan, sheets, styles)
    sources = write_levels(sheets[LEVELS], _scales(plan), styles)
    write_judgements(sheets[JUDGEMENTS], plan, sources, styles)
    write_cases(sheets[CASES], plan, styles)
    write_rules(sheets[RULES], plan, styles)
    if FAILURES in sheets:
        write_failures(sheets[FAILURES], plan, styles)
    comparison = compare(scorecard)
    if comparison is not None:
        write_published(sheets[PUBLISHED], plan, comparison, styles)
    write_about(sheets[ABOUT], plan, list(shown.items())[1:], styles)
    book.close()
    return file.getvalue()


def write_workbook(scorecard: Scorecard, output: str | Path) -> Path:
    """Write the workbook of a study to a file that ends in .xlsx.

    Raises:
        UserError: the ending is another one, a rule is beyond a spreadsheet, or the file cannot be
            written.
    """
    path = Path(output)
    refuse_other_endings(path, "workbook")
    write_whole(path, workbook_bytes(scorecard))
    return path


def workbook_path(scorecard: Scorecard) -> Path:
    """Where the workbook of a study goes when nobody says: the study's `build/` folder."""
    return (
        places.build_folder(scorecard.study.folder, scorecard.study.id)
        / f"{scorecard.study.id}.xlsx"
    )


def _is_complete(scorecard: Scorecard) -> None:
    judged = list(scorecard.study.rubric.judged)
    gaps = [
        f"{name} of {case.id}"
        for case in scorecard.cases
        for name in judged
        if name not in case.levels
    ]
    if gaps or not scorecard.cases:
        raise UserError(
            "the workbook needs a judgement for every cell of its grid; none is there for "
            f"{listed(gaps)}"
        )


def _is_needed(name: str, plan: BookPlan) -> bool:
    if name == FAILURES:
        return bool(plan.rubric.failure_indicators)
    if name == PUBLISHED:
        return bool(plan.scorecard.study.published)
    is_of_tier = name in sheets_of_tiers(plan.rubric).values()
    return not is_of_tier or any(line.sheet == name for line in plan.lines.values())


def _properties(scorecard: Scorecard) -> dict[str, Any]:
    about = scorecard.study.about
    year, month, day = (int(part) for part in (about.date + "-01-01")[:10].split("-"))
    return {
        "title": about.title,
        "subject": about.subtitle or "",
        "author": listed(about.authors),
        "comments": (
            f"Ratings as live formulas over the judgements. Rubric {scorecard.study.rubric.id}."
        ),
        "created": datetime(year, month, day, tzinfo=UTC).replace(tzinfo=None),
    }


def _sheet(book: Any, name: str, words: str, scorecard: Scorecard, styles: Styles) -> Any:
    sheet = book.add_worksheet(name)
    about = scorecard.study.about
    styles.put(sheet, 0, 0, about.title if name == ABOUT else name, "title")
    styles.put(sheet, 1, 0, (about.subtitle or words) if name == ABOUT else words, "note")
    sheet.set_row(0, 28)
    sheet.protect("", ALLOWED)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{_footer(about.title)}&C&8&A&R&8&P / &N")
    return sheet


def _footer(title: str) -> str:
    return title[:120].replace("&", "&&")


def _write_nodes(plan: BookPlan, sheets: dict[str, Any], styles: Styles) -> None:
    cells = {key: cells_of(line, plan) for key, line in plan.lines.items()}
    by_sheet: dict[str, list[NodeLine]] = {}
    for line in plan.lines.values():
        by_sheet.setdefault(line.sheet, []).append(line)
    for lines in by_sheet.values():
        lay_out(lines, cells)
    for name, lines in by_sheet.items():
        write_nodes(sheets[name], lines, cells, plan, styles)


def _scales(plan: BookPlan) -> list[tuple[str, Scale]]:
    named = [(f"Scale: {name}", scale) for name, scale in plan.rubric.scales.items()]
    return [("The rubric's scale", plan.rubric.scale), *named]
