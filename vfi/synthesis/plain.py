"""The rules that need nothing but their inputs and perhaps a tie convention.

They are what is commonly used in another rule's place: robustness shows the ratings under each of
them, and audits try them on published ratings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.rules import RULES, name_of

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale

ALTERNATIVES = tuple(rule for rule in RULES if rule.is_alternative)


@dataclass(frozen=True, slots=True)
class PlainRule:
    """A rule with a tie convention.

    Attributes:
        rule: the rule.
        ties: what its ties do; empty for a rule without.
        of: whether it takes `ratings` or `scores`.
    """

    rule: type[Rule]
    ties: str = ""
    of: str = "ratings"

    @property
    def name(self) -> str:
        """The name of the rule: `mean`."""
        return name_of(self.rule)

    @property
    def takes_values(self) -> bool:
        """Whether it makes a number of values, and does not compare levels."""
        return issubclass(self.rule, NumberRule)

    def __str__(self) -> str:
        """`mean of scores, ties up`."""
        of = "" if self.of == "ratings" else f" of {self.of}"
        return f"{self.name}{of}" + (f", ties {self.ties}" if self.ties else "")

    def step(self, missing: object, **settings: Any) -> Rule:
        """The step with this rule, and a way with missing evidence."""
        declared = {"rule": self.name, "of": self.of, "missing": missing, **settings}
        if self.ties:
            declared["ties"] = self.ties
        return self.rule.model_validate(declared)

    def in_place_of(self, step: Rule) -> Rule:
        """The step with this rule, and all that the other says of missing evidence."""
        coverage = step.minimum_coverage
        return self.step(step.missing, minimum_coverage=coverage, scale=step.scale)


def plain_rules(of: Sequence[str] = ("ratings",), with_even: bool = False) -> Iterator[PlainRule]:
    """Every such rule with every convention; those that take values for each thing that they can.

    Args:
        of: what rules may take that make a number.
        with_even: whether ties can go to the even level.
    """
    for rule in ALTERNATIVES:
        for input_kind in of if issubclass(rule, NumberRule) else of[:1]:
            for ties in rule.conventions or ("",):
                if with_even or ties != "even":
                    yield PlainRule(rule, ties, input_kind)


def has_even_levels(scale: Scale) -> bool:
    """Whether of any two neighbouring levels exactly one has an even whole number as value."""
    values = [level.value for level in scale.levels]
    are_whole = all(value.denominator == 1 for value in values)
    return are_whole and all(low % 2 != high % 2 for low, high in pairwise(values))
