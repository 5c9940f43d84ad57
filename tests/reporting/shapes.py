"""Studies of every shape that there is a rubric for, made in code."""

from __future__ import annotations

from tests import rubrics
from tests.making import ROOT
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

NAMES = (
    "Northshire",
    "Southmere",
    "Kingston upon Hull",
    "Bournemouth, Christchurch and Poole",
    "Bath",
    "Westport",
)
EVERY_ELEVENTH = 11


def shipped_rubric(name: str) -> Rubric:
    return load_rubric(ROOT / "rubrics" / name)


def scored(rubric: Rubric, cases: int = 14) -> Scorecard:
    """A study of so many cases, by the rubric."""
    return score(rubrics.study(rubric, grid_of(rubric, cases)))


def grid_of(rubric: Rubric, cases: int) -> rubrics.Grid:
    """Judgements on so many cases: each level occurs, and every eleventh is insufficient
    evidence.
    """
    grid: dict[str, dict[str, str | None]] = {}
    for case in range(cases):
        levels: dict[str, str | None] = {}
        for place, name in enumerate(rubric.judged):
            names = rubric.judgement_scale(name).names
            number = 3 * case + 5 * place + case * place
            levels[name] = None if number % EVERY_ELEVENTH == 1 else names[number % len(names)]
        grid[f"LA{case + 1:02}"] = levels
    return grid
