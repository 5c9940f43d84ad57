"""How firm each rating is: one measure, one order and one verdict, for every output.

The measure is the fewest steps that make a rating another one; a step moves one judgement by one
level. It is not divided by the number of judgements that a rating rests on. A dimension that three
steps on one of its criteria overturn is no more fragile than that criterion, which the same three
steps overturn; yet the dimension rests on three times the judgements, and a quotient would call it
three times as fragile, and the whole more fragile still.

What few steps are depends on how many cases there are, and on how far one judgement can move. Both
are the same for every rating of a study, so thresholds made of them never put two ratings in
another order than the plain count does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from vfi.numbers import count_of, grouped

if TYPE_CHECKING:
    from vfi.robustness.search.flips import Distance, Flip
    from vfi.scoring.models import Node, Scorecard
    from vfi.study.models import Study

Verdict = Literal["on the line", "fair", "firm", "cannot change", "no rating"]
MEASURE: Final = "fewest steps"
# One case in so many, all off to the same side, can happen unseen.
CASES_ON_THE_LINE = 20
# One case in so many, all off to the same side, would be a fault of the whole assessment.
CASES_FIRM = 5
NEVER = 1 << 60


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How many steps make a rating of a study fair or firm.

    Attributes:
        cases: how many cases the study has.
        reach: how many levels one judgement can move by, on the longest scale that cases are judged
            on.
    """

    cases: int
    reach: int

    @classmethod
    def of(cls, study: Study) -> Thresholds:
        """The thresholds of a study."""
        levels = (len(study.rubric.judgement_scale(node).levels) for node in study.rubric.judged)
        return cls(len(study.cases), max(levels) - 1)

    @property
    def on_the_line(self) -> int:
        """The most steps with which a rating is on the line: what one judgement can make, or one
        case in twenty.
        """
        return max(self.reach, self.cases // CASES_ON_THE_LINE)

    @property
    def firm(self) -> int:
        """The fewest steps with which a rating is firm: more than two judgements can make, and one
        case in five.
        """
        return max(2 * self.reach, self.cases // CASES_FIRM) + 1

    def verdict(self, steps: int) -> Verdict:
        """The verdict on a rating that so many steps, and no fewer, make another."""
        if steps <= self.on_the_line:
            return "on the line"
        return "firm" if steps >= self.firm else "fair"

    def in_words(self, case: str) -> tuple[tuple[Verdict, str], ...]:
        """Each verdict with what it takes; `case` is what one case is called."""
        largest, least = count_of(self.on_the_line, "step"), count_of(self.firm, "step")
        between = count_of(self.firm - 1, "step")
        if self.on_the_line + 1 < self.firm - 1:
            between = f"{grouped(self.on_the_line + 1)} to {between}"
        return (
            (
                "on the line",
                f"{largest} or fewer: no more than one judgement can make, or one {case} in twenty",
            ),
            ("fair", between),
            (
                "firm",
                f"{least} or more: more than two judgements can make, and than one {case} in five",
            ),
        )


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firm one rating is.

    Attributes:
        node: the node.
        nearest: the change of its rating that takes the fewest steps; None where there is none.
        verdict: the verdict on it.
        is_least: whether only so much is known: it may be firmer, because a search stopped before
            the end.
    """

    node: str
    nearest: Flip | None
    verdict: Verdict
    is_least: bool = False

    @property
    def steps(self) -> int | None:
        """The fewest steps that make it another; None where none do."""
        return None if self.nearest is None else self.nearest.steps.fewest

    @property
    def words(self) -> str:
        """The verdict, with what is not known of it."""
        if not self.is_least:
            return self.verdict
        return "not known" if self.verdict == "on the line" else f"{self.verdict} or firmer"


@dataclass(frozen=True)
class Ranking:
    """The ratings of a scorecard, the most fragile first.

    Attributes:
        thresholds: what the verdicts go by.
        ratings: in order of the fewest steps, then of the fewest judgements, then of the rubric.
            Those that cannot change come after them, and nodes without a rating last.
    """

    thresholds: Thresholds
    ratings: tuple[Firmness, ...]

    @cached_property
    def by_node(self) -> Mapping[str, Firmness]:
        """The same by node, in the same order."""
        return {firmness.node: firmness for firmness in self.ratings}

    @property
    def order(self) -> tuple[str, ...]:
        """The nodes, the most fragile first."""
        return tuple(self.by_node)


def rank(scorecard: Scorecard, flips: Mapping[str, Sequence[Flip]]) -> Ranking:
    """How firm each rating is, of the nodes whose flips are given."""
    thresholds = Thresholds.of(scorecard.study)
    ratings = [
        _firmness(node, flips[node.id], thresholds)
        for node in scorecard.nodes.values()
        if node.id in flips
    ]
    return Ranking(thresholds, tuple(sorted(ratings, key=_fragility)))


def nearest_flip(flips: Sequence[Flip]) -> Flip | None:
    """The flip that takes the fewest steps; None where there is none."""
    possible = [flip for flip in flips if flip.steps.fewest is not None]
    return min(
        possible,
        key=lambda flip: (flip.steps.fewest, not flip.steps.exact, flip.direction),
        default=None,
    )


def _firmness(node: Node, flips: Sequence[Flip], thresholds: Thresholds) -> Firmness:
    if node.rating is None:
        return Firmness(node.id, None, "no rating")
    nearest = nearest_flip(flips)
    if nearest is None or nearest.steps.fewest is None:
        return Firmness(node.id, None, "cannot change")
    verdict = thresholds.verdict(nearest.steps.fewest)
    return Firmness(
        node.id, nearest, verdict, is_least=not nearest.steps.exact and verdict != "firm"
    )


def _fragility(firmness: Firmness) -> tuple[bool, int, int]:
    nearest = firmness.nearest
    if nearest is None:
        return (firmness.verdict == "no rating", NEVER, NEVER)
    return (False, _or_never(nearest.steps), _or_never(nearest.judgements))


def _or_never(distance: Distance) -> int:
    return NEVER if distance.fewest is None else distance.fewest
