from itertools import product

from hypothesis import given, settings

from tests.robustness.brute_force import Grid, grids, ratings, rubrics
from tests.rubrics import dimension, rubric, study
from vfi.robustness.search.bounds import find_bounds
from vfi.rubric.models.rubric import Rubric
from vfi.study.loading import load_study


def _every_filling(built: Rubric, levels: Grid) -> dict[str, set[str | None]]:
    """The ratings of each node under every way to fill the gaps."""
    gaps = [
        (case, judged)
        for case, row in levels.items()
        for judged, level in row.items()
        if level is None
    ]
    names = [built.judgement_scale(judged).names for _, judged in gaps]
    found: dict[str, set[str | None]] = {node: set() for node in built.node_ids}
    for choice in product(*names):
        filled = {case: dict(row) for case, row in levels.items()}
        for (case, judged), level in zip(gaps, choice, strict=True):
            filled[case][judged] = level
        for node, rating in ratings(study(built, filled)).items():
            found[node].add(rating)
    return found


@settings(max_examples=20)
@given(rubrics(), grids(2))
def test_the_ratings_are_those_of_every_way_to_fill_the_gaps(built: Rubric, levels: Grid) -> None:
    expected = _every_filling(built, levels)
    for node, bounds in find_bounds(study(built, levels)).items():
        assert bounds.exact
        assert set(bounds.ratings) == expected[node] - {None}
        assert bounds.unrated == (None in expected[node])


def test_the_ratings_are_a_set_and_not_an_interval() -> None:
    bands = [
        {"rating": "Poor", "to": 1},
        {"rating": "Good", "above": 1, "below": 3},
        {"rating": "Excellent", "from": 3},
    ]
    step = {"rule": "bands", "on": "mean", "bands": bands, "missing": "exclude"}
    built = rubric([dimension("A", synthesis=step)])
    assert find_bounds(study(built, {"L": {"A": None}}))["A"].ratings == (
        "Poor",
        "Good",
        "Excellent",
    )


def test_what_the_missing_evidence_of_the_evaluation_leaves_open() -> None:
    """Three judgements are insufficient evidence: E2.1 and E2.2 of LA07, E2.2 of LA10 (Table
    6.2).
    """
    bounds = find_bounds(load_study("domestic-abuse-duty-2025"))
    assert all(len(one.ratings) == 1 and one.exact for one in bounds.values())


def test_a_rule_that_may_give_no_answer_may_leave_a_node_without_a_rating() -> None:
    rows = [{"rating": "Good", "when": [{"at_least": 1, "at": "Good"}]}]
    step = {"rule": "counting", "rows": rows, "missing": "exclude"}
    built = rubric([dimension("A", synthesis=step), dimension("B", synthesis=step)])
    bounds = find_bounds(study(built, {"L": {"A": None, "B": "Good"}}))
    assert (bounds["A"].ratings, bounds["A"].unrated) == (("Good",), True)
    assert (bounds["B"].ratings, bounds["B"].unrated) == (("Good",), False)
