"""Conditions on how many inputs are at some levels: what they ask, whether it holds, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, model_validator

from vfi.inputs.fields import AsTuple, Identifier, unacceptable
from vfi.problems import listed
from vfi.synthesis.choices import Number, Share
from vfi.synthesis.decision import CONSTANT, Guard, Linear, exceeds, reaches, times
from vfi.synthesis.levels import Selector

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entries

QUANTITIES = {
    "at_least": "at least",
    "at_most": "at most",
    "exactly": "exactly",
    "at_least_share": "at least",
    "at_most_share": "at most",
}


class Count(Selector):
    """A condition on how many inputs are at the levels meant.

    Attributes:
        at_least: at least so many; `all` stands for every judged input among those meant.
        at_most: at most so many.
        exactly: exactly so many.
        at_least_share: at least this share of the judged inputs among those meant.
        at_most_share: at most this share of them.
        among: the inputs meant, by id; all of them where none are named.
    """

    at_least: Number | None = None
    at_most: Number | None = None
    exactly: Number | None = None
    at_least_share: Share | None = None
    at_most_share: Share | None = None
    among: Annotated[tuple[Identifier, ...], AsTuple, Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _has_one_quantity(self) -> Any:
        keys = [key for key in QUANTITIES if getattr(self, key) is not None]
        if len(keys) != 1:
            raise unacceptable(listed(keys) or "no quantity", f"one of {listed(QUANTITIES)}")
        return self

    @property
    def quantity(self) -> tuple[str, int | Fraction | Literal["all"]]:
        """Which comparison, and the number or share that is compared with."""
        quantities = ((key, getattr(self, key)) for key in QUANTITIES)
        return next((key, number) for key, number in quantities if number is not None)

    @property
    def is_of_those_judged(self) -> bool:
        """Whether it speaks of a part of the judged inputs, of which there must be one."""
        number = self.quantity[1]
        return number == "all" or isinstance(number, Fraction)

    def concerns(self, child: str) -> bool:
        """Whether an input is among those meant."""
        return self.among is None or child in self.among

    def guards_on(self, selected: str, judged: str) -> Iterator[Guard]:
        """What has to hold for it, of two totals.

        `all` and the shares speak of the judged inputs among those meant; where there are none they
        do not hold, so that nothing holds by evidence that does not exist.

        Args:
            selected: the feature that counts the inputs at the levels meant.
            judged: the feature that counts the judged inputs among those meant.
        """
        comparison, number = self.quantity
        every: Linear = {judged: 1}
        if self.is_of_those_judged:
            yield exceeds(every, {})
        terms: Linear = {selected: 1}
        limit: Linear = every
        if isinstance(number, int):
            limit = {CONSTANT: number}
        elif isinstance(number, Fraction):
            terms, limit = times(terms, number.denominator), times(every, number.numerator)
        if not comparison.startswith("at_most"):
            yield reaches(terms, limit)
        if not comparison.startswith("at_least"):
            yield reaches(limit, terms)

    def holds_for(self, selected: int, judged: int) -> bool:
        """Whether it does where so many of those judged are at the levels meant."""
        totals = {"selected": selected, "judged": judged}
        return all(guard.holds(totals) for guard in self.guards_on("selected", "judged"))

    @property
    def sentence(self) -> str:
        """`at least 2 at Excellent`, `all at or above Good among E1, E2`."""
        comparison, number = self.quantity
        amount = f"{number} of those judged" if isinstance(number, Fraction) else str(number)
        if comparison in ("at_most", "exactly") and number == 0:
            quantity = "none"
        elif number == "all" and comparison != "at_most":
            quantity = "all"
        else:
            quantity = f"{QUANTITIES[comparison]} {amount}"
        levels = self.in_words or "judged"
        if self.among is None or isinstance(self.among, str):
            return f"{quantity} {levels}"
        return f"{quantity} {levels} among {', '.join(self.among)}"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a condition counted.

    Attributes:
        condition: the condition.
        selected: the ids of the inputs at the levels meant.
        judged: how many inputs among those meant have a level.
        holds: whether the condition does.
    """

    condition: Count
    selected: tuple[str, ...]
    judged: int
    holds: bool

    @property
    def sentence(self) -> str:
        """What the condition asks and what there is: `at least 2 at Excellent: 1 of 3 (E1)`."""
        ids = f" ({listed(self.selected)})" if self.selected else ""
        return f"{self.condition.sentence}: {len(self.selected)} of {self.judged}{ids}"


def tally(condition: Count, entries: Entries, among: Iterable[str] | None = None) -> Tally:
    """What a condition finds among the inputs that have a level.

    Args:
        condition: the condition.
        entries: the inputs that have a level.
        among: the ids meant, where they are not those that the condition names.
    """
    ids_meant = condition.among if among is None else tuple(among)
    pool = [entry for entry in entries if ids_meant is None or entry.id in ids_meant]
    selected = tuple(entry.id for entry in pool if condition.selects(entry.level, entry.scale))
    return Tally(condition, selected, len(pool), condition.holds_for(len(selected), len(pool)))
