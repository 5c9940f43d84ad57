from __future__ import annotations

from fractions import Fraction

import pytest

from tests import rubrics
from tests.making import rubric_of, study_of
from vfi.rubric.models.indicators import Indicator
from vfi.scoring.models import Node, Proposal
from vfi.scoring.scorecard import score
from vfi.scoring.words import proposal_in_words, rule_of_node, rule_of_tier, thresholds_in_words
from vfi.study.models import Reading
from vfi.synthesis.outcome import Margin


def node_of(levels: str) -> Node:
    """A criterion judged at these levels, one case each."""
    rubric = rubric_of([1])
    grid = {f"c{place}": {"D1.1": f"L{level}"} for place, level in enumerate(levels)}
    return score(study_of(rubric, grid)).node("D1.1")


def test_a_distance_that_is_not_none_is_never_told_as_none() -> None:
    node = node_of("12")._replace(
        value=Fraction(3, 2) - Fraction(1, 10**6), rating="L1", before="L1"
    )
    margin = Margin(None, (Fraction(3, 2), False))
    words = thresholds_in_words(node._replace(margin=margin))
    assert words == ["0.000001 below the threshold of 1.5, where L2 begins"]


@pytest.mark.parametrize(("levels", "reach"), [("12", "exactly on"), ("122", "0.1667 (1/6) above")])
def test_thresholds_are_told_by_how_far_the_value_is_from_them(levels: str, reach: str) -> None:
    assert (
        thresholds_in_words(node_of(levels))[0]
        == f"{reach} the threshold of 1.5, where L2 begins (below it L1 ends)"
    )


def test_a_threshold_that_decimals_do_not_hold_shows_its_fraction() -> None:
    thirds = rubric_of([1], [Fraction(0), Fraction(1, 3), Fraction(1)])
    node = score(study_of(thirds, {"a": {"D1.1": "L0"}})).node("D1.1")
    assert thresholds_in_words(node) == [
        "0.1667 (1/6) below the threshold of 0.1667 (1/6), where L1 begins"
    ]


def below(words: str) -> str:
    """What a rule is said to be of."""
    return words.removeprefix("The mean of ").partition(", taken")[0]


def test_a_rule_says_what_it_takes_of_what_is_below_its_node() -> None:
    of_scores = rubrics.MEAN | {"of": "scores"}
    steps = {"criterion": rubrics.MEAN, "dimension": rubrics.MEAN, "overall": of_scores}
    rubric = rubrics.rubric([rubrics.dimension("A", ["A1"])], synthesis=steps)
    judged = "the levels that the cases were judged at"
    assert [below(rule_of_tier(rubric, key)) for key in steps] == [
        judged,
        "the ratings of its criteria",
        "the unrounded scores of the dimensions",
    ]
    assert [below(rule_of_node(rubric, node)) for node in ("A1", "A", "overall")] == [
        judged,
        "the ratings of its criteria",
        "the unrounded scores of the dimensions",
    ]
    assert below(rule_of_node(rubric, "A", of_case=True)) == (
        "the levels that the case was judged at on its criteria"
    )
    worst = rubrics.step(rule="worst")
    assert rule_of_tier(rubric, "overall", worst).startswith("The worst of the ratings of the ")


BANDS = [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50, "to": 100}]
INDICATOR = Indicator.model_validate(
    {"title": "Cover", "unit": "%", "measure": "percentage", "better": "higher", "levels": BANDS}
)


@pytest.mark.parametrize(
    ("numerator", "judged", "words"),
    [
        (5, "Good", "= 62.5 %, proposes Good (from 50 to 100); the judgement follows it."),
        (2, "Good", "= 25 %, proposes Poor (below 50); the judgement departs from it."),
        (9, "Good", "= 112.5 %, in no band, so it proposes nothing."),
    ],
)
def test_a_proposal_is_told_with_how_it_came_about(numerator: int, judged: str, words: str) -> None:
    value = Fraction(100 * numerator, 8)
    reading = Reading("K", "A1", value, Fraction(numerator), Fraction(8), "Census")
    proposal = Proposal(reading, INDICATOR.propose(value), judged, "")
    assert proposal_in_words(proposal, INDICATOR) == (
        f"Cover: 100 x {numerator} / 8 {words} Source: Census."
    )
    plain = Proposal(Reading("K", "A1", value), INDICATOR.propose(value), judged, "")
    told = words.removeprefix("= ")
    assert proposal_in_words(plain, INDICATOR) == f"Cover: {told}"
