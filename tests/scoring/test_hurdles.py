from fractions import Fraction
from typing import Any

from tests.rubrics import MEAN, dimension, rubric, study
from vfi.scoring import score
from vfi.study import Failure

TWO_DIMENSIONS = [dimension("A", ["A1", "A2"]), dimension("B", ["B1"])]
GOOD = {"A1": "Good", "A2": "Excellent", "B1": "Excellent"}


def hurdle(node: str, when: list[dict[str, Any]], **kind: Any) -> dict[str, Any]:
    return {"id": "h", "title": "A hurdle", "reason": "because", "node": node, "when": when, **kind}


def test_a_soft_hurdle_caps_and_shows_before_and_after() -> None:
    capped = hurdle("overall", [{"node": "A1", "at_or_below": "Good"}], kind="soft", cap="Adequate")
    overall = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD})).overall
    assert (overall.before, overall.rating) == ("Excellent", "Adequate")
    (outcome,) = overall.hurdles
    assert (outcome.met, outcome.bit, outcome.met_by) == (True, True, "A1 is Good")


def test_a_hurdle_that_is_met_but_lowers_nothing_has_not_bitten() -> None:
    capped = hurdle("overall", [{"node": "A1", "at": "Good"}], kind="soft", cap="Excellent")
    (outcome,) = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD})).overall.hurdles
    assert (outcome.met, outcome.bit) == (True, False)


def test_the_node_above_takes_what_a_hurdle_left() -> None:
    capped = hurdle("A", [{"node": "B1", "at": "Excellent"}], kind="soft", cap="Adequate")
    synthesis = {"criterion": MEAN, "dimension": MEAN, "overall": MEAN | {"of": "scores"}}
    scorecard = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped], synthesis=synthesis), {"L": GOOD}))
    assert scorecard.node("A").value == Fraction(5, 2)
    assert [entry.value for entry in scorecard.overall.inputs] == [1, 3]


def test_a_hard_hurdle_drops_to_the_lowest_level_where_a_failure_is_recorded() -> None:
    of = rubric(
        TWO_DIMENSIONS,
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "a breach"}],
        hurdles=[hurdle("overall", [{"failure": "breach", "cases": 2}], kind="hard")],
    )
    levels = {"L1": GOOD, "L2": GOOD}
    once = score(study(of, levels, [Failure("L2", "breach", "inspection")]))
    assert once.overall.rating == "Excellent"
    assert [case.overall.rating for case in once.cases] == ["Excellent", "Poor"]  # one record is all a case can have
    twice = score(study(of, levels, [Failure(case, "breach", "inspection") for case in levels]))
    assert (twice.overall.before, twice.overall.rating) == ("Excellent", "Poor")


def test_a_case_feels_a_hurdle_of_its_criterion_and_keeps_its_judgement() -> None:
    capped = hurdle("A2", [{"node": "A1", "at_or_below": "Good"}], kind="soft", cap="Poor")
    case = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD})).case("L")
    assert case.levels["A2"] == "Excellent"
    assert case.nodes["A2"].rating == "Poor"
    assert case.nodes["A"].value == 1


def test_a_level_that_does_not_exist_meets_no_condition() -> None:
    capped = hurdle("overall", [{"node": "A1", "at_or_below": "Excellent"}], kind="hard")
    (outcome,) = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD | {"A1": None}})).overall.hurdles
    assert (outcome.met, outcome.met_by) == (False, "A1 has no level")
