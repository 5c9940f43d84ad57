"""The arithmetic mean of the values, taken to the nearest level."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from vfi.numbers import decimal
from vfi.synthesis.choices import Ties
from vfi.synthesis.intervals import nearest_in_words
from vfi.synthesis.rule import Line, NearestRule, Worked


class Mean(NearestRule):
    """The arithmetic mean of the values, taken to the nearest level."""

    rule: Literal["mean"]
    ties: Ties

    rises = True
    is_alternative = True

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        return f"The mean of {inputs}, {nearest_in_words('mean', self.ties)}"

    def missing_sentence(self) -> str:
        """What happens to insufficient evidence."""
        if self.stands_in is not None:
            return super().missing_sentence()
        return "Insufficient evidence is left out of the mean and counted."

    def working(self, worked: Worked) -> Iterator[Line]:
        """The sum over how many there are."""
        total = sum((entry.value for entry in worked.entries), Fraction(0))
        value = total / len(worked.entries)
        text = decimal(value, landmarks=worked.landmarks)
        quotient = f"{total} / {len(worked.entries)}"
        is_plain = str(value) == text or quotient.replace(" ", "") == str(value)
        exactly = "" if is_plain else f" = {value}"
        yield "Mean", f"{quotient}{exactly} = {text}"
