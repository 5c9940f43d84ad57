"""A study of as many cases as are wanted, by the rules that most rubrics have."""

from __future__ import annotations

import random
from collections.abc import Mapping

from tests.making import rubric_of, study_of
from vfi.study.models import Study

LEVELS = ("L0", "L1", "L2", "L3")


def large_study(
    cases: int,
    seed: int = 3,
    dimensions: tuple[int, ...] = (3, 3, 5, 2),
    *,
    criterion: Mapping[str, str] | None = None,
    dimension: Mapping[str, str] | None = None,
    overall: Mapping[str, str] | None = None,
) -> Study:
    """Each criterion has a spread of levels of its own, and one judgement in fifty is insufficient
    evidence.
    """
    drawn = random.Random(seed)
    rubric = rubric_of(dimensions, criterion=criterion, dimension=dimension, overall=overall)
    spreads = {criterion: [drawn.random() for _ in LEVELS] for criterion in rubric.judged}
    grid = {
        f"c{number}": {
            criterion: None if drawn.random() < 0.02 else drawn.choices(LEVELS, spread)[0]
            for criterion, spread in spreads.items()
        }
        for number in range(cases)
    }
    return study_of(rubric, grid)
