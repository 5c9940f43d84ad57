"""The ways in which a rule names levels and values: selectors of levels, and intervals of
values.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, model_validator

from vfi.inputs.fields import Exact, Model, Name, unacceptable
from vfi.problems import listed

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale


class Selector(Model):
    """Levels named by one of them: `at` it, or on one side of it."""

    WORDS: ClassVar[dict[str, str]] = {
        "at": "at",
        "at_or_above": "at or above",
        "above": "above",
        "at_or_below": "at or below",
        "below": "below",
    }

    at: Name | None = None
    at_or_above: Name | None = None
    above: Name | None = None
    at_or_below: Name | None = None
    below: Name | None = None

    @model_validator(mode="after")
    def _names_one_level(self) -> Any:
        keys = [key for key in self.WORDS if getattr(self, key) is not None]
        if len(keys) > 1:
            raise unacceptable(listed(keys), f"only one of {listed(self.WORDS)}")
        return self

    @property
    def selector(self) -> tuple[str, str] | None:
        """Which side, and the level that is named; None where no level is."""
        named_levels = ((key, getattr(self, key)) for key in self.WORDS)
        return next(((key, level) for key, level in named_levels if level is not None), None)

    @property
    def in_words(self) -> str:
        """`at or above Good`; nothing where no level is named."""
        selector = self.selector
        return "" if selector is None else f"{self.WORDS[selector[0]]} {selector[1]}"

    @property
    def looks_down(self) -> bool:
        """Whether it means levels on the lower side of one."""
        return self.at_or_below is not None or self.below is not None

    def selects(self, level: str, scale: Scale) -> bool:
        """Whether a level is one of those meant; any is where none is named."""
        selector = self.selector
        if selector is None:
            return True
        side, name = selector
        distance = scale.positions[level] - scale.positions[name]
        holds = {
            "at": distance == 0,
            "at_or_above": distance >= 0,
            "above": distance > 0,
            "at_or_below": distance <= 0,
            "below": distance < 0,
        }
        return holds[side]


class Band(Model):
    """An interval of values and the level that a value in it gets.

    `from` and `to` belong to the interval, `above` and `below` do not; an end that is not given is
    open.
    """

    rating: Name
    from_: Annotated[Exact | None, Field(alias="from")] = None
    above: Exact | None = None
    to: Exact | None = None
    below: Exact | None = None

    @model_validator(mode="after")
    def _has_one_edge_a_side(self) -> Band:
        for closed, opened, words in (
            (self.from_, self.above, "from, above"),
            (self.to, self.below, "to, below"),
        ):
            if closed is not None and opened is not None:
                raise unacceptable(words.replace(",", " and"), f"only one of {words}")
        if self.lower is None and self.upper is None:
            raise unacceptable("a band without an edge", "at least one of from, above, to, below")
        if (
            self.lower is not None
            and self.upper is not None
            and not self._holds_a_value(self.lower, self.upper)
        ):
            raise unacceptable(
                f"a band that holds no value ({self.in_words})", "a lower edge below the upper one"
            )
        return self

    @staticmethod
    def _holds_a_value(lower: tuple[Fraction, bool], upper: tuple[Fraction, bool]) -> bool:
        return lower[0] < upper[0] or (lower[0] == upper[0] and lower[1] and upper[1])

    @property
    def lower(self) -> tuple[Fraction, bool] | None:
        """The lower edge and whether it belongs to the band."""
        if self.from_ is not None:
            return self.from_, True
        return None if self.above is None else (self.above, False)

    @property
    def upper(self) -> tuple[Fraction, bool] | None:
        """The upper edge and whether it belongs to the band."""
        if self.to is not None:
            return self.to, True
        return None if self.below is None else (self.below, False)

    @property
    def in_words(self) -> str:
        """`from 63 to 87`, `above 3/2`."""
        edges = (
            ("from", self.from_),
            ("above", self.above),
            ("to", self.to),
            ("below", self.below),
        )
        return " ".join(f"{word} {edge}" for word, edge in edges if edge is not None)

    def holds(self, value: Fraction) -> bool:
        """Whether a value lies in the band."""
        above = (
            self.lower is None
            or value > self.lower[0]
            or (self.lower[1] and value == self.lower[0])
        )
        under = (
            self.upper is None
            or value < self.upper[0]
            or (self.upper[1] and value == self.upper[0])
        )
        return above and under
