"""Counting rules: an ordered list of conditions on how many inputs are at which levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from vfi.inputs.fields import AsTuple, Model, Name
from vfi.synthesis.count import Count, tally
from vfi.synthesis.decision import Feature, Guard
from vfi.synthesis.outcome import Entry, profile_in_words
from vfi.synthesis.rows import RowsRule
from vfi.synthesis.rule import NamedLevel, Path, Worked

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale


class CountingRow(Model):
    """A level, and the conditions that all have to hold for it."""

    rating: Name
    when: Annotated[tuple[Count, ...], AsTuple, Field(min_length=1)]

    @property
    def sentence(self) -> str:
        """`Good if at least 2 at or above Good and none at Poor`."""
        return f"{self.rating} if {' and '.join(count.sentence for count in self.when)}"


class Counting(RowsRule):
    """An ordered list of conditions on counts; the first row whose conditions all hold gives the
    rating.
    """

    rule: Literal["counting"]
    rows: Annotated[tuple[CountingRow, ...], AsTuple, Field(min_length=1)]
    otherwise: Name | None = None

    @property
    def by_name(self) -> bool:
        """Whether a condition names the inputs that it is about."""
        return any(count.among is not None for row in self.rows for count in row.when)

    @property
    def largest_count(self) -> int:
        """The largest number that a condition asks for."""
        numbers = (count.quantity[1] for row in self.rows for count in row.when)
        return max((number for number in numbers if isinstance(number, int)), default=0)

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """For each condition how many inputs are at the levels meant, and how many are judged."""
        features = {}
        for number, row in enumerate(self.rows):
            for position, count in enumerate(row.when):
                selected, judged = _names(number, position)
                features[selected] = Feature(_selects(count))
                features[judged] = Feature(_concerns(count))
        return features

    def guards(self, number: int) -> Iterator[Guard]:
        """The conditions of a row."""
        for position, count in enumerate(self.rows[number].when):
            yield from count.guards_on(*_names(number, position))

    def no_answer(self, entries: Sequence[Entry], scale: Scale, value: Fraction | None) -> str:
        """The profile that no row covers."""
        return f"no row of the counting rule covers {profile_in_words(entries)}"

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        return f"By counting {inputs}; the first that holds: {self.rows_in_words()}."

    def row_lines(self, number: int, worked: Worked) -> str:
        """What a row asks, and what there is."""
        row = self.rows[number]
        tallies = [tally(count, worked.entries) for count in row.when]
        verdicts = {True: "holds", False: "does not hold"}
        conditions = "; ".join(f"{result.sentence}, {verdicts[result.holds]}" for result in tallies)
        is_it = number == worked.row
        verdict = "this row gives the rating" if is_it else "so the row does not apply"
        return f"{row.rating} if {conditions}; {verdict}"

    def levels_in_row(self, number: int) -> Iterator[NamedLevel]:
        """The levels that its conditions name."""
        for position, count in enumerate(self.rows[number].when):
            if count.selector is not None:
                side, level = count.selector
                path: Path = ("rows", number, "when", position, side)
                yield from (NamedLevel(path, level, child) for child in count.among or (None,))

    def children_named(self) -> Iterator[tuple[Path, str]]:
        """The inputs that its conditions are about."""
        for number, row in enumerate(self.rows):
            for position, count in enumerate(row.when):
                for index, child in enumerate(count.among or ()):
                    yield ("rows", number, "when", position, "among", index), child


def _names(number: int, position: int) -> tuple[str, str]:
    """The features of one condition of a row."""
    return f"selected {number}.{position}", f"judged {number}.{position}"


def _selects(count: Count) -> Callable[[Entry], int]:
    return lambda entry: int(count.concerns(entry.id) and count.selects(entry.level, entry.scale))


def _concerns(count: Count) -> Callable[[Entry], int]:
    return lambda entry: int(count.concerns(entry.id))
