"""Changes of judgements, held against scoring the changed study and comparing every rating that a
scorecard has.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated import JUDGED, LEVELS, judgements, rubrics
from tests.rubrics import dimension, rubric, study
from vfi.problems import NotFound, UserError
from vfi.robustness.applying import applied_changes, applied_document, overturning_changes
from vfi.robustness.grid import Change, apply_changes
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score


def ratings(scorecard: Scorecard) -> dict[tuple[str | None, str], str]:
    """Every rating of a scorecard, by its case, if it is of one, and its node."""
    together = {(None, name): node.result for name, node in scorecard.nodes.items()}
    return together | {
        (case.id, name): node.result
        for case in scorecard.cases
        for name, node in case.nodes.items()
    }


@settings(max_examples=25, deadline=None)
@given(data=rubrics(), grid=judgements(), criterion=st.sampled_from(JUDGED), level=LEVELS)
def test_every_rating_of_every_case_is_compared(
    data: dict[str, object], grid: dict[str, dict[str, str | None]], criterion: str, level: str
) -> None:
    made = study(Rubric.model_validate(data), grid)
    changes = [
        Change(case, criterion, before, level)
        for case, of_case in grid.items()
        if (before := of_case[criterion])
    ]
    applied = applied_changes(score(made), changes)
    now, then = ratings(score(made)), ratings(score(apply_changes(made, changes)))
    expected = {key for key in now if now[key] != then[key]}
    judged = {(change.case, change.criterion) for change in changes}
    assert {(rating.case, rating.node) for rating in applied.moved} - judged == expected - judged
    assert all(
        then[rating.case, rating.node] == rating.after
        for rating in (*applied.together, *applied.of_cases)
    )
    assert all(
        now[rating.case, rating.node] == rating.before
        for rating in (*applied.together, *applied.of_cases)
    )


def test_a_changed_judgement_is_no_rating_but_what_a_hurdle_makes_of_it_is() -> None:
    hurdle = {
        "id": "h",
        "title": "h",
        "reason": "r",
        "node": "A1",
        "when": [{"node": "B", "at": "Poor"}],
    }
    built = rubric(
        [dimension("A", ["A1"]), dimension("B")],
        hurdles=[{**hurdle, "kind": "soft", "cap": "Adequate"}],
    )
    scorecard = score(study(built, {"L": {"A1": "Good", "B": "Poor"}}))
    (moved,) = (
        rating
        for rating in applied_changes(scorecard, [Change("L", "A1", "Good", "Excellent")]).of_cases
        if rating.node == "A1"
    )
    assert (moved.before, moved.after) == ("Adequate", "Adequate")
    of_cases = applied_changes(scorecard, [Change("L", "B", "Poor", "Good")]).of_cases
    assert {rating.node: (rating.before, rating.after) for rating in of_cases}["A1"] == (
        "Adequate",
        "Good",
    )
    assert "B" not in {rating.node for rating in of_cases}


def two_cases() -> Scorecard:
    """A criterion judged Good and Excellent, so that its mean just reaches Excellent."""
    built = rubric([dimension("A", ["A1"])])
    return score(study(built, {"K": {"A1": "Good"}, "L": {"A1": "Excellent"}}))


def test_the_changes_that_overturn_a_rating_do_and_are_the_fewest() -> None:
    scorecard = two_cases()
    (change,) = overturning_changes(scorecard, "A1", "down")
    assert scorecard.node("A1").rating == "Excellent"
    after = {rating.node: rating.after for rating in applied_changes(scorecard, [change]).together}
    assert after == {"A1": "Good", "A": "Good", "overall": "Good"}


def test_a_rating_that_nothing_moves_further_and_a_node_that_is_not_there_are_told() -> None:
    with pytest.raises(UserError, match="no changes of judgements are known that move A1 up"):
        overturning_changes(two_cases(), "A1", "up")
    with pytest.raises(NotFound, match='no node "A9"'):
        overturning_changes(two_cases(), "A9", "down")


def test_the_document_has_the_changes_and_every_rating_before_and_after() -> None:
    document = applied_document(
        applied_changes(two_cases(), [Change("K", "A1", "Good", "Adequate")])
    )
    (change,) = document["changes"]
    assert (change["case"], change["criterion"]) == ("K", "A1")
    assert document["ratings"][0] == {"id": "A1", "before": "Excellent", "after": "Good"}
    assert {"case": "K", "id": "A", "before": "Good", "after": "Adequate"} in (
        document["case_ratings"]
    )
