"""The cases of the rules, and every interpreter of a rule: each says what a case is rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from tests.relational.studies import study_of
from tests.rubrics import criterion, dimension, rubric, scale, step
from tests.workbook.recalculating import ratings, recalculated, values
from vfi.audit.recomputation import rows_of
from vfi.profiles.evaluation import evaluate
from vfi.profiles.space import Space
from vfi.relational.run import recompute
from vfi.robustness.search.flips import Search
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.synthesis.outcome import Input
from vfi.synthesis.rule import Rule
from vfi.synthesis.step import synthesise
from vfi.workbook.book import write_workbook

FOLDER = Path(__file__).with_name("cases")
NAMES = "abcdefgh"
NO_RATING = "no rating"
STATES = {-1: "insufficient evidence", -2: "undetermined"}


@dataclass(frozen=True)
class Case:
    """One case of a rule.

    Attributes:
        id: its rule and name.
        rule: the step as a rubric writes it.
        levels: the level of each input; None for insufficient evidence.
        rating: the rating, or the state without one.
        value: the exact value; None where none is stated.
        data: all that the file says.
    """

    id: str
    rule: Mapping[str, Any]
    levels: Mapping[str, str | None]
    rating: str
    value: Fraction | None
    data: Mapping[str, Any]

    @property
    def step(self) -> Rule:
        """The step."""
        return step(**self.rule)

    @property
    def inputs(self) -> list[Input]:
        """The inputs, with the values of their levels."""
        known = scale().by_name
        return [
            Input(name, level, None if level is None else known[level].value)
            for name, level in self.levels.items()
        ]


def cases_of(path: Path) -> list[Case]:
    """The cases of a rule's file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_case(path.stem, data["rule"], entry) for entry in data["cases"]]


def _case(name: str, rule: Mapping[str, Any], data: Mapping[str, Any]) -> Case:
    value = None if data.get("value") is None else Fraction(str(data["value"]))
    return Case(
        id=f"{name}: {data['name']}",
        rule={**rule, **data.get("with", {})},
        levels=dict(zip(NAMES, data["inputs"], strict=False)),
        rating=data["rating"] or data["state"],
        value=value,
        data=data,
    )


@cache
def every_case() -> tuple[Case, ...]:
    """The cases of every file."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in cases_of(path))


def by_synthesis(cases: Sequence[Case]) -> list[str]:
    """Inputs one by one, in exact fractions."""
    outcomes = [synthesise(case.step, case.inputs, scale()) for case in cases]
    return [outcome.rating or outcome.state for outcome in outcomes]


def by_profiles(cases: Sequence[Case]) -> list[str]:
    """Many profiles at once, in whole numbers."""
    return [_by_profile(case) for case in cases]


def _by_profile(case: Case) -> str:
    known = scale()
    space = Space(case.step, tuple(case.levels), (known,) * len(case.levels), known, True)
    profile = [0 if level is None else 1 + known.positions[level] for level in case.levels.values()]
    place = int(evaluate(space, np.array([profile], dtype=np.int8)).places[0])
    return known.names[place] if place >= 0 else STATES[place]


def together(cases: Sequence[Case]) -> Scorecard:
    """All cases in one study: a dimension each, whose criteria are the inputs."""
    dimensions = [
        dimension(
            f"K{number}",
            [criterion(_named(number, name)) for name in case.levels],
            synthesis=_renamed(number, {"missing": "exclude", **case.rule}),
        )
        for number, case in enumerate(cases)
    ]
    levels = {
        _named(number, name): level
        for number, case in enumerate(cases)
        for name, level in case.levels.items()
    }
    return score(study_of(rubric(dimensions), {"LA1": levels}))


def _named(number: int, name: str) -> str:
    return f"K{number}.{name}"


def _renamed(number: int, data: Any, is_names: bool = False) -> Any:
    """A step with the names of its inputs made those of the criteria."""
    if isinstance(data, list):
        renamed = [_renamed(number, one) for one in data]
        return [_named(number, one) for one in data] if is_names else renamed
    if not isinstance(data, dict):
        return data
    if is_names:
        return {_named(number, key): value for key, value in data.items()}
    return {
        key: _renamed(number, value, key in ("weights", "among") or _is_cells(key, value))
        for key, value in data.items()
    }


def _is_cells(key: str, value: object) -> bool:
    return key == "when" and isinstance(value, dict)


def by_scoring(cases: Sequence[Case]) -> list[str]:
    """As the nodes of a scorecard."""
    nodes = together(cases).nodes
    return [_result(nodes[f"K{number}"].result) for number in range(len(cases))]


def by_relational(cases: Sequence[Case]) -> list[str]:
    """By the recomputation, which shares no code with the rest."""
    scorecard = together(cases)
    figures = recompute(rows_of(scorecard.study), scorecard.study.rubric)
    over_all = {figure.node: figure for figure in figures if not figure.case}
    nodes = [over_all[f"K{number}"] for number in range(len(cases))]
    return [figure.rating or figure.state for figure in nodes]


def by_search(cases: Sequence[Case]) -> list[str]:
    """By the search through the tree, at no cost."""
    scorecard = together(cases)
    search = Search.of(scorecard.study)
    return [_at_no_cost(search, f"K{number}") for number in range(len(cases))]


def _at_no_cost(search: Search, node: str) -> str:
    ways, _ = search.ways(node, "steps")
    (level,) = [level for level, way in ways.items() if way.cost == 0]
    return level or NO_RATING


def by_workbook(cases: Sequence[Case], folder: Path) -> list[str]:
    """By LibreOffice, from the formulas of the workbook alone."""
    scorecard = together(cases)
    path = write_workbook(scorecard, folder / "cases.xlsx")
    shown = ratings(scorecard, values(recalculated([path], folder)[path.name]))
    return [_result(shown[None, f"K{number}"][0]) for number in range(len(cases))]


def _result(text: str) -> str:
    return text if text in scale().names else text.lower()
