"""Whether a hurdle can lower a rating, and whether it is ever not triggered."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from vfi.inspection.checks.whole import hurdle_outcomes
from vfi.numbers import grouped
from vfi.profiles.tried import SEED
from vfi.synthesis.tree import evaluation_order, resting_on

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.hurdles import Hurdle

MOST_WAYS = 1000
ENOUGH_CASES = 1000


@dataclass(frozen=True, slots=True)
class Filling:
    """One way for the rubric to be filled in: the rating of each criterion, and the failures
    recorded.
    """

    levels: Mapping[str, str]
    failures: Mapping[str, Sequence[str]]


def check_hurdles(rubric: Rubric, path: Path, report: Report) -> None:
    """Tell hurdles that lower no rating whatever the criteria are at, and those that are always
    triggered.
    """
    if not rubric.hurdles:
        return
    ways, is_all = ways_to_try(rubric)
    order = evaluation_order(rubric)
    triggered, lowering = Counter[str](), Counter[str]()
    for way in ways:
        for outcome in hurdle_outcomes(rubric, order, way.levels, way.failures):
            triggered[outcome.hurdle.id] += outcome.triggered
            lowering[outcome.hurdle.id] += outcome.lowered
    drawn = "" if is_all else f", drawn with the seed {SEED}"
    description = f"ways for the {rubric.tiers[0].plural} to be rated{drawn}"
    for position, hurdle in enumerate(rubric.hurdles):
        if not lowering[hurdle.id]:
            message = f"a hurdle that lowers a rating in none of {grouped(len(ways))} {description}"
            report.warn((*path, position), message, "a hurdle that can lower a rating")
        elif triggered[hurdle.id] == len(ways):
            message = f"a hurdle that is triggered in each of {grouped(len(ways))} {description}"
            report.warn((*path, position), message, "a hurdle that is not always triggered")


def ways_to_try(rubric: Rubric) -> tuple[list[Filling], bool]:
    """Every way where they are few; else those likeliest to trigger a hurdle, or not to, and some
    at random.
    """
    recorded = _failures(rubric)
    names = {node: rubric.rating_scale(node).names for node in rubric.judged}
    if math.prod(map(len, names.values())) * len(recorded) <= MOST_WAYS:
        every = (dict(zip(names, levels, strict=True)) for levels in product(*names.values()))
        return [Filling(levels, failures) for levels in every for failures in recorded], True
    pointed = [way for hurdle in rubric.hurdles for way in _pointed(hurdle, rubric, names)]
    generator = random.Random(SEED)  # noqa: S311 - a sample that is the same every time, not a secret
    sample = [
        _drawn(generator, names)
        for _ in range(max(MOST_WAYS - len(pointed), MOST_WAYS // 2) // len(recorded))
    ]
    return [
        Filling(levels, failures) for levels in [*pointed, *sample] for failures in recorded
    ], False


def _failures(rubric: Rubric) -> list[Mapping[str, Sequence[str]]]:
    """No failure recorded, and each for as many cases as any hurdle asks for."""
    if not rubric.failure_indicators:
        return [{}]
    case_counts = [
        getattr(condition, "cases", 1) for hurdle in rubric.hurdles for condition in hurdle.when
    ]
    cases = [
        f"case {number}" for number in range(1, min(max(case_counts, default=1), ENOUGH_CASES) + 1)
    ]
    return [{}, {failure.id: cases for failure in rubric.failure_indicators}]


def _pointed(
    hurdle: Hurdle, rubric: Rubric, names: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, str]]:
    """What is judged at or below the nodes that a hurdle looks at, one after the other, at each
    level; the rest at the top.
    """
    judged: list[str] = []
    for node in hurdle.looked_at(rubric):
        below = {node, *resting_on(rubric, node)}
        judged += [child for child in names if child in below and child not in judged]
    for depth in range(1, 1 + max(map(len, names.values()))):
        levels = {node: scale[-1] for node, scale in names.items()}
        yield dict(levels)
        for node in judged:
            levels[node] = names[node][-min(depth, len(names[node]))]
            yield dict(levels)


def _drawn(generator: random.Random, names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Levels at random around a middle that is drawn too, so that good and bad cases are as likely
    as mixed ones.
    """
    lean = generator.uniform(0.2, 5)
    return {
        node: scale[int(len(scale) * generator.random() ** lean)] for node, scale in names.items()
    }
