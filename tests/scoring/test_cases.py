"""How many cases stand where on a node."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rubrics import FOUR, MEAN, TWO, criterion, dimension, rubric, scale_data, study
from vfi.problems import NotFound
from vfi.scoring.cases import count_cases
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

GAP = {
    "rule": "bands",
    "on": "mean",
    "missing": "exclude",
    "bands": [{"rating": "Good", "from": 2}],
}


def scorecard() -> Scorecard:
    of = rubric([dimension("A", ["A1"], synthesis=GAP)])
    levels = ["Good", "Good", "Excellent", "Poor", None]
    return score(study(of, {f"c{place}": {"A1": level} for place, level in enumerate(levels)}))


def test_cases_stand_where_they_were_judged() -> None:
    counts = count_cases(scorecard(), "A1")
    assert counts.levels == {"Poor": 1, "Adequate": 0, "Good": 2, "Excellent": 1}
    assert (counts.judged, counts.missing, counts.undetermined) == (4, 1, 0)
    assert (counts.at(["Good", "Excellent"]), counts.share(["Good"])) == (3, Fraction(1, 2))


def test_above_they_stand_at_their_own_rating_or_at_none() -> None:
    counts = count_cases(scorecard(), "A")
    assert (counts.judged, counts.missing, counts.undetermined) == (3, 1, 1)
    assert counts.share(["Good"]) == 1


def test_of_no_case_there_is_no_share() -> None:
    of = rubric([dimension("A", ["A1"])])
    assert count_cases(score(study(of, {"c": {"A1": None}})), "A1").share(["Good"]) is None


def test_a_node_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFound, match='no node "A9"'):
        count_cases(scorecard(), "A9")


def test_what_cases_are_judged_on_counts_by_the_scale_of_the_judgements() -> None:
    share_present = {
        "rule": "bands",
        "on": "percentage",
        "missing": "exclude",
        "scale": "ratings",
        "bands": [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}],
    }
    of = rubric(
        [dimension("A", [criterion("A1", scale="presence", synthesis=share_present)])],
        scales={"presence": scale_data(TWO), "ratings": scale_data(FOUR)},
        synthesis={"criterion": MEAN, "dimension": MEAN, "overall": MEAN},
    )
    card = score(study(of, {"N": {"A1": "Present"}, "S": {"A1": "Absent"}}))
    assert card.node("A1").rating == "Good"
    assert count_cases(card, "A1").levels == {"Absent": 1, "Present": 1}
