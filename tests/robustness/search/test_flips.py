from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.generated import LEVELS, steps
from tests.robustness.brute_force import Grid, fewest, grids, ratings, rubrics
from tests.rubrics import MEAN, dimension, rubric, rubric_data, scale_data, study
from vfi.robustness import limits
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.search import flips
from vfi.robustness.search.flips import find_flips
from vfi.rubric import Rubric
from vfi.scoring import score
from vfi.study import Failure, Study

STEPS = ("criterion", "dimension", "overall")


def _agrees_with_brute_force(made: Study) -> None:
    expected = fewest(made)
    for node, found in find_flips(score(made)).items():
        for flip in found:
            for kind, distance in (("steps", flip.steps), ("judgements", flip.judgements)):
                assert distance.exact
                assert distance.fewest == expected.get((node, flip.direction, kind))
                if distance.is_possible:
                    assert ratings(apply_changes(made, distance.witness))[node] == distance.to


@settings(max_examples=120)
@given(rubrics() | rubrics(scores=True), grids(1))
def test_no_smaller_set_of_changes_flips_a_rating_of_any_rubric(made: Rubric, levels: Grid) -> None:
    _agrees_with_brute_force(study(made, levels))


@settings(max_examples=6)
@given(rubrics() | rubrics(scores=True), grids(2))
def test_nor_where_there_are_several_cases(made: Rubric, levels: Grid) -> None:
    _agrees_with_brute_force(study(made, levels))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rubrics() | rubrics(scores=True), grids(1), st.integers(1, 4), st.integers(1, 2000))
def test_where_the_search_is_cut_short_it_gives_a_lower_bound(
    monkeypatch: pytest.MonkeyPatch, built: Rubric, levels: Grid, states: int, work: int
) -> None:
    monkeypatch.setattr(limits, "LEAST_STATES", states)
    monkeypatch.setattr(limits, "MOST_STATES", states)
    monkeypatch.setattr(flips, "WORK", work)
    made = study(built, levels)
    expected = fewest(made)
    for node, found in find_flips(score(made)).items():
        for flip in found:
            for kind, distance in (("steps", flip.steps), ("judgements", flip.judgements)):
                truth = expected.get((node, flip.direction, kind))
                if distance.exact:
                    assert distance.fewest == truth
                else:
                    assert distance.fewest is not None
                    assert truth is None or distance.fewest <= truth
                if distance.to is not None:
                    assert ratings(apply_changes(made, distance.witness))[node] == distance.to


@settings(max_examples=15)
@given(steps([]), st.lists(LEVELS, min_size=3, max_size=4), st.booleans())
def test_criteria_on_scales_whose_levels_lie_unequally_far_apart(
    step: dict[str, Any], levels: list[str], cut_short: bool
) -> None:
    values = [("Poor", 0), ("Adequate", "1/3"), ("Good", Fraction(3, 4)), ("Excellent", 1)]
    if step["rule"] in ("mean", "median", "mode") and step["ties"] == "even":
        step = step | {"ties": "up"}
    data = rubric_data(
        [dimension("A")],
        scale=scale_data(values),
        synthesis=dict.fromkeys(STEPS, MEAN) | {"criterion": step},
    )
    made = study(
        Rubric.model_validate(data),
        {f"L{place}": {"A": level} for place, level in enumerate(levels)},
    )
    with pytest.MonkeyPatch.context() as patch:
        if cut_short:
            patch.setattr(flips, "VECTORS", 8)
        found = find_flips(score(made), ("A",))["A"]
    expected = fewest(made)
    for flip in found:
        for kind, distance in (("steps", flip.steps), ("judgements", flip.judgements)):
            truth = expected.get(("A", flip.direction, kind))
            if distance.exact:
                assert distance.fewest == truth
            else:
                assert cut_short
                assert distance.fewest is not None
                assert truth is None or distance.fewest <= truth


def test_a_node_without_a_rating_has_no_flips() -> None:
    made = study(rubric([dimension("A")]), {"L": {"A": None}})
    assert find_flips(score(made)) == {"A": (), "overall": ()}


def test_insufficient_evidence_stays_as_it_is() -> None:
    made = study(rubric([dimension("A")]), {"L": {"A": "Good"}, "M": {"A": None}})
    down, _ = find_flips(score(made))["A"]
    assert down.steps.witness == (Change("L", "A", "Good", "Adequate"),)


def test_of_several_ways_the_steps_are_spread_over_judgements() -> None:
    made = study(rubric([dimension("A")]), {name: {"A": "Good"} for name in "KLM"})
    down, _ = find_flips(score(made))["A"]
    assert [(change.case, change.after) for change in down.steps.witness] == [
        ("K", "Adequate"),
        ("L", "Adequate"),
    ]


def test_what_a_hurdle_makes_impossible_cannot_be_reached() -> None:
    hurdle = {
        "id": "h",
        "title": "h",
        "reason": "r",
        "kind": "soft",
        "cap": "Adequate",
        "node": "overall",
    }
    made = rubric(
        [dimension("A")],
        failure_indicators=[{"id": "breach", "title": "b", "meaning": "m"}],
        hurdles=[hurdle | {"when": [{"failure": "breach"}]}],
    )
    capped = study(made, {"L": {"A": "Good"}}, failures=[Failure("L", "breach", "because")])
    _, up = find_flips(score(capped))["overall"]
    assert not up.steps.is_possible
    assert up.steps.exact
