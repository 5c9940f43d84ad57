"""What holds for every rubric that can be written."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import vfi
from tests import brute_force
from tests.generated import JUDGED, NAMES, judgements, rubrics
from tests.rubrics import study
from vfi.inputs.yaml import Document
from vfi.problems import Problems
from vfi.rubric.consistency import check_consistency
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

PHASES = [Phase.explicit, Phase.generate]
FEWER = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=PHASES,
)
Levels = dict[str, dict[str, str | None]]


def scored(data: dict[str, Any], levels: Levels) -> Scorecard:
    return score(study(Rubric.model_validate(data), levels))


def results(scorecard: Scorecard) -> dict[str, tuple[str, Fraction | None]]:
    return {node.id: (node.result, node.value) for node in scorecard.nodes.values()}


@FEWER
@given(rubrics())
def test_generated_rubrics_are_sound(data: dict[str, Any]) -> None:
    problems = Problems()
    check_consistency(Rubric.model_validate(data), Document("rubric.yaml", data), problems)
    assert list(problems) == []


@FEWER
@given(rubrics(), judgements())
def test_every_node_equals_a_brute_force_evaluation(data: dict[str, Any], levels: Levels) -> None:
    expected = brute_force.scorecard(data, levels)
    for node in scored(data, levels).nodes.values():
        result, number, before = expected[node.id]
        assert (node.rating or node.state, node.before or node.state) == (result, before)
        assert node.value == number


@FEWER
@given(rubrics(), judgements(), st.randoms(use_true_random=False))
def test_order_and_names_of_cases_decide_nothing(
    data: dict[str, Any], levels: Levels, random: Any
) -> None:
    cases = list(levels)
    random.shuffle(cases)
    renamed = {f"X{place}": levels[case] for place, case in enumerate(cases)}
    there, back = scored(data, levels), scored(data, renamed)
    assert results(there) == results(back)
    assert sorted(map(repr, (results_of_case(there, case) for case in levels))) == sorted(
        map(repr, (results_of_case(back, case) for case in renamed))
    )


def results_of_case(scorecard: Scorecard, case: str) -> list[tuple[str, str]]:
    return [(node.id, node.result) for node in scorecard.case(case).nodes.values()]


@FEWER
@given(rubrics(), judgements())
def test_a_hurdle_never_raises_a_rating_and_leaves_a_trace(
    data: dict[str, Any], levels: Levels
) -> None:
    for node in scored(data, levels).walk():
        assert (node.rating is None) == (node.before is None)
        if node.rating is not None and node.before is not None:
            assert node.scale.positions[node.rating] <= node.scale.positions[node.before]
        assert (node.rating != node.before) == bool(node.lowered_by)
        assert [outcome.hurdle.id for outcome in node.hurdles] == [
            hurdle["id"] for hurdle in data["hurdles"] if hurdle["node"] == node.id
        ]


@FEWER
@given(
    rubrics(monotone=True, hurdles=False),
    judgements(missing=False),
    st.sampled_from(JUDGED),
    st.integers(0, 4),
)
def test_raising_a_judgement_never_lowers_a_rating(
    data: dict[str, Any], levels: Levels, judged: str, place: int
) -> None:
    case = f"L{place % len(levels)}"
    level = levels[case][judged]
    assert level is not None
    higher = NAMES[min(NAMES.index(level) + 1, len(NAMES) - 1)]
    raised = {name: dict(of_case) for name, of_case in levels.items()}
    raised[case][judged] = higher
    before, after = scored(data, levels), scored(data, raised)
    for was, now in zip(before.walk(), after.walk(), strict=True):
        if was.rating is not None and now.rating is not None:
            assert NAMES.index(now.rating) >= NAMES.index(was.rating), was.id


@FEWER
@given(rubrics(), judgements())
def test_every_number_is_an_exact_fraction(data: dict[str, Any], levels: Levels) -> None:
    for node in scored(data, levels).walk():
        assert node.value is None or type(node.value) is Fraction
        assert all(entry.value is None or type(entry.value) is Fraction for entry in node.inputs)
        for edge in (node.margin.lower, node.margin.upper) if node.margin else ():
            assert edge is None or type(edge[0]) is Fraction


SOURCE = Path(vfi.__file__).parent
DECIDING = [
    *sorted((SOURCE / "rubric" / "rules").glob("*.py")),
    *sorted((SOURCE / "rubric" / "models").glob("*.py")),
    *(
        SOURCE / "scoring" / name
        for name in ("nodes.py", "scorecard.py", "proposals.py", "perspectives.py", "models.py")
    ),
]


@pytest.mark.parametrize("path", DECIDING, ids=lambda path: path.name)
def test_nothing_that_decides_uses_a_float_or_rounds(path: Path) -> None:
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(found, ast.Constant):
            assert not isinstance(found.value, float)
        if isinstance(found, ast.Name):
            assert found.id not in ("float", "round")
