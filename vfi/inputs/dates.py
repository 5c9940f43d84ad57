"""Dates as people and spreadsheets write them, read as ISO dates; what can be read in two ways is
not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from vfi.inputs.fields import DATE_FORM, is_partial_date

DAY_MONTH_YEAR = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sign>[/.-])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})"
)
WRITTEN_OUT = {"%d %B %Y": "%Y-%m-%d", "%d %b %Y": "%Y-%m-%d", "%B %Y": "%Y-%m", "%b %Y": "%Y-%m"}
IN_TABLES = f"{DATE_FORM}, or 31/07/2025 with the day first"


class ReadDate(NamedTuple):
    """A date as a cell holds it: its ISO form, or "" and what to do about it."""

    iso: str
    hint: str = ""


def read_dates(cells: Iterable[str]) -> dict[str, ReadDate]:
    """What each text of a column of dates says.

    ISO dates are taken as they are. `28/02/2026` (also with dots or hyphens) is a day, a month and
    a year. For `03/04/2026`, which some would read as the 4th of March, the column decides: the day
    comes first where some other date of the column can be read only so, and none only with the
    month first.
    """
    texts = set(cells)
    readings = {text: reading for text in texts if (reading := _both_ways(text)) is not None}
    day_comes_first = any(reading.is_only_day_first for reading in readings.values())
    month_comes_first = any(reading.is_only_month_first for reading in readings.values())
    is_decided = day_comes_first and not month_comes_first
    return {text: _read(text, readings.get(text), is_decided) for text in texts}


class _Readings(NamedTuple):
    """A date in figures as an ISO date, read both ways; "" where there is no such day."""

    day_first: str
    month_first: str

    @property
    def is_only_day_first(self) -> bool:
        return bool(self.day_first) and not self.month_first

    @property
    def is_only_month_first(self) -> bool:
        return bool(self.month_first) and not self.day_first

    def date(self, day_comes_first: bool) -> ReadDate:
        day_first, month_first = self
        if not day_first:
            return ReadDate("", f"write {month_first}" if month_first else "there is no such day")
        if month_first in ("", day_first) or day_comes_first:
            return ReadDate(day_first)
        return ReadDate(
            "", f"the day or the month may come first: write {day_first} or {month_first}"
        )


def _both_ways(text: str) -> _Readings | None:
    match = DAY_MONTH_YEAR.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    return _Readings(_iso(year, second, first), _iso(year, first, second))


def _read(text: str, readings: _Readings | None, day_comes_first: bool) -> ReadDate:
    if is_partial_date(text):
        return ReadDate(text)
    return ReadDate("", _hint(text)) if readings is None else readings.date(day_comes_first)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _hint(text: str) -> str:
    plain = " ".join(text.replace("-", " ").replace(",", " ").split())
    for form, iso_form in WRITTEN_OUT.items():
        try:
            return f"write {datetime.strptime(plain, form).strftime(iso_form)}"
        except ValueError:
            continue
    return ""
