"""`indicators.csv`: the measured quantities of a study, and the judgements that depart from
them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from vfi.inputs import Row
from vfi.problems import Problem, quoted
from vfi.rubric import Rubric
from vfi.rubric.models import INSUFFICIENT, Indicator
from vfi.study.models import Case, Judgement, Reading
from vfi.study.tables import Tables

FILE = "indicators.csv"
NUMBER = re.compile(
    r"[-+]?([0-9]{1,18}(\.[0-9]{1,18})?|\.[0-9]{1,18}|[0-9]{1,18}/[1-9][0-9]{0,17})"
)
NUMBERS = ("value", "numerator", "denominator")


def read_readings(
    tables: Tables, rubric: Rubric, cases: Sequence[Case] | None
) -> tuple[Reading, ...]:
    """The readings: known cases and indicators, exact numbers of the kind each measures; none
    without the file.
    """
    if tables.is_absent(FILE):
        return ()
    rows = tables.rows(FILE, ("case", "criterion"), (*NUMBERS, "source")) or []
    indicators = {
        node: part.indicator for node, part in rubric.judged.items() if part.indicator is not None
    }
    first: dict[tuple[str, str], int] = {}
    readings = []
    for row in rows:
        pair = (row.cells["case"], row.cells["criterion"])
        if cases is not None:
            tables.is_known(FILE, row, "case", [case.id for case in cases])
        tables.is_known(FILE, row, "criterion", indicators)
        if pair in first:
            tables.repeated(FILE, row, "criterion", " on ".join(pair), first[pair])
        first.setdefault(pair, row.line)
        if row.cells["criterion"] in indicators:
            readings += _reading(tables, row, indicators[row.cells["criterion"]])
    return tuple(readings)


def check_departures(
    tables: Tables, rubric: Rubric, readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> None:
    """Add a problem for each judgement that departs from what its indicator proposes without giving
    a reason.
    """
    by_pair = {(judgement.case, judgement.criterion): judgement for judgement in judgements}
    for reading in readings:
        judgement = by_pair.get((reading.case, reading.criterion))
        indicator = rubric.judged[reading.criterion].indicator
        if judgement is None or judgement.reason or indicator is None:
            continue
        proposed = indicator.propose(reading.value)
        if proposed is not None and proposed != judgement.level:
            line = tables.lines[reading.case, reading.criterion]
            found = (
                f"no reason for {judgement.level or INSUFFICIENT} where {indicator.title} proposes "
                f"{proposed}"
            )
            expected = "a reason for departing from the proposal"
            tables.problems.add(
                Problem(f"{tables.shown}/judgements.csv", line, "reason", found, expected)
            )


def _reading(tables: Tables, row: Row, indicator: Indicator) -> list[Reading]:
    """The reading of a row; none when a problem was added."""
    wanted = ("value",) if indicator.measure == "value" else ("numerator", "denominator")
    numbers = {
        column: number
        for column in NUMBERS
        if (number := _number(tables, row, column, wanted)) is not None
    }
    if set(numbers) != set(wanted):
        return []
    if numbers.get("denominator") == 0:
        tables.tell(FILE, row, "denominator", "0", "a number that can be divided by")
        return []
    value = _value(indicator, numbers)
    parts = (numbers.get("numerator"), numbers.get("denominator"))
    return [Reading(row.cells["case"], row.cells["criterion"], value, *parts, row.cells["source"])]


def _number(tables: Tables, row: Row, column: str, wanted: Sequence[str]) -> Fraction | None:
    text = row.cells[column]
    if column not in wanted:
        if text:
            tables.tell(
                FILE,
                row,
                column,
                quoted(text),
                f"nothing; this indicator is made of {' and '.join(wanted)}",
            )
        return None
    if not NUMBER.fullmatch(text):
        hint = "write a decimal point, and nothing between thousands" if "," in text else ""
        tables.tell(
            FILE,
            row,
            column,
            quoted(text) if text else "an empty cell",
            "a number such as 12.5 or 2/3",
            hint,
        )
        return None
    return Fraction(text)


def _value(indicator: Indicator, numbers: Mapping[str, Fraction]) -> Fraction:
    if indicator.measure == "value":
        return numbers["value"]
    return indicator.measured(numbers["numerator"], numbers["denominator"])
