from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.generated import LEVELS, steps
from tests.robustness.brute_force import (
    Grid,
    assert_flips_are_fewest,
    fewest,
    grids,
    ratings,
    rubrics,
)
from tests.rubrics import MEAN, dimension, rubric, rubric_data, scale_data, study
from vfi.robustness import limits
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.search import flips, leaves
from vfi.robustness.search.flips import find_flips
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.models import Failure, Study

STEPS = ("criterion", "dimension", "overall")


@settings(max_examples=120)
@given(rubrics(), grids(1))
def test_no_smaller_set_of_changes_flips_a_rating_of_any_rubric(made: Rubric, levels: Grid) -> None:
    assert_flips_are_fewest(study(made, levels))


@settings(max_examples=6)
@given(rubrics(), grids(2))
def test_nor_where_there_are_several_cases(made: Rubric, levels: Grid) -> None:
    assert_flips_are_fewest(study(made, levels))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rubrics(), grids(1), st.integers(1, 4), st.integers(1, 2000))
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
            patch.setattr(leaves, "VECTORS", 8)
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


def judged(
    levels: Sequence[str | None],
    criterion: Mapping[str, Any] = MEAN,
    overall: Mapping[str, Any] = MEAN,
) -> Study:
    """A study of one dimension that is judged directly, at one level for each case."""
    built = rubric(
        [dimension("A")],
        synthesis={"criterion": criterion, "dimension": MEAN, "overall": overall},
    )
    return study(built, {f"L{place}": {"A": level} for place, level in enumerate(levels)})


def distances(
    made: Study, node: str, kind: str = "steps"
) -> list[tuple[int | None, bool, str | None]]:
    """Down and up: how many changes, whether exactly, and to which level."""
    return [
        (distance.fewest, distance.exact, distance.to)
        for distance in (getattr(flip, kind) for flip in find_flips(score(made))[node])
    ]


def test_flips_go_to_the_next_level_where_it_is_the_nearest() -> None:
    made = judged(["Poor", "Excellent"])  # 1.5 is Good: 1 comes next below, 2.5 above
    assert distances(made, "A") == [(1, True, "Adequate"), (2, True, "Excellent")]
    assert distances(made, "A", "judgements") == [(1, True, "Adequate"), (1, True, "Excellent")]


def test_at_the_ends_of_the_scale_there_is_one_way_to_go() -> None:
    assert distances(judged(["Poor"]), "A") == [(None, True, None), (1, True, "Adequate")]
    assert distances(judged(["Excellent"]), "A") == [(1, True, "Good"), (None, True, None)]


def test_where_scores_may_turn_a_rating_either_way_both_ways_are_looked_at() -> None:
    """The whole is Good below 1, Poor from 1 and Excellent from 2: one step down brings it up to
    Good, and one step up to Excellent.
    """
    bands = [
        {"rating": "Good", "below": 1},
        {"rating": "Poor", "from": 1, "below": 2},
        {"rating": "Excellent", "from": 2},
    ]
    overall = {"rule": "bands", "on": "mean", "of": "scores", "missing": "exclude", "bands": bands}
    made = judged(["Adequate"], overall=overall)
    assert distances(made, "overall") == [(None, True, None), (1, True, "Good")]


SCORES = MEAN | {"of": "scores"}


@pytest.mark.parametrize(
    ("cases", "up"),
    [
        (20, (10, True, "Adequate")),
        (100, (50, True, "Adequate")),  # further than the search looks at first
        (512, (256, True, "Adequate")),  # just as far as it looks at all
        (514, (257, False, None)),
    ],
)
def test_where_scores_are_taken_up_ways_are_followed_to_a_depth(
    cases: int, up: tuple[int, bool, str | None]
) -> None:
    """From Poor, half as many steps as there are cases bring the mean to 1/2."""
    made = judged(["Poor"] * cases, overall=SCORES)
    assert distances(made, "overall") == [(None, True, None), up]


def test_where_ratings_are_taken_up_no_way_is_too_far() -> None:
    made = judged(["Poor"] * 300, {"rule": "worst", "missing": "exclude"})
    assert distances(made, "overall") == [(None, True, None), (300, True, "Adequate")]


def test_only_criteria_whose_spread_counts_share_what_may_be_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(leaves, "VECTORS", 90)
    monkeypatch.setattr(leaves, "VECTORS_AT_ONCE", 40)
    median = {"rule": "median", "ties": "up", "missing": "exclude"}

    def vectors(medians: int) -> set[int]:
        names = ["A", "B", "C", "D"]
        built = rubric(
            [
                dimension(name, synthesis=median if place < medians else MEAN)
                for place, name in enumerate(names)
            ]
        )
        made = study(built, {"K": dict.fromkeys(names, "Good")})
        return {leaf.vectors for leaf in leaves.leaves_of(made).values()}

    assert [vectors(medians) for medians in (0, 1, 2, 3)] == [{40}, {40}, {40}, {30}]


@pytest.mark.parametrize(
    ("own", "expected"), [(["A"], {"A"}), (["A", "overall"], {"A", "overall"})]
)
def test_only_the_nodes_asked_for_are_answered(own: list[str], expected: set[str]) -> None:
    assert set(find_flips(score(judged(["Good"])), tuple(own))) == expected
