from __future__ import annotations

from fractions import Fraction

from tests import rubrics
from tests.audit.claims.making import claim, on, scorecard_with
from vfi.audit.claims.facts import node_of, scale_of, tally
from vfi.scoring.scorecard import score
from vfi.study.models import ClaimKind

SCORECARD = scorecard_with()


def test_cases_are_counted_at_the_levels_of_a_claim() -> None:
    counted = tally(claim(ClaimKind.COUNT, **on("L2 L3")), SCORECARD)
    assert (counted.at, counted.judged, counted.missing) == (6, 9, 1)
    assert counted.levels == (("L2", 3), ("L3", 3))
    assert counted.share == Fraction(2, 3)


def test_where_no_case_is_judged_there_is_no_share() -> None:
    counted = tally(claim(ClaimKind.COUNT, **on("L2")), SCORECARD)
    assert type(counted)(0, 0, 3, ()).share is None


def test_a_node_is_that_of_a_case_where_one_is_named() -> None:
    overall, of_case = (node_of("D1.1", case, SCORECARD) for case in ("", "c0"))
    assert overall is not None
    assert of_case is not None
    assert (overall.rating, of_case.rating) == ("L2", "L0")


def test_the_levels_of_a_claim_are_those_of_its_node() -> None:
    assert scale_of(claim(ClaimKind.COUNT, **on("L2")), SCORECARD) == ("L0", "L1", "L2", "L3")


def test_a_case_whose_rule_gives_no_answer_is_missing_as_one_without_evidence_is() -> None:
    gap = {
        "rule": "bands",
        "on": "mean",
        "missing": "exclude",
        "bands": [{"rating": "Good", "from": 2}],
    }
    rubric = rubrics.rubric([rubrics.dimension("A", ["A1"], synthesis=gap)])
    levels = ("Good", "Poor", None)
    grid = {f"c{place}": {"A1": level} for place, level in enumerate(levels)}
    of_node = claim(ClaimKind.COUNT, node="A", level="Good", levels=("Good",))
    counted = tally(of_node, score(rubrics.study(rubric, grid)))
    assert (counted.at, counted.judged, counted.missing) == (1, 1, 2)
