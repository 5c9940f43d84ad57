"""A step in sentences, as a person would state it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest

from tests.rubrics import TWO, inputs, scale, step
from vfi.synthesis import rule as rules
from vfi.synthesis.outcome import Margin
from vfi.synthesis.rule import Misfit, NamedLevel, NumberRule, Rule, Setting, decision_of
from vfi.synthesis.rules import RULES, name_of
from vfi.synthesis.scale import Scale
from vfi.synthesis.step import counted, step_in_words, synthesise

LEFT_OUT = "Insufficient evidence is left out of it and counted."
NEAREST = "taken to the nearest level; a mean exactly half way between two levels goes to the"
BANDS = [{"rating": "Poor", "below": 1}, {"rating": "Good", "from": 1, "to": 2}]


def words(**parts: Any) -> str:
    return step_in_words(step(**parts), "the ratings")


@pytest.mark.parametrize(
    ("ties", "side"),
    [
        ("up", "higher"),
        ("down", "lower"),
        ("even", "even one"),
        ({"towards": "Good"}, "one nearer to Good"),
    ],
)
def test_a_mean_says_where_ties_go(ties: object, side: str) -> None:
    assert words(rule="mean", ties=ties) == (
        f"The mean of the ratings, {NEAREST} {side}. "
        "Insufficient evidence is left out of the mean and counted."
    )


def test_a_weighted_mean_says_its_weights_and_who_gets_that_of_what_is_missing() -> None:
    assert words(rule="weighted mean", ties="down", weights={"A": 1, "B": "1/3"}) == (
        f"The mean of the ratings with the weights A 1, B 1/3, {NEAREST} lower. Insufficient "
        "evidence is left out, its weight shared among the others in proportion, and counted."
    )


def test_a_median_says_what_it_is_of_an_even_number() -> None:
    assert words(rule="median", ties="up") == (
        "The median of the ratings (for an even number of them half way between the two middle "
        "ones), taken to the nearest level; a median exactly half way between two levels goes to "
        "the higher. Insufficient evidence is left out of the median and counted."
    )


@pytest.mark.parametrize(
    ("ties", "which"),
    [
        ("up", "the highest counts"),
        ("down", "the lowest counts"),
        ({"towards": "Good"}, "the one nearest to Good"),
    ],
)
def test_a_mode_says_which_of_several_counts(ties: object, which: str) -> None:
    assert words(rule="mode", ties=ties) == (
        f"The most frequent of the ratings; of several equally frequent ones {which}. {LEFT_OUT}"
    )


@pytest.mark.parametrize("rule", ["worst", "best"])
def test_worst_and_best_say_so(rule: str) -> None:
    assert words(rule=rule) == f"The {rule} of the ratings. {LEFT_OUT}"


def test_a_counting_rule_says_its_rows_and_what_there_is_otherwise() -> None:
    when = [{"at_least": 2, "at": "Good"}, {"at_most": 0, "below": "Good"}]
    rows = [{"rating": "Good", "when": when}, {"rating": "Poor", "when": [{"at_least": 1}]}]
    beginning = (
        "By counting the ratings; the first that holds: Good if at least 2 at Good and none below "
        "Good; Poor if at least 1 judged; otherwise"
    )
    assert words(rule="counting", rows=rows) == f"{beginning} undetermined. {LEFT_OUT}"
    assert words(rule="counting", rows=rows, otherwise="Adequate") == (
        f"{beginning} Adequate. {LEFT_OUT}"
    )


def test_a_table_says_its_rows() -> None:
    rows = [
        {"rating": "Good", "when": {"A": "Good", "B": ["Good", "Poor"]}},
        {"rating": "Poor", "when": {"A": {"at_or_above": "Good"}, "B": {"at_or_below": "Poor"}}},
    ]
    assert words(rule="table", rows=rows, otherwise="Poor") == (
        "By a table of the ratings; the first row that fits: Good if A Good and B Good or Poor; "
        f"Poor if A at or above Good and B at or below Poor; otherwise Poor. {LEFT_OUT}"
    )


@pytest.mark.parametrize(
    ("parts", "quantity"),
    [
        ({"on": "mean"}, "The mean of the ratings"),
        ({"on": "sum"}, "The sum of the ratings"),
        (
            {"on": "percentage"},
            "The sum of the ratings as a percentage of the highest possible sum",
        ),
        ({"on": "sum", "weights": {"A": 2}}, "The sum of the ratings with the weights A 2"),
        (
            {"on": "sum", "rounded": "half_even"},
            "The sum of the ratings, rounded to a whole number, halves to the even one",
        ),
    ],
)
def test_bands_say_what_is_looked_up_in_them(parts: dict[str, Any], quantity: str) -> None:
    assert words(rule="bands", bands=BANDS, **parts) == (
        f"{quantity}, looked up in bands: Poor below 1; Good from 1 to 2; in none of them "
        f"undetermined. {LEFT_OUT}"
    )


def test_what_counts_as_a_level_and_how_much_has_to_be_there_is_said() -> None:
    assert words(rule="worst", missing={"as": "Poor"}) == (
        "The worst of the ratings. Insufficient evidence counts as Poor."
    )
    otherwise = (
        "must have a level; else the node is insufficient evidence, or undetermined where that is "
        "why inputs have none."
    )
    assert words(rule="worst", minimum_coverage=1) == (
        f"The worst of the ratings. {LEFT_OUT} All inputs {otherwise}"
    )
    assert words(rule="worst", minimum_coverage="2/3") == (
        f"The worst of the ratings. {LEFT_OUT} At least 2/3 of the inputs {otherwise}"
    )


STEPS: dict[str, dict[str, Any]] = {
    "mean": {"ties": "up"},
    "weighted mean": {"ties": "up", "weights": {"I0": 2, "I1": 1, "I2": 1}},
    "geometric mean": {"ties": "up"},
    "median": {"ties": "up"},
    "mode": {"ties": "up"},
    "worst": {},
    "best": {},
    "second worst": {},
    "counting": {"rows": [{"rating": "Good", "when": [{"exactly": 1, "at": "Good"}]}]},
    "table": {"rows": [{"rating": "Good", "when": {"I0": "Good"}}]},
    "bands": {"on": "mean", "bands": [{"rating": "Good", "to": 1}, {"rating": "Poor", "above": 2}]},
}


OTHERWISE = {name: {"otherwise": "Poor"} for name in ("counting", "table")}


BY_NAME = {name_of(rule): rule for rule in RULES}


FOUR = scale()


EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=name_of)


def step_with(rule: type[Rule], **parts: Any) -> Rule:
    """The step of a rule; of one with rows, a step that says what happens otherwise."""
    name = name_of(rule)
    return step(rule=name, **STEPS[name], **OTHERWISE.get(name, {}), **parts)


def rules_that(suit: str) -> set[str]:
    """The rules of which something holds, by name."""
    return {name_of(rule) for rule in RULES if getattr(step_with(rule), suit)}


def places(step: Rule, number: int) -> dict[tuple[str, ...], int]:
    """The place of the rating of every profile of so many inputs; -1 where there is none."""
    known = {name: inputs([name], FOUR)[0] for name in FOUR.names}
    found = {}
    for profile in product(FOUR.names, repeat=number):
        given = [known[name]._replace(id=f"I{place}") for place, name in enumerate(profile)]
        rating = synthesise(step, given, FOUR).rating
        found[profile] = -1 if rating is None else FOUR.positions[rating]
    return found


@EVERY_RULE
def test_a_rule_that_rises_never_rates_a_better_profile_lower_and_another_can(
    rule: type[Rule],
) -> None:
    rated = places(step_with(rule), 3)
    falls = any(
        rated[higher, *others] < rated[lower, *others]
        for others in product(FOUR.names, repeat=2)
        for lower, higher in pairwise(FOUR.names)
    )
    assert rule.rises != falls


@EVERY_RULE
def test_a_rule_that_always_answers_rates_every_profile_and_another_leaves_one_open(
    rule: type[Rule],
) -> None:
    name = name_of(rule)
    towards = {"ties": {"towards": "Adequate"}} if name == "mode" else {}
    for tried in (step_with(rule), step(rule=name, **STEPS[name] | towards)):
        assert tried.always_answers != (-1 in places(tried, 2).values())


def test_by_name_go_a_table_and_what_has_weights_or_names_inputs() -> None:
    assert rules_that("by_name") == {"weighted mean", "table"}
    among = {"at_least": 1, "among": ["I0"]}
    named = step(rule="counting", rows=[{"rating": "Good", "when": [among]}])
    assert named.by_name


def test_some_rules_make_a_number_which_is_an_average_or_adds_all_inputs_alike() -> None:
    assert rules_that("has_number") == {"mean", "weighted mean", "median", "bands"}
    assert rules_that("is_weighted_average") == {"mean", "weighted mean"}
    assert rules_that("adds_alike") == {"mean", "bands"}
    assert not step(rule="bands", **STEPS["bands"], weights={"I0": 2}).adds_alike


def test_only_what_bands_look_up_and_a_root_can_lie_off_the_scale() -> None:
    assert {name_of(rule) for rule in RULES} - rules_that("is_on_the_scale") == {"geometric mean"}
    on_a_sum = step(rule="bands", **STEPS["bands"] | {"on": "sum"})
    assert not on_a_sum.is_on_the_scale


@EVERY_RULE
def test_a_rule_without_a_number_has_the_value_of_its_level_unless_it_is_a_root(
    rule: type[Rule],
) -> None:
    outcome = synthesise(step_with(rule), inputs(["Good", "Good", "Poor"]), scale())
    if name_of(rule) == "geometric mean":
        assert outcome.value is None
    elif not step_with(rule).has_number:
        assert outcome.value == scale().by_name[outcome.rating or ""].value


@EVERY_RULE
def test_a_rule_asks_for_no_number_of_inputs_unless_its_conditions_do(rule: type[Rule]) -> None:
    assert step_with(rule).largest_count == (1 if name_of(rule) == "counting" else 0)


def misfits(step: Rule, on: Scale, **below: Scale) -> list[Misfit]:
    """Why a step of node N does not suit the scale of the rating and those of its inputs."""
    given = {child: (own,) for child, own in below.items()} or {"": (on,)}
    return list(step.misfits(Setting("N", on, given)))


BELOW_0 = scale((("Low", -1), ("High", 1)))


def test_a_rule_that_compares_levels_wants_its_inputs_on_the_scale_of_the_rating() -> None:
    wanting = {
        name_of(rule)
        for rule in RULES
        if misfits(step_with(rule), scale(), A=scale(TWO), B=scale())
    }
    assert wanting == {"median", "mode", "worst", "best", "second worst"}
    (named,) = misfits(step(rule="worst"), scale(), A=scale(TWO), B=scale())
    assert named.found == "A on the scale Absent, Present"
    assert named.expected == (
        "the scale of N, whose levels worst compares: Poor, Adequate, Good, Excellent"
    )
    setting = Setting("N", scale(), {"": (scale(TWO),)})
    (judged,) = step(rule="worst").misfits(setting)
    assert judged.found == "the scale Absent, Present"


def test_a_root_wants_no_value_below_0() -> None:
    wanting = {name_of(rule) for rule in RULES if misfits(step_with(rule), BELOW_0)}
    assert wanting == {"geometric mean"}
    root = step_with(BY_NAME["geometric mean"])
    (named,) = misfits(root, BELOW_0, A=BELOW_0)
    assert (named.found, named.expected) == (
        "the value -1 of Low of A",
        "levels of 0 or more, for a geometric mean",
    )
    (judged,) = misfits(root, BELOW_0)
    assert judged.found == "the value -1 of Low"
    assert misfits(root, scale((("Low", 0), ("High", 1)))) == []


@pytest.mark.parametrize(
    ("values", "pairs"),
    [
        ((0, 1, 2), []),
        ((1, 2, 5), []),
        ((0, 2, 3), ["L0 (0) and L1 (2)"]),
        ((1, 3, 6, 8), ["L0 (1) and L1 (3)", "L2 (6) and L3 (8)"]),
        ((0, Fraction(1, 2), 2), ["L0 (0) and L1 (1/2)", "L1 (1/2) and L2 (2)"]),
        ((Fraction(1, 2), Fraction(3, 2)), ["L0 (1/2) and L1 (3/2)"]),
    ],
)
def test_ties_go_to_the_even_level_only_where_of_neighbours_just_one_is_even(
    values: tuple[Fraction | int, ...], pairs: list[str]
) -> None:
    own = scale([(f"L{place}", value) for place, value in enumerate(values)])
    found = misfits(step(rule="mean", ties="even"), own)
    assert [misfit.found for misfit in found] == [
        f"ties to the even level between {pair}" for pair in pairs
    ]
    assert misfits(step(rule="mean", ties="up"), own) == []


def test_a_step_names_the_level_of_what_is_missing_and_the_one_that_ties_go_towards() -> None:
    ties = {"towards": "Good"}
    assert list(step(rule="mean", ties=ties, missing={"as": "Poor"}).levels_named()) == [
        NamedLevel(("missing", "as"), "Poor", of_rating=False),
        NamedLevel(("ties", "towards"), "Good", of_rating=True),
    ]
    assert list(step(rule="mean", ties="up").levels_named()) == []


def test_a_step_names_the_inputs_that_it_weighs() -> None:
    weighted = step(rule="weighted mean", ties="up", weights={"A": 1, "B": 2})
    assert list(weighted.children_named()) == [(("weights", "A"), "A"), (("weights", "B"), "B")]
    assert list(step(rule="mean", ties="up").children_named()) == []


def test_a_step_can_be_had_without_the_coverage_that_it_asks_for() -> None:
    uncovered = step(rule="worst", minimum_coverage="1/2").uncovered
    assert uncovered == step(rule="worst")
    assert uncovered.uncovered is uncovered


def test_the_margin_is_that_of_the_rating_asked_for() -> None:
    mean = step(rule="mean", ties="up")
    half = Fraction(1, 2)
    assert mean.margin(0, None, scale()) == Margin(None, (half, False))
    assert mean.margin(2, None, scale()) == Margin((3 * half, True), (5 * half, False))
    assert mean.margin(0, 1, scale()) is None
    assert step(rule="worst").margin(0, None, scale()) is None


def test_the_landmarks_of_a_mean_are_thresholds_of_the_rating_and_the_ends_of_every_scale() -> None:
    four, two = scale(), scale((("No", 10), ("Yes", 20)))
    mean = step(rule="mean", ties="up")
    found = mean.landmarks(counted(mean, inputs(["Good"]), four), (four, two))
    assert found == (*four.thresholds, 0, 3, 10, 20)


def test_the_mark_of_a_number_is_the_sum_that_it_is_made_of() -> None:
    mean = step(rule="mean", ties="up")
    assert isinstance(mean, NumberRule)
    entries = counted(mean, inputs(["Good", "Excellent"]), scale())
    assert mean.mark(mean.decision(scale()).totals(entries)) == 5


def test_the_decision_of_a_step_is_made_once_and_few_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rules, "_MADE", {})
    monkeypatch.setattr(rules, "_MOST_MADE", 2)
    on = scale()
    first, second, third = (step(rule=name) for name in ("worst", "best", "second worst"))
    made = decision_of(first, on)
    decision_of(second, on)
    assert decision_of(first, on) is made
    assert decision_of(third, on).rows == third.decision(on).rows
    assert decision_of(first, on) is not made
    assert len(rules._MADE) == 2
