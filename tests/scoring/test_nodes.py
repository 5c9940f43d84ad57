import re
from fractions import Fraction
from typing import Any

from tests.rubrics import MEAN, dimension, rubric, study
from vfi.cli.explain.text import explanation_text
from vfi.cli.score.ratings import scorecard_table
from vfi.cli.terminal.layout import Page, laid_out
from vfi.scoring import explain, score
from vfi.scoring.document import scorecard_document
from vfi.study import Failure

PAGE = Page(120)

TWO_DIMENSIONS = [dimension("A", ["A1", "A2"]), dimension("B", ["B1"])]
GOOD = {"A1": "Good", "A2": "Excellent", "B1": "Excellent"}


def hurdle(node: str, when: list[dict[str, Any]], **kind: Any) -> dict[str, Any]:
    return {"id": "h", "title": "A hurdle", "reason": "because", "node": node, "when": when, **kind}


def test_a_soft_hurdle_caps_and_shows_before_and_after() -> None:
    capped = hurdle("overall", [{"node": "A1", "at_or_below": "Good"}], kind="soft", cap="Adequate")
    overall = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD})).overall
    assert (overall.before, overall.rating) == ("Excellent", "Adequate")
    (outcome,) = overall.hurdles
    assert (outcome.triggered, outcome.lowered, outcome.findings) == (True, True, "A1 is Good")


def test_a_hurdle_that_is_triggered_may_lower_nothing() -> None:
    capped = hurdle("overall", [{"node": "A1", "at": "Good"}], kind="soft", cap="Excellent")
    (outcome,) = score(study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD})).overall.hurdles
    assert (outcome.triggered, outcome.lowered) == (True, False)


def test_the_node_above_takes_what_a_hurdle_left() -> None:
    capped = hurdle("A", [{"node": "B1", "at": "Excellent"}], kind="soft", cap="Adequate")
    synthesis = {"criterion": MEAN, "dimension": MEAN, "overall": MEAN | {"of": "scores"}}
    scorecard = score(
        study(rubric(TWO_DIMENSIONS, hurdles=[capped], synthesis=synthesis), {"L": GOOD})
    )
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
    assert [case.overall.rating for case in once.cases] == [
        "Excellent",
        "Poor",
    ]  # one record is all a case can have
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
    (outcome,) = score(
        study(rubric(TWO_DIMENSIONS, hurdles=[capped]), {"L": GOOD | {"A1": None}})
    ).overall.hurdles
    assert (outcome.triggered, outcome.findings) == (False, "A1 has no level")


def test_no_output_says_of_a_hurdle_that_it_is_met() -> None:
    """A case that fails a hurdle meets its conditions; so that nobody has to think, it is triggered
    or not.
    """
    when = [{"node": "A1", "at": "Good"}]
    hurdles = [
        hurdle("overall", when, kind="soft", cap="Adequate") | {"id": "lowering"},
        hurdle("overall", when, kind="soft", cap="Excellent") | {"id": "without-effect"},
        hurdle("overall", [{"node": "A1", "at": "Poor"}], kind="hard") | {"id": "not"},
    ]
    of = rubric(TWO_DIMENSIONS, hurdles=hurdles)
    scorecard = score(study(of, {"L": GOOD, "M": dict.fromkeys(GOOD)}))
    told = [laid_out(explanation_text(explain(scorecard, "overall"), scorecard), PAGE)]
    told += [
        laid_out(explanation_text(explain(scorecard, "overall", case), scorecard), PAGE)
        for case in ("L", "M")
    ]
    told += [laid_out(scorecard_table(scorecard, None), PAGE), str(scorecard_document(scorecard))]
    for text in told:
        assert not re.search(r"\bmet\b|met_by|\bbit\b|bitten", text), text
    assert "triggered, lowers Excellent to Adequate" in " ".join(told[0].split())
    assert "triggered, but lowers nothing" in " ".join(told[0].split())
    assert "not triggered" in told[0]
    assert "not triggered" in told[2]


def test_a_determination_stands_beside_the_rating_and_parents_take_the_computed_one() -> None:
    settled = {
        "node": "A",
        "level": "Excellent",
        "reason": "why",
        "who": "the panel",
        "date": "2025-06-30",
    }
    of = rubric([dimension("A", ["A1"])])
    scorecard = score(study(of, {"L": {"A1": "Poor"}}, determinations=[settled]))
    node = scorecard.node("A")
    assert (node.rating, node.determined and node.determined.level) == ("Poor", "Excellent")
    assert scorecard.overall.rating == "Poor"
    assert scorecard.case("L").nodes["A"].determined is None
