from __future__ import annotations

from fractions import Fraction

import pytest

from tests.making import rubric_of, study_of
from vfi.scoring.models import Node
from vfi.scoring.scorecard import score
from vfi.scoring.words import thresholds_in_words
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
