"""What a node holds of its inputs, over all cases and for one."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from tests.rubrics import FOUR, MEAN, TWO, criterion, dimension, rubric, scale_data, study
from vfi.cli.explain.text import explanation_text
from vfi.cli.score.ratings import scorecard_table
from vfi.cli.terminal.layout import Page, laid_out
from vfi.scoring.document import scorecard_document
from vfi.scoring.explanation import explain
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import Failure

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


SHARE_PRESENT = {
    "rule": "bands",
    "on": "percentage",
    "missing": "exclude",
    "scale": "ratings",
    "bands": [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}],
}


def on_two_scales() -> Scorecard:
    """A1 is judged on a scale of two levels and rated on one of four; A2 nobody has judged."""
    of = rubric(
        [
            dimension(
                "A", [criterion("A1", scale="presence", synthesis=SHARE_PRESENT), criterion("A2")]
            )
        ],
        scales={"presence": scale_data(TWO), "ratings": scale_data(FOUR)},
    )
    return score(study(of, {"N": {"A1": "Present"}, "S": {"A1": "Present"}, "W": {"A1": None}}))


def test_a_judgement_of_a_case_lies_on_the_scale_of_judgements() -> None:
    node = on_two_scales().case("N").nodes["A1"]
    assert (node.rating, node.value, node.scale.names) == (
        "Present",
        Fraction(1),
        ("Absent", "Present"),
    )
    assert [(entry.id, entry.level) for entry in node.inputs] == [("N", "Present")]
    assert (node.judged, node.missing, node.is_judgement) == (1, 0, True)


def test_insufficient_evidence_of_a_case_has_no_value_and_is_missing() -> None:
    node = on_two_scales().case("W").nodes["A1"]
    assert (node.rating, node.value, node.state) == (None, None, "insufficient evidence")
    assert (node.judged, node.missing) == (0, 1)
    assert "does not suffice for a judgement" in node.reason


def test_inputs_are_counted_on_their_own_scale_and_rated_on_another() -> None:
    node = on_two_scales().node("A1")
    assert (node.rating, node.value) == ("Good", Fraction(100))
    assert node.scale.names == ("Poor", "Adequate", "Good", "Excellent")
    assert node.counts == {"Absent": 0, "Present": 2}
    assert (node.judged, node.missing, node.is_judgement) == (2, 1, False)


def test_inputs_on_several_scales_are_counted_on_each() -> None:
    of = rubric(
        [
            dimension(
                "A", [criterion("A1", scale="presence"), "A2", criterion("A3", scale="presence")]
            )
        ],
        scales={"presence": scale_data(TWO)},
    )
    levels = {"A1": "Present", "A2": "Good", "A3": "Present"}
    node = score(study(of, {"N": levels})).case("N").nodes["A"]
    assert node.counts == {
        "Absent": 0,
        "Present": 2,
        "Poor": 0,
        "Adequate": 0,
        "Good": 1,
        "Excellent": 0,
    }


def test_a_node_that_nobody_has_judged_counts_none_at_each_level() -> None:
    node = on_two_scales().node("A2")
    assert node.inputs == ()
    assert node.counts == {"Poor": 0, "Adequate": 0, "Good": 0, "Excellent": 0}
    assert (node.judged, node.missing, node.state) == (0, 0, "insufficient evidence")


def test_a_dimension_that_is_judged_directly_is_there_for_a_case_without_a_judgement() -> None:
    of = rubric([dimension("A", ["A1"]), dimension("C")])
    node = score(study(of, {"N": {"A1": "Good"}})).case("N").nodes["C"]
    assert (node.inputs, node.rating, node.judged, node.missing) == ((), None, 0, 0)


def test_kinds_and_titles_are_those_of_the_rubric() -> None:
    of = rubric([dimension("A", ["A1"]), dimension("C")])
    nodes = score(study(of, {"N": {"A1": "Good", "C": "Poor"}})).nodes
    assert {name: (node.kind, node.title) for name, node in nodes.items()} == {
        "A1": ("criterion", "Criterion A1"),
        "A": ("dimension", "Dimension A"),
        "C": ("dimension", "Dimension C"),
        "overall": ("overall", "Overall"),
    }
