"""What rules with rows have in common: the first row that fits gives the rating."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from vfi.synthesis.decision import DecisionRow, Guard
from vfi.synthesis.rule import LevelRule, Line, NamedLevel, Worked

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale


class RatedRow(Protocol):
    """A row of a rule."""

    @property
    def rating(self) -> str:
        """The level that it gives."""

    @property
    def sentence(self) -> str:
        """What it asks, and what it gives."""


class RowsRule(LevelRule):
    """A rule with rows, of which the first that fits gives the rating."""

    covering = "a row for every profile, or the level of all others in `otherwise`"

    if TYPE_CHECKING:

        @property
        def rows(self) -> Sequence[RatedRow]:
            """Its rows, in order."""

        @property
        def otherwise(self) -> str | None:
            """The rating where no row fits; None where there is none then."""

    @property
    def always_answers(self) -> bool:
        """Only where it says what happens otherwise."""
        return self.otherwise is not None

    @abstractmethod
    def guards(self, number: int) -> Iterator[Guard]:
        """What has to hold for one of its rows."""

    @abstractmethod
    def row_lines(self, number: int, worked: Worked) -> str:
        """What one of its rows asks, and what there is."""

    @abstractmethod
    def levels_in_row(self, number: int) -> Iterator[NamedLevel]:
        """The levels that one of its rows asks for."""

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """Its rows, and what happens otherwise."""
        for number, row in enumerate(self.rows):
            yield DecisionRow(tuple(self.guards(number)), scale.positions[row.rating], number)
        if self.otherwise is not None:
            yield DecisionRow((), scale.positions[self.otherwise])

    def levels_named(self) -> Iterator[NamedLevel]:
        """The levels of its rows."""
        yield from super().levels_named()
        for number, row in enumerate(self.rows):
            yield NamedLevel(("rows", number, "rating"), row.rating, of_rating=True)
            yield from self.levels_in_row(number)
        if self.otherwise is not None:
            yield NamedLevel(("otherwise",), self.otherwise, of_rating=True)

    def working(self, worked: Worked) -> Iterator[Line]:
        """Each row down to the one that fits."""
        for number in range(len(self.rows)):
            yield f"Row {number + 1}", self.row_lines(number, worked)
            if number == worked.row:
                return
        if self.otherwise is not None:
            yield "Otherwise", f"no row applies, so the rating is {self.otherwise}"

    def rows_in_words(self) -> str:
        """The rows and what happens otherwise: `Good if all at Good; otherwise Poor`."""
        otherwise = "undetermined" if self.otherwise is None else self.otherwise
        return "; ".join([*(row.sentence for row in self.rows), f"otherwise {otherwise}"])
