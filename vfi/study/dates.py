"""Dates that cannot be: of what lies ahead, and of a source that is later than the judgement that
rests on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from vfi.problems import Severity, quoted
from vfi.study.tables import EVIDENCE, JUDGEMENTS

if TYPE_CHECKING:
    from vfi.inputs.tables.declaration import DeclaredTable
    from vfi.inputs.tables.records import Row
    from vfi.study.folder import StudyFolder
    from vfi.study.models import Evidence, Judgement

A_DAY = timedelta(days=1)  # somewhere it is tomorrow already
FIRST, LAST = (1, 1), (12, 31)
DATED: tuple[DeclaredTable[Any], ...] = (EVIDENCE, JUDGEMENTS)


def check_order(folder: StudyFolder) -> None:
    """Tell each source that is certainly later than a judgement that cites it."""
    citing = _citing(folder.rows(JUDGEMENTS))
    for source in folder.rows(EVIDENCE):
        if not source.entry.date:
            continue
        begins = bound(source.entry.date, FIRST)
        judgements = citing.get(source.entry.id, ())
        early = [row for row in judgements if begins > bound(row.entry.date, LAST)]
        if early:
            _warn_of_order(folder, source, early)


def check_future(folder: StudyFolder, today: date) -> None:
    """Tell each date of evidence and of judgements that has certainly not come yet."""
    last = (today + A_DAY).timetuple()[:3]
    expected = f"at most today's date, {today.isoformat()}"
    for table in DATED:
        for row in folder.rows(table):
            if row.entry.date and bound(row.entry.date, FIRST) > last:
                _warn(folder, row, f"{quoted(row.entry.date)}, which lies ahead", expected)


def bound(day: str, defaults: tuple[int, int]) -> tuple[int, ...]:
    """Year, month and day of a date; what a date of a year or month leaves open is taken from
    `defaults`.
    """
    parts = [int(part) for part in day.split("-")]
    return (*parts, *defaults[len(parts) - 1 :])


def _citing(judgements: Sequence[Row[Judgement]]) -> dict[str, list[Row[Judgement]]]:
    """The judgements that have a date, by the source that they cite."""
    citing: dict[str, list[Row[Judgement]]] = {}
    for row in judgements:
        for source in row.entry.evidence if row.entry.date else ():
            citing.setdefault(source, []).append(row)
    return citing


def _warn_of_order(
    folder: StudyFolder, source: Row[Evidence], early: Sequence[Row[Judgement]]
) -> None:
    first = early[0]
    remainder = f" and {len(early) - 1} more" if len(early) > 1 else ""
    where = f"on line {first.location.line} of {JUDGEMENTS.name}"
    cited = f"the judgement of {first.entry.date} {where}{remainder}"
    lateness = f"{quoted(source.entry.date)}, which is later than {cited}"
    _warn(folder, source, lateness, "a source that was there to be judged on")


def _warn(folder: StudyFolder, row: Row[Any], found: str, expected: str) -> None:
    folder.problems.add(row.problem("date", found, expected, severity=Severity.WARNING))
