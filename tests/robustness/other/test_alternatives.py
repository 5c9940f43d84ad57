from collections.abc import Mapping
from typing import Any

import pytest

from tests.rubrics import MEAN, dimension, rubric, scale_data, study
from vfi.robustness.other.alternatives import RULES, Alternative, agreement, find_alternatives
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.study.models import Failure, Study
from vfi.synthesis.plain import PlainRule

Alternatives = dict[str, Alternative]
THREE = dict.fromkeys(("criterion", "dimension", "overall"), MEAN)


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    return score(load_study("domestic-abuse-duty-2025"))


@pytest.fixture(scope="module")
def found(scorecard: Scorecard) -> Alternatives:
    return {one.rule: one for one in find_alternatives(scorecard)}


def test_the_overall_good_hangs_on_averaging_ratings_with_ties_up(
    found: Alternatives, scorecard: Scorecard
) -> None:
    """Dimensions 2, 2, 1, 1 average to 3/2, unrounded scores to 1.4548 (the evaluation, Tables 6.1
    to 6.4).
    """
    assert found["mean, ties up"].alone["overall"] == "Good"
    assert found["mean, ties down"].alone["overall"] == "Adequate"
    assert found["mean of scores, ties up"].alone["overall"] == "Adequate"
    assert found["pooled judgements, ties up"].alone["overall"] == "Adequate"
    agreed = agreement(scorecard, tuple(found.values()), "overall")
    assert (agreed.agree, agreed.rules) == (3, 11)


@pytest.mark.parametrize(
    ("step", "own"),
    [
        ({"rule": "mean", "ties": "up", "of": "ratings"}, {"mean, ties up"}),
        ({"rule": "mean", "ties": "down", "of": "scores"}, {"mean of scores, ties down"}),
        ({"rule": "weighted mean", "ties": "up", "weights": {"A": 2, "B": 2}}, {"mean, ties up"}),
        ({"rule": "weighted mean", "ties": "up", "weights": {"A": 2, "B": 1}}, set()),
        ({"rule": "mean", "ties": "even"}, set()),
        ({"rule": "worst"}, {"worst"}),
        (
            {
                "rule": "weighted mean",
                "ties": "up",
                "weights": {"A": 2, "B": 2},
                "missing": {"as": "Poor"},
            },
            {"mean, ties up"},
        ),
    ],
)
def test_the_rubrics_own_rule_is_no_other_rule_that_agrees(
    step: dict[str, Any], own: set[str]
) -> None:
    built = rubric(
        [dimension("A", ["A1"]), dimension("B")],
        synthesis=THREE | {"overall": {"missing": "exclude"} | step},
    )
    made = score(study(built, {"K": {"A1": "Good", "B": "Good"}}))
    alternatives = find_alternatives(made)
    assert {one.rule for one in alternatives if "overall" in one.own} == own
    agreed = agreement(made, alternatives, "overall")
    assert (agreed.agree, agreed.rules) == (12 - len(own), 12 - len(own))


def test_judgements_have_no_scores_of_their_own_so_that_a_mean_is_a_mean() -> None:
    built = rubric(
        [dimension("A", ["A1"])], synthesis=THREE | {"criterion": MEAN | {"of": "scores"}}
    )
    made = score(study(built, {"K": {"A1": "Good"}}))
    assert [one.rule for one in find_alternatives(made) if "A1" in one.own] == ["mean, ties up"]


def test_throughout_changes_what_is_below_as_well(found: Alternatives) -> None:
    assert found["worst"].alone["E1"] == "Adequate"
    assert found["worst"].throughout["E1"] == "Poor"
    assert found["median, ties up"].throughout["overall"] == "Adequate"


def test_a_rule_that_compares_levels_does_not_suit_other_scales() -> None:
    built = rubric(
        [dimension("A", ["A1"], scale="other"), dimension("B")],
        scales={"other": scale_data([("No", 0), ("Yes", 3)])},
    )
    rules = {
        one.rule: one
        for one in find_alternatives(score(study(built, {"K": {"A1": "Good", "B": "Good"}})))
    }
    assert "overall" not in rules["worst"].alone
    assert rules["worst"].throughout == {}
    assert rules["worst"].alone["A1"] == "Good"
    assert rules["mean, ties up"].alone["overall"] == "Excellent"


def test_only_the_nodes_asked_for_are_rated_alone(
    scorecard: Scorecard, found: Alternatives
) -> None:
    some = {one.rule: one for one in find_alternatives(scorecard, ("E1", "overall"))}
    assert all(set(one.alone) <= {"E1", "overall"} for one in some.values())
    assert some["worst"].alone == {node: found["worst"].alone[node] for node in ("E1", "overall")}
    assert some["worst"].throughout == found["worst"].throughout


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_each_rule_is_what_scoring_makes_of_a_rubric_with_it(rule: PlainRule) -> None:
    """Alone, in place of the rule of one node; throughout, of every step. Scores are those of the
    same rule below.
    """
    below = MEAN | {"ties": "down"}
    dimensions = [dimension("A", ["A1", "A2"]), dimension("B", ["B1"])]
    grid: dict[str, dict[str, str | None]] = {
        "K": {"A1": "Good", "A2": "Poor", "B1": "Excellent"},
        "L": {"A1": "Excellent", "A2": "Poor", "B1": "Good"},
        "M": {"A1": "Good", "A2": "Adequate", "B1": None},
    }
    own = {"criterion": below, "dimension": below, "overall": below}
    found = next(
        one
        for one in find_alternatives(score(study(rubric(dimensions, synthesis=own), grid)))
        if one.rule == str(rule)
    )
    of_judgements = {"rule": rule.name, "missing": "exclude"}
    if rule.ties:
        of_judgements["ties"] = rule.ties
    step = of_judgements | ({} if rule.of == "ratings" else {"of": rule.of})
    alone = score(study(rubric(dimensions, synthesis=own | {"overall": step}), grid))
    assert found.alone["overall"] == alone.overall.result
    everywhere = {"criterion": of_judgements, "dimension": step, "overall": step}
    throughout = score(study(rubric(dimensions, synthesis=everywhere), grid))
    assert found.throughout == {name: node.result for name, node in throughout.nodes.items()}
    assert ("A1" in found.alone) is ("of" not in step)
    if "A1" in found.alone:
        changed = score(study(rubric(dimensions, synthesis=own | {"criterion": step}), grid))
        assert found.alone["A1"] == changed.nodes["A1"].result


def test_scores_that_are_sums_lie_on_no_scale_and_are_not_averaged() -> None:
    bands = {
        "rule": "bands",
        "on": "sum",
        "rounded": "none",
        "missing": "exclude",
        "bands": [{"rating": "Poor", "below": 3}, {"rating": "Good", "from": 3}],
    }
    built = rubric([dimension("A", ["A1"], synthesis=bands), dimension("B")])
    found = {
        one.rule: one
        for one in find_alternatives(score(study(built, {"K": {"A1": "Good", "B": "Good"}})))
    }
    assert "overall" not in found["mean of scores, ties up"].alone
    assert found["mean of scores, ties up"].alone["A"] == "Good"
    assert found["mean, ties up"].alone["overall"] == "Adequate"


def pooled(made: Study) -> Mapping[str, str]:
    """The ratings of all judgements at once, ties up, by node."""
    found = {one.rule: one for one in find_alternatives(score(made))}
    assert found["pooled judgements, ties up"].throughout == {}
    return found["pooled judgements, ties up"].alone


def test_pooled_judgements_are_those_below_the_node_and_no_others() -> None:
    """A has 3, 3, 0 and B has 0; in all 6/4 = 1.5, while ratings would be 2 and 0."""
    built = rubric([dimension("A", ["A1", "A2", "A3"]), dimension("B", ["B1"])])
    levels = {"A1": "Excellent", "A2": "Excellent", "A3": "Poor", "B1": "Poor"}
    assert pooled(study(built, {"K": levels})) == {"A": "Good", "B": "Poor", "overall": "Good"}


def test_judgements_on_several_scales_are_not_pooled() -> None:
    built = rubric(
        [dimension("A", ["A1", "A2"]), dimension("B", scale="other")],
        scales={"other": scale_data([("Poor", 0), ("Good", 3)])},
    )
    levels = {"A1": "Good", "A2": "Good", "B": "Good"}
    assert pooled(study(built, {"K": levels})) == {"A": "Good"}


@pytest.mark.parametrize(
    ("at", "levels", "expected"),
    [
        ("Good", ("Good", "Excellent"), {"A": "Adequate", "overall": "Excellent"}),
        ("Poor", ("Good", "Excellent"), {"A": "Excellent", "overall": "Excellent"}),
        ("Poor", ("Poor", "Poor"), {"A": "Poor", "overall": "Poor"}),
    ],
)
def test_hurdles_that_are_triggered_cap_pooled_judgements_too(
    at: str, levels: tuple[str, str], expected: dict[str, str]
) -> None:
    hurdle = {"id": "h", "title": "h", "reason": "r", "kind": "soft", "cap": "Adequate"}
    built = rubric(
        [dimension("A", ["A1", "A2"])],
        hurdles=[hurdle | {"node": "A", "when": [{"node": "A1", "at": at}]}],
    )
    assert pooled(study(built, {"K": dict(zip(("A1", "A2"), levels, strict=True))})) == expected


def test_a_hurdle_that_is_triggered_gives_no_rating_to_what_has_none() -> None:
    hurdle = {"id": "h", "title": "h", "reason": "r", "kind": "hard", "node": "A"}
    built = rubric(
        [dimension("A", ["A1"]), dimension("B", ["B1"])],
        failure_indicators=[{"id": "breach", "title": "b", "meaning": "m"}],
        hurdles=[hurdle | {"when": [{"failure": "breach"}]}],
    )
    made = study(
        built, {"K": {"A1": None, "B1": "Good"}}, failures=[Failure("K", "breach", "because")]
    )
    assert pooled(made) == {"B": "Good", "overall": "Good"}
