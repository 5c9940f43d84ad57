"""Ordered levels: what a judgement or a rating can be."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator

from vfi.inputs.fields import AsTuple, Exact, Model, Name, Text, unacceptable
from vfi.problems import quoted

INSUFFICIENT = "Insufficient evidence"
UNDETERMINED = "Undetermined"
STATES = (INSUFFICIENT, UNDETERMINED)
BOUNDS = AT_LEAST, AT_MOST = ("at least ", "at most ")


class Level(Model):
    """One level of a scale: its name, the value that a mean counts it with, and what it means in
    general.
    """

    name: Name
    value: Exact
    meaning: Text


class Scale(Model):
    """Ordered levels, the lowest first."""

    levels: Annotated[tuple[Level, ...], AsTuple, Field(min_length=2, max_length=12)]

    @model_validator(mode="after")
    def _is_ordered(self) -> Scale:
        for lower, higher in zip(self.levels, self.levels[1:], strict=False):
            if lower.value >= higher.value:
                message = (
                    f"{lower.name} with the value {lower.value} before {higher.name} with "
                    f"{higher.value}"
                )
                raise unacceptable(message, "levels in order, each value above the one before")
        for name in self.names:
            if self.names.count(name) > 1:
                raise unacceptable(f"the level {quoted(name)} twice", "each level once")
            if name.casefold() in {state.casefold() for state in STATES}:
                raise unacceptable(
                    f"a level named {quoted(name)}", "a level; that state is never one"
                )
        return self

    @cached_property
    def thresholds(self) -> tuple[Fraction, ...]:
        """The value half way between each level and the one above it, the lowest first."""
        pairs = zip(self.levels, self.levels[1:], strict=False)
        return tuple((below.value + above.value) / 2 for below, above in pairs)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the levels, the lowest first."""
        return tuple(level.name for level in self.levels)

    @cached_property
    def by_name(self) -> dict[str, Level]:
        """The levels by name."""
        return {level.name: level for level in self.levels}

    @cached_property
    def positions(self) -> dict[str, int]:
        """The place of each level by name, 0 for the lowest."""
        return {name: position for position, name in enumerate(self.names)}

    def meant(self, words: str) -> tuple[str, ...]:
        """The levels that `Good`, `at least Good` or `at most Good` means; none where it names no
        level.
        """
        return levels_meant(words, self.names)

    @property
    def top(self) -> Level:
        """The highest level."""
        return self.levels[-1]

    @property
    def bottom(self) -> Level:
        """The lowest level."""
        return self.levels[0]

    @cached_property
    def codes(self) -> dict[str, str]:
        """A code for each level, for narrow columns: the shortest beginning that no other level
        shares.
        """
        codes = {}
        for name in self.names:
            lengths = range(1, len(name))
            rivals = [rival.casefold() for rival in self.names if rival != name]
            alone = (
                name[:n]
                for n in lengths
                if not any(o.startswith(name[:n].casefold()) for o in rivals)
            )
            codes[name] = next(alone, name)
        return codes


def levels_meant(words: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Of levels in order, those that `Good`, `at least Good` or `at most Good` means; none where it
    names no level.
    """
    bound = next((bound for bound in BOUNDS if words.startswith(bound)), "")
    name = words.removeprefix(bound)
    if name not in names:
        return ()
    position = names.index(name)
    return names[
        {
            "": slice(position, position + 1),
            AT_LEAST: slice(position, None),
            AT_MOST: slice(position + 1),
        }[bound]
    ]
