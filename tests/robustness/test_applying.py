"""Changes of judgements, held against scoring the changed study and comparing every rating that a
scorecard has.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated import JUDGED, LEVELS, judgements, rubrics
from tests.rubrics import dimension, rubric, study
from vfi.robustness.applying import applied_changes
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
