"""Every formula, recalculated by LibreOffice, comes to what the engine says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from xlsxwriter.utility import xl_rowcol_to_cell

from tests.generated import NAMES, judgements, rubrics
from tests.making import ROOT
from tests.rubrics import MEAN, TWO, criterion, dimension, rubric, rubric_data, scale_data, study
from tests.workbook.recalculating import (
    change,
    differences,
    needs_libreoffice,
    ratings,
    recalculated,
    values,
)
from vfi.rubric import Rubric, load_rubric
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Scorecard, score
from vfi.study import Failure, Study, load_study
from vfi.workbook import write_workbook
from vfi.workbook.plan import BookPlan

Levels = dict[str, dict[str, str | None]]
EXAMPLES = 30
GENERATING = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
pytestmark = needs_libreoffice


def generated() -> list[tuple[dict[str, Any], Levels, Levels]]:
    """Rubrics of every rule with judgements, and other judgements of the same cases."""
    found = []

    @GENERATING
    @given(rubrics(), judgements(), st.randoms(use_true_random=False))
    def add(data: dict[str, Any], levels: Levels, random: Any) -> None:
        other = {
            case: {
                name: random.choice([level, level, None, *NAMES]) for name, level in of_case.items()
            }
            for case, of_case in levels.items()
        }
        found.append((data, levels, other))

    add()
    return found


def moved(before: Study, after: Study) -> dict[tuple[str, str], str]:
    """The cells of the judgements that are not the same in two studies, with the new ones."""
    plan = BookPlan(score(before), {})
    old = {(one.case, one.criterion): one.level for one in before.judgements}
    return {
        (
            "Judgements",
            xl_rowcol_to_cell(plan.case_rows[one.case], plan.judged_columns[one.criterion]),
        ): one.level or INSUFFICIENT
        for one in after.judgements
        if old[(one.case, one.criterion)] != one.level
    }


def check(pairs: Iterable[tuple[Study, Study]], folder: Path) -> None:
    """Write each study, change it into the other, recalculate both, and compare every formula and
    rating.
    """
    scorecards: dict[str, Scorecard] = {}
    for number, (before, after) in enumerate(pairs):
        written = write_workbook(score(before), folder / f"written{number}.xlsx")
        changed = folder / f"changed{number}.xlsx"
        change(written, changed, moved(before, after))
        scorecards |= {written.name: score(before), changed.name: score(after)}
    again = recalculated([folder / name for name in scorecards], folder)
    for name, scorecard in scorecards.items():
        now = values(again[name])
        if name.startswith("written"):
            assert differences(folder / name, now) == [], scorecard.study.rubric
        for key, (shown, rated) in ratings(scorecard, now).items():
            assert shown == rated, (name, key, scorecard.study.rubric)


def test_generated_rubrics_of_every_rule(tmp_path: Path) -> None:
    pairs = []
    for data, levels, other in generated():
        rubric = Rubric.model_validate(data)
        pairs.append((study(rubric, levels), study(rubric, other)))
    assert len(pairs) == EXAMPLES
    check(pairs, tmp_path)


SHIPPED = sorted(folder.name for folder in (ROOT / "rubrics").iterdir())


def random_study(rules: Rubric, random: Random) -> Study:
    """Five cases at random levels, with failures recorded for some of them."""
    cases = [f"L{number}" for number in range(5)]
    choices = {name: [*rules.judgement_scale(name).names, None] for name in rules.judged}
    levels = {
        case: {name: random.choice(names) for name, names in choices.items()} for case in cases
    }
    failures = [
        Failure(case, failure.id, "seen")
        for failure in rules.failure_indicators
        for case in cases
        if random.random() < 0.4
    ]
    return study(rules, levels, failures)


def test_every_shipped_rubric_and_each_of_its_perspectives(tmp_path: Path) -> None:
    random = Random(4)
    pairs = []
    for name in SHIPPED:
        rubric = load_rubric(name)
        for rules in (rubric, *(rubric.under(one.id) for one in rubric.perspectives)):
            before = random_study(rules, random)
            after = replace(random_study(rules, random), failures=before.failures)
            pairs.append((before, after))
    check(pairs, tmp_path)


@pytest.mark.parametrize("name", ["domestic-abuse-duty-2025", "idva-coverage-2017"])
def test_the_shipped_studies_and_a_change_of_each(name: str, tmp_path: Path) -> None:
    before = load_study(name)
    lowest = {
        judged: before.rubric.judgement_scale(judged).names[0] for judged in before.rubric.judged
    }
    changed = tuple(
        one._replace(level=lowest[one.criterion]) if place % 3 == 0 else one
        for place, one in enumerate(before.judgements)
    )
    check([(before, replace(before, judgements=changed))], tmp_path)
    sentence = values(tmp_path / "recalculated" / "written0.xlsx").get(("Published", "A3"))
    assert sentence in (None, "Equal to the computed ones: 18 of 18 published ratings.")


SCORES = {"of": "scores", "missing": "exclude"}
UNEVEN = scale_data((("None", "-1/3"), ("Some", "1/2"), ("Much", 1), ("All", "7/3")))
TWO_SCALES = {"two": scale_data(TWO), "uneven": UNEVEN}
BANDS = [
    {"rating": "Poor", "below": 1},
    {"rating": "Adequate", "to": "3/2"},
    {"rating": "Excellent", "above": "8/5"},
]
PERCENT = [
    {"rating": "Poor", "below": 33},
    {"rating": "Good", "to": 67},
    {"rating": "Excellent", "above": 67},
]
WEIGHTS = {"A": "1/3", "B": 2, "C": "1/2"}
OVERALL_STEPS: list[dict[str, Any]] = [
    {"rule": "mean", "ties": "even", **SCORES},
    {"rule": "mean", "ties": {"towards": "Good"}, **SCORES, "missing": {"as": "Adequate"}},
    {"rule": "weighted mean", "ties": "down", "weights": WEIGHTS, **SCORES},
    {"rule": "median", "ties": "down", **SCORES},
    {"rule": "bands", "on": "mean", "bands": BANDS, "weights": WEIGHTS, **SCORES},
    {"rule": "bands", "on": "sum", "bands": BANDS, "weights": WEIGHTS, **SCORES},
    {"rule": "bands", "on": "percentage", "rounded": "half_even", "bands": PERCENT, **SCORES},
    {
        "rule": "bands",
        "on": "percentage",
        "rounded": "half_up",
        "bands": PERCENT,
        "missing": "exclude",
    },
]


@pytest.mark.parametrize("scales", [False, True], ids=["one scale", "several scales"])
def test_unrounded_scores_below_hurdles_and_on_other_scales(scales: bool, tmp_path: Path) -> None:
    hurdles = [
        {
            "id": "cap",
            "title": "=1+1",
            "reason": "r",
            "kind": "soft",
            "cap": "Adequate",
            "node": "A",
        },
        {"id": "drop", "title": "Drop", "reason": "r", "kind": "hard", "node": "A1"},
        {
            "id": "all",
            "title": "All",
            "reason": "r",
            "kind": "soft",
            "cap": "Good",
            "node": "overall",
        },
    ]
    whens = [
        {"node": "B", "at_or_below": "Adequate"},
        {"failure": "f", "cases": 2},
        {"at_least": 2, "at": "Good", "among": "dimensions"},
    ]
    random, pairs = Random(7), []
    for step in OVERALL_STEPS:
        own = (
            {"A2": {"scale": "two"}, "A3": {"scale": "uneven"}}
            if scales and step["rule"] != "median"
            else {}
        )
        criteria = [criterion(name, **own.get(name, {})) for name in ("A1", "A2", "A3")]
        mean = {"rule": "mean", "ties": "up", **SCORES}
        if own:
            mean = {"rule": "mean", "ties": "up", "scale": "default", "missing": "exclude"}
        dimensions = [
            dimension("A", criteria, synthesis=mean),
            dimension("B", ["B1", "B2"]),
            dimension("C"),
        ]
        rubric = Rubric.model_validate(
            rubric_data(
                dimensions,
                scales=TWO_SCALES,
                synthesis={
                    "criterion": MEAN,
                    "dimension": {**MEAN, "of": "scores"},
                    "overall": step,
                },
                failure_indicators=[{"id": "f", "title": "F", "meaning": "m"}],
                hurdles=[{**one, "when": [when]} for one, when in zip(hurdles, whens, strict=True)],
            )
        )
        before = random_study(rubric, random)
        pairs.append((before, replace(random_study(rubric, random), failures=before.failures)))
    check(pairs, tmp_path)


def test_numbers_that_grow_too_large_after_a_change_are_shown_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vfi.workbook.rules.LIMIT", 100)
    mean = {"rule": "mean", "ties": "up", **SCORES}
    capped = {
        "id": "h",
        "title": "H",
        "reason": "r",
        "kind": "soft",
        "cap": "Poor",
        "node": "overall",
    }
    rules = rubric(
        [dimension("A", ["A1", "A2"])],
        synthesis={"criterion": MEAN, "dimension": mean, "overall": mean},
        hurdles=[{**capped, "when": [{"node": "A", "at": "Good"}]}],
    )
    before = study(rules, {f"L{number}": {"A1": "Good", "A2": "Good"} for number in range(5)})
    levels: dict[str, list[str | None]] = {
        "A1": ["Good", "Good", "Good", "Poor", "Poor"],
        "A2": [None, "Good", "Poor", "Good", "Good"],
    }
    after = study(rules, {f"L{n}": {name: of[n] for name, of in levels.items()} for n in range(5)})
    written = write_workbook(score(before), tmp_path / "written.xlsx")
    change(written, tmp_path / "changed.xlsx", moved(before, after))
    shown = ratings(
        score(after), values(recalculated([tmp_path / "changed.xlsx"], tmp_path)["changed.xlsx"])
    )
    assert shown[(None, "A1")][0] == "Adequate"
    assert {shown[(None, name)][0] for name in ("A", "overall")} == {"Beyond exact arithmetic"}
