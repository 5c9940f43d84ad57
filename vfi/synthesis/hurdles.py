"""Hurdles: named reasons why a node cannot be rated above a level, whatever its synthesis says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from vfi.inputs.fields import AsTuple, Identifier, Model, Name, Text, unacceptable
from vfi.synthesis.conditions import AnyCondition

if TYPE_CHECKING:
    from vfi.synthesis.condition import Circumstances
    from vfi.synthesis.nodes import Nodes
    from vfi.synthesis.scale import Scale


class FailureIndicator(Model):
    """A fact that counts against a case whatever else is true of it, such as a breach of
    regulation.
    """

    id: Identifier
    title: Text
    meaning: Text


class Hurdle(Model):
    """A limit on the rating of a node: a soft one caps it, a hard one drops it to the lowest level.

    Attributes:
        id: its name for programs.
        title: its name for people.
        reason: why it exists.
        kind: soft or hard.
        node: the criterion, dimension, group or `overall` that it limits.
        cap: the highest level that a soft hurdle leaves possible.
        when: the conditions, all of which have to hold.
    """

    id: Identifier
    title: Text
    reason: Text
    kind: Literal["soft", "hard"]
    node: Identifier
    cap: Name | None = None
    when: Annotated[tuple[AnyCondition, ...], AsTuple, Field(min_length=1)]

    @model_validator(mode="after")
    def _cap_fits_kind(self) -> Hurdle:
        if self.kind == "soft" and self.cap is None:
            raise unacceptable(
                "a soft hurdle without a cap", "the highest level it leaves possible, in `cap`"
            )
        if self.kind == "hard" and self.cap is not None:
            raise unacceptable(
                "a hard hurdle with a cap", "no cap: a hard hurdle drops to the lowest level"
            )
        return self

    @property
    def conditions_in_words(self) -> str:
        """What has to hold for it to be triggered."""
        return " and ".join(condition.sentence for condition in self.when)

    @property
    def failures_named(self) -> tuple[str, ...]:
        """The failure indicators that it looks at."""
        failure_names = (condition.failure_named for condition in self.when)
        return tuple(dict.fromkeys(name for name in failure_names if name is not None))

    def looked_at(self, tree: Nodes) -> list[str]:
        """The nodes whose levels it looks at."""
        return [node for condition in self.when for node in condition.nodes(self.node, tree)]

    def ceiling(self, scale: Scale) -> str:
        """The highest level that it leaves possible."""
        return scale.bottom.name if self.cap is None else self.cap

    def lowers(self, rating: str | None, scale: Scale) -> str | None:
        """What is left of a rating where it is triggered; it never raises one."""
        if rating is None:
            return None
        return min(rating, self.ceiling(scale), key=scale.positions.__getitem__)


@dataclass(frozen=True, slots=True)
class HurdleOutcome:
    """What one hurdle did to a node.

    Attributes:
        hurdle: the hurdle.
        triggered: whether its conditions all hold.
        findings: what was found for each condition, in words.
        before: the level that the hurdle found; None for a node that has none.
        after: the level that it left.
    """

    hurdle: Hurdle
    triggered: bool
    findings: str
    before: str | None
    after: str | None

    @property
    def lowered(self) -> bool:
        """Whether the hurdle lowered the rating."""
        return self.before != self.after


def limit(
    rating: str | None,
    scale: Scale,
    hurdles: Sequence[Hurdle],
    circumstances: Circumstances,
    tree: Nodes,
) -> tuple[HurdleOutcome, ...]:
    """What each hurdle of a node does to its rating, in the order declared; none ever raises it.

    Args:
        rating: the rating before hurdles; None where there is none.
        scale: the scale of the rating.
        hurdles: the hurdles of the node.
        circumstances: what the hurdles look at.
        tree: the nodes of the rubric.
    """
    outcomes = []
    for hurdle in hurdles:
        findings = [
            condition.finding(circumstances, hurdle.node, tree) for condition in hurdle.when
        ]
        triggered = all(holds for holds, _ in findings)
        words = "; ".join(words for _, words in findings)
        after = hurdle.lowers(rating, scale) if triggered else rating
        outcomes.append(HurdleOutcome(hurdle, triggered, words, rating, after))
        rating = after
    return tuple(outcomes)
