"""The mean in which each child has a weight, taken to the nearest level."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from vfi.numbers import exact, exact_percent
from vfi.synthesis.choices import Ties, Weights
from vfi.synthesis.intervals import nearest_in_words
from vfi.synthesis.rule import Line, NearestRule, Rule, Worked
from vfi.synthesis.rules.mean import Mean
from vfi.synthesis.words import weights_in_words


class WeightedMean(NearestRule):
    """The mean in which each child has a weight, taken to the nearest level; weights are shares of
    those present.
    """

    rule: Literal["weighted mean"]
    weights: Weights
    ties: Ties

    rises = True

    @property
    def quantity(self) -> str:
        """What the number is called."""
        return "mean"

    def without_idle_weights(self) -> Rule:
        """A plain mean where all weights are alike."""
        if len(set(self.weights.values())) > 1:
            return self
        parts = self.model_dump(by_alias=True, exclude={"rule", "weights"})
        return Mean.model_validate({"rule": "mean", **parts})

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        weights = weights_in_words(self.weights)
        nearest = nearest_in_words("mean", self.ties)
        return f"The mean of {inputs} with the weights {weights}, {nearest}"

    def missing_sentence(self) -> str:
        """What happens to insufficient evidence, and to its weight."""
        if self.stands_in is not None:
            return super().missing_sentence()
        shared = "its weight shared among the others in proportion"
        return f"Insufficient evidence is left out, {shared}, and counted."

    def working(self, worked: Worked) -> Iterator[Line]:
        """The share of each weight, and the weighted sum over the weights."""
        entries, weights = worked.entries, self.weights
        weight = sum((weights[entry.id] for entry in entries), Fraction(0))
        total = sum((weights[entry.id] * entry.value for entry in entries), Fraction(0))
        shares = ", ".join(
            f"{entry.id} {exact_percent(weights[entry.id] / weight)}" for entry in entries
        )
        yield "Weights", f"{exact(weight)} in all among those that count; shares: {shares}"
        text = exact(total / weight, landmarks=worked.landmarks)
        yield "Mean", f"({total}) / ({weight}) = {text}"
