"""Whether bands fit the values that can really occur: no holes, no overlaps, no band for
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from vfi.inspection.checks.reach import tell_uncovered
from vfi.numbers import count_of, decimal, short_percent
from vfi.problems import listed
from vfi.synthesis.intervals import to_whole
from vfi.synthesis.rules.bands import Bands

if TYPE_CHECKING:
    from vfi.inspection.checks.subjects import Subject
    from vfi.profiles.space import Space
    from vfi.rubric.consistency.report import Report
    from vfi.synthesis.levels import Band

MOST_VALUES = 20_000
SHOWN = 6


@dataclass(frozen=True, order=True, slots=True)
class Reached:
    """A value that can occur.

    Attributes:
        value: the mean, sum or percentage, before it is rounded.
        judged: how many inputs have a level.
        total: the sum of their weighted values.
        over: what the sum is divided by: the sum of their weights, or of their highest values.
    """

    value: Fraction
    judged: int
    total: Fraction
    over: Fraction

    def in_words(self, step: Bands) -> str:
        """`14 of 36 = 38.89%`."""
        if step.on == "sum":
            return str(self.total)
        near = step.edges()
        text = decimal(self.value, 2, near)
        if step.unit:
            text = short_percent(self.value / 100, 2, [edge / 100 for edge in near])
        return f"{self.total} of {self.over} = {text}"


def check_bands(subject: Subject, report: Report) -> None:
    """Tell values that no band holds, values that two hold, and bands that hold none."""
    step, path = subject.placed.step, (*subject.placed.path, "bands")
    if not isinstance(step, Bands):
        return
    if step.of == "scores":
        _check_edges(subject, step, report)
        return
    reached = reachable(subject.space, step)
    if reached is None:
        tell_uncovered(subject, f"a band for every {step.on} that can occur", report)
        return
    holes = [value for value in reached if step.band_of(value.value) is None]
    if holes:
        message = f"no band for {_several(holes, step, subject)}"
        report.warn(
            path, message, f"a band for every {step.on} that can occur: {_around(holes[0], step)}"
        )
    for (_, first), (position, second) in combinations(enumerate(step.bands), 2):
        held_by_both = [
            value for value in reached if _holds(first, value, step) and _holds(second, value, step)
        ]
        if held_by_both and first.rating != second.rating:
            message = (
                f"{_several(held_by_both, step, subject)} in the bands of {first.rating} and of "
                f"{second.rating}"
            )
            report.tell((*path, position), message, f"one band for every {step.on} that can occur")
    _check_use(reached, subject, step, report)


def _check_use(reached: Sequence[Reached], subject: Subject, step: Bands, report: Report) -> None:
    used_positions = {step.band_of(value.value) for value in reached}
    for position, band in enumerate(step.bands):
        if position not in used_positions:
            message = (
                f"{band.rating} {band.in_words}, which no {step.on} of {subject.where} falls into"
            )
            report.warn(
                (*subject.placed.path, "bands", position),
                message,
                "a band that some value falls into first",
            )


def reachable(space: Space, step: Bands) -> list[Reached] | None:
    """Every value that can occur, the one with the most inputs judged first; None where there are
    too many.

    Sums are built up input by input, so that there are no more of them than there are different
    ones.
    """
    sums = _sums_of_any(space) if space.is_anonymous else _sums_by_name(space, step)
    if sums is None:
        return None
    least = (step.minimum_coverage or 0) * len(space.names)
    fewest = max(least, 1) if space.with_missing else len(space.names)
    values = [_reached(state, step.on) for state in sums if state[0] >= fewest]
    return sorted(set(values), key=lambda reached: (-reached.judged, reached.value, reached.over))


State = tuple[int, Fraction, Fraction, Fraction]  # judged, total, weight, highest possible total


def _sums_of_any(space: Space) -> list[State] | None:
    values, top = [level.value for level in space.scales[0].levels], space.scales[0].top.value
    sums, states = {Fraction(0)}, []
    for judged in range(1, len(space.names) + 1):
        sums = {total + value for total in sums for value in values}
        states += [(judged, total, Fraction(judged), judged * top) for total in sums]
        if len(states) > MOST_VALUES:
            return None
    return states


def _sums_by_name(space: Space, step: Bands) -> list[State] | None:
    states: set[State] = {(0, Fraction(0), Fraction(0), Fraction(0))}
    for name, scale in zip(space.names, space.scales, strict=True):
        weight = step.weight_of(name)
        with_it = {
            (
                judged + 1,
                total + weight * level.value,
                weights + weight,
                tops + weight * scale.top.value,
            )
            for judged, total, weights, tops in states
            for level in scale.levels
        }
        states = states | with_it if space.with_missing else with_it
        if len(states) > MOST_VALUES:
            return None
    return [state for state in states if state[0]]


def _reached(state: State, on: str) -> Reached:
    judged, total, weight, top = state
    over = {"mean": weight, "percentage": top, "sum": Fraction(1)}[on]
    return Reached((100 if on == "percentage" else 1) * total / over, judged, total, over)


def _holds(band: Band, reached: Reached, step: Bands) -> bool:
    return band.holds(to_whole(reached.value, step.rounded))


def _several(values: Sequence[Reached], step: Bands, subject: Subject) -> str:
    """The values with every input judged or, where there are none of those, with the most
    judged.
    """
    judged = values[0].judged
    first = [value for value in values if value.judged == judged]
    words = listed((value.in_words(step) for value in first), SHOWN)
    short = "" if judged == len(subject.space.names) else f" with {judged} of them judged"
    remaining = len(values) - len(first)
    remainder = (
        f"; and for {count_of(remaining, 'more value')} with fewer judged" if remaining else ""
    )
    return f"{words}, in {subject.where}{short}{remainder}"


def _around(hole: Reached, step: Bands) -> str:
    """The bands on both sides of a value."""
    value = to_whole(hole.value, step.rounded)
    below = [band for band in step.bands if band.upper is not None and band.upper[0] <= value]
    above = [band for band in step.bands if band.lower is not None and band.lower[0] >= value]
    sides = []
    if below:
        sides.append(max(below, key=lambda band: band.upper or ()))
    if above:
        sides.append(min(above, key=lambda band: band.lower or ()))
    return "it lies beside " + " and ".join(f"{band.rating} ({band.in_words})" for band in sides)


def _check_edges(subject: Subject, step: Bands, report: Report) -> None:
    """Unrounded scores can take values between the levels, so that the bands have to leave no space
    at all.
    """
    if step.rounded != "none":
        return
    for below, above in holes_between(step.bands):
        message = (
            f"a hole between {below.rating} ({below.in_words}) and {above.rating} "
            f"({above.in_words})"
        )
        report.warn((*subject.placed.path, "bands"), message, "bands that leave no score out")


def holes_between(bands: Iterable[Band]) -> Iterator[tuple[Band, Band]]:
    """Neighbouring bands that leave values between them out."""
    ordered = sorted(
        bands, key=lambda band: (band.lower is not None, band.lower or (), band.upper or ())
    )
    for below, above in pairwise(ordered):
        if below.upper is None or above.lower is None:
            continue
        end, start = below.upper, above.lower
        if start[0] > end[0] or (start[0] == end[0] and not start[1] and not end[1]):
            yield below, above
