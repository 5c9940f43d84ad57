"""How likely a judgement is to be one level off, and what that makes of many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vfi.robustness.grid import Column
    from vfi.study.models import Judgement, Study

RATE = Fraction(1, 10)
RATES = {"high": Fraction(1, 20), "medium": Fraction(3, 20), "low": Fraction(3, 10)}


@dataclass(frozen=True)
class ErrorModel:
    """The chance that a judgement is one level off: half of it upwards, half downwards; at an end
    all of it inwards.

    Attributes:
        rate: the chance for a judgement whose confidence is not recorded.
        by_confidence: the chance for each confidence that `judgements.csv` can record.
    """

    rate: Fraction = RATE
    by_confidence: Mapping[str, Fraction] = field(default_factory=lambda: dict(RATES))

    def of(self, judgement: Judgement) -> Fraction:
        """The chance for a judgement."""
        return self.by_confidence.get(judgement.confidence, self.rate)


@dataclass(frozen=True, slots=True)
class JudgementGroup:
    """Judgements on one criterion that are at the same level and as likely as each other to be
    off.
    """

    level: int
    size: int
    down: float
    up: float


def groups_of(study: Study, errors: ErrorModel) -> dict[str, tuple[JudgementGroup, ...]]:
    """The judgements with a level of each criterion and holistic group, in groups."""
    rubric = study.rubric
    counters: dict[str, Counter[tuple[int, Fraction]]] = {node: Counter() for node in rubric.judged}
    for judgement in study.judgements:
        if judgement.level is not None:
            position = rubric.judgement_scale(judgement.criterion).positions[judgement.level]
            counters[judgement.criterion][position, errors.of(judgement)] += 1
    levels = {node: len(rubric.judgement_scale(node).names) for node in counters}
    return {
        node: tuple(_groups(counter.items(), levels[node])) for node, counter in counters.items()
    }


def _groups(
    items: Iterable[tuple[tuple[int, Fraction], int]], levels: int
) -> Iterable[JudgementGroup]:
    for (level, rate), size in sorted(items):
        ways = (level > 0) + (level < levels - 1)
        down = float(rate / ways) if level > 0 else 0.0
        yield JudgementGroup(level, size, down, float(rate) - down)


def levels_up(column: Column) -> int:
    """The sum of the judgements of a column, in levels above the lowest."""
    return sum(position * count for position, count in enumerate(column.counts))
