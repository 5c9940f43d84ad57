"""The measured quantities of a study, and the judgements that depart from what they propose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vfi.study.models import Judgement, Reading
from vfi.study.tables import JUDGEMENTS, IndicatorRow
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.inputs.tables.records import Row
    from vfi.rubric.models.indicators import Indicator
    from vfi.rubric.models.rubric import Rubric
    from vfi.study.folder import StudyFolder

EXPECTED_REASON = "a reason for departing from the proposal"


def readings_of(rows: Sequence[Row[IndicatorRow]], rubric: Rubric) -> tuple[Reading, ...]:
    """The readings that rows of `indicators.csv` give; a row with a mistake gives none."""
    return tuple(_readings(rows, rubric))


def _readings(rows: Sequence[Row[IndicatorRow]], rubric: Rubric) -> Iterator[Reading]:
    for row in rows:
        part = rubric.judged.get(row.entry.criterion)
        if row.is_sound and part is not None and part.indicator is not None:
            yield _reading(row.entry, part.indicator)


def _reading(row: IndicatorRow, indicator: Indicator) -> Reading:
    value = row.value
    if value is None:
        assert row.numerator is not None  # noqa: S101 - a sound row has a value or both parts
        assert row.denominator is not None  # noqa: S101
        value = indicator.measured(row.numerator, row.denominator)
    return Reading(row.case, row.criterion, value, row.numerator, row.denominator, row.source)


def check_departures(folder: StudyFolder, rubric: Rubric, readings: Sequence[Reading]) -> None:
    """Tell each judgement that departs from what its indicator proposes without giving a reason."""
    judgements = {(row.entry.case, row.entry.criterion): row for row in folder.rows(JUDGEMENTS)}
    for reading in readings:
        row = judgements.get((reading.case, reading.criterion))
        indicator = rubric.judged[reading.criterion].indicator
        if row is not None and row.is_sound and indicator is not None and not row.entry.reason:
            _check_departure(folder, row, indicator, reading)


def _check_departure(
    folder: StudyFolder, row: Row[Judgement], indicator: Indicator, reading: Reading
) -> None:
    proposed, judged = indicator.propose(reading.value), row.entry.level
    if proposed is not None and proposed != judged:
        departure = (
            f"no reason for {judged or INSUFFICIENT} where {indicator.title} proposes {proposed}"
        )
        folder.problems.add(row.problem("reason", departure, EXPECTED_REASON))
