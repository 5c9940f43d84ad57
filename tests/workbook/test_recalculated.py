"""Every formula, recalculated by LibreOffice, comes to what the engine says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.deep import SCORES, SYNTHESIS, TIERS, deep, deep_study, group
from tests.generated import NAMES, judgements, rubrics
from tests.rubrics import MEAN, TWO, criterion, rubric, scale_data, study
from tests.workbook.changing import SHIPPED, check, random_study
from tests.workbook.recalculating import (
    needs_libreoffice,
    values,
)
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.study.loading import load_study

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


def test_generated_rubrics_of_every_rule(tmp_path: Path) -> None:
    pairs = []
    for data, levels, other in generated():
        of = Rubric.model_validate(data)
        pairs.append((study(of, levels), study(of, other)))
    assert len(pairs) == EXAMPLES
    check(pairs, tmp_path)


def test_a_deep_tree(tmp_path: Path) -> None:
    check([(deep_study(seed=seed), deep_study(seed=seed + 10)) for seed in range(4)], tmp_path)


def test_a_deep_tree_of_scores_alone(tmp_path: Path) -> None:
    of = deep(synthesis={**dict.fromkeys(SYNTHESIS, SCORES), "evidence": MEAN})
    check([(deep_study(of, 1), deep_study(of, 2))], tmp_path)


def test_a_deep_tree_of_several_scales(tmp_path: Path) -> None:
    on_two = {"scale": "two", "synthesis": {**MEAN, "scale": "two"}}
    seen = {name: criterion(name, **on_two) for name in ("e3", "e4", "e5", "e6")}
    shares = {
        "rule": "bands",
        "on": "percentage",
        "missing": "exclude",
        "bands": [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}],
    }
    lines = [
        group("L1", ["e1", "e2"]),
        group("L2", [seen["e3"], seen["e4"]], synthesis=shares),
    ]
    themes = [
        group("T1", [group("S1", lines), group("S2")]),
        group("T2", [seen["e5"], seen["e6"]], synthesis={**MEAN, "scale": "two"}),
    ]
    synthesis = {**SYNTHESIS, "statement": MEAN, "overall": MEAN}
    of = rubric(themes, tiers=TIERS, synthesis=synthesis, scales={"two": scale_data(TWO)})
    check([(deep_study(of, seed), deep_study(of, seed + 10)) for seed in range(2)], tmp_path)


def test_every_shipped_rubric_and_each_of_its_perspectives(tmp_path: Path) -> None:
    random = Random(4)
    pairs = []
    for name in SHIPPED:
        of = load_rubric(name)
        for rules in (of, *(of.under(one.id) for one in of.perspectives)):
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
