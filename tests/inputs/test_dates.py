from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.inputs.dates import ReadDate, read_dates


@pytest.mark.parametrize("text", ["2026", "2026-02", "2026-02-28"])
def test_iso_dates_stay(text: str) -> None:
    assert read_dates([text]) == {text: ReadDate(text)}


@pytest.mark.parametrize("text", ["28/02/2026", "28.02.2026", "28-02-2026", "28/2/2026"])
def test_day_month_year(text: str) -> None:
    assert read_dates([text])[text].iso == "2026-02-28"


def test_a_date_that_reads_the_same_both_ways_is_not_ambiguous() -> None:
    assert read_dates(["05/05/2026"])["05/05/2026"].iso == "2026-05-05"


def test_an_ambiguous_date_is_refused_with_both_readings() -> None:
    read = read_dates(["03/04/2026", "2026-04-28"])["03/04/2026"]
    assert read.iso == ""
    assert read.hint == "the day or the month may come first: write 2026-04-03 or 2026-03-04"


def test_the_other_dates_of_a_column_decide_an_ambiguous_one() -> None:
    assert read_dates(["03/04/2026", "28/02/2026"])["03/04/2026"].iso == "2026-04-03"


def test_a_column_in_which_both_may_come_first_decides_nothing() -> None:
    read = read_dates(["03/04/2026", "28/02/2026", "02/28/2026"])
    assert read["03/04/2026"].iso == ""
    assert read["02/28/2026"] == ReadDate("", "write 2026-02-28")
    assert read["28/02/2026"].iso == "2026-02-28"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("31/02/2026", "there is no such day"),
        ("28 Feb 2026", "write 2026-02-28"),
        ("28-February-2026", "write 2026-02-28"),
        ("July 2026", "write 2026-07"),
        ("28/02/26", ""),
        ("2026-02-30", ""),
        ("46081", ""),
        ("28/02.2026", ""),
        ("soon", ""),
    ],
)
def test_what_is_no_date_is_refused(text: str, hint: str) -> None:
    assert read_dates([text])[text] == ReadDate("", hint)


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1))
def test_a_column_written_day_first_is_never_read_as_another_day(days: list[date]) -> None:
    written = {f"{day:%d/%m/%Y}": day for day in days}
    for text, read in read_dates(written).items():
        assert read.iso in ("", written[text].isoformat())
