"""Dates that cannot be: of what lies ahead, and of a source that is later than the judgement that
rests on it.
"""

from __future__ import annotations

from datetime import date, timedelta

from vfi.inputs import Row
from vfi.problems import Problem, Severity, quoted
from vfi.study.tables import Tables

EVIDENCE, JUDGEMENTS = "evidence.csv", "judgements.csv"
A_DAY = timedelta(days=1)  # somewhere it is tomorrow already
FIRST, LAST = (1, 1), (12, 31)


def check_order(tables: Tables) -> None:
    """Tell each source that is certainly later than a judgement that cites it."""
    citing = _citing(tables)
    for source in _dated(tables, EVIDENCE):
        begins = bound(source.cells["date"], FIRST)
        early = [
            row
            for row in citing.get(source.cells["id"], ())
            if begins > bound(row.cells["date"], LAST)
        ]
        if early:
            others = f" and {len(early) - 1} more" if len(early) > 1 else ""
            cited = (
                f"the judgement of {early[0].cells['date']} on line {early[0].line} of "
                f"{JUDGEMENTS}{others}"
            )
            found = f"{quoted(source.cells['date'])}, which is later than {cited}"
            _warn(tables, EVIDENCE, source, found, "a source that was there to be judged on")


def check_future(tables: Tables, today: date) -> None:
    """Tell each date of evidence and of judgements that has certainly not come yet."""
    last = (today + A_DAY).timetuple()[:3]
    for file in (EVIDENCE, JUDGEMENTS):
        for row in _dated(tables, file):
            if bound(row.cells["date"], FIRST) > last:
                found = f"{quoted(row.cells['date'])}, which lies ahead"
                _warn(tables, file, row, found, f"at most today's date, {today.isoformat()}")


def bound(day: str, rest: tuple[int, int]) -> tuple[int, ...]:
    """Year, month and day of a date; what a date of a year or month leaves open is taken from
    `rest`.
    """
    parts = [int(part) for part in day.split("-")]
    return (*parts, *rest[len(parts) - 1 :])


def _citing(tables: Tables) -> dict[str, list[Row]]:
    """The judgements that have a date, by the source that they cite."""
    citing: dict[str, list[Row]] = {}
    for row in _dated(tables, JUDGEMENTS):
        for source in row.cells["evidence"].split():
            citing.setdefault(source, []).append(row)
    return citing


def _dated(tables: Tables, file: str) -> list[Row]:
    """The rows of a table that have a date which is one; others are told where the table is
    read.
    """
    return [row for row in tables.by_file.get(file, ()) if row.cells["date"]]


def _warn(tables: Tables, file: str, row: Row, found: str, expected: str) -> None:
    tables.problems.add(
        Problem(f"{tables.shown}/{file}", row.line, "date", found, expected, "", Severity.WARNING)
    )
