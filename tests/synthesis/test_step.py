from __future__ import annotations

from fractions import Fraction

from tests.making import rubric_of
from tests.rubrics import inputs as four
from tests.rubrics import scale, step
from vfi.synthesis.outcome import Input, Outcome
from vfi.synthesis.step import counted, synthesise

RUBRIC = rubric_of([1])


def inputs(*levels: int | None) -> list[Input]:
    return [
        Input(
            f"C{place}",
            None if level is None else f"L{level}",
            None if level is None else Fraction(level),
        )
        for place, level in enumerate(levels)
    ]


def test_mean_is_exact() -> None:
    outcome = synthesise(RUBRIC.synthesis["criterion"], inputs(0, 1, 3), RUBRIC.scale)
    assert (outcome.value, outcome.rating) == (Fraction(4, 3), "L1")


def test_insufficient_evidence_is_left_out_and_is_not_the_bottom_level() -> None:
    outcome = synthesise(RUBRIC.synthesis["criterion"], inputs(3, None, None), RUBRIC.scale)
    assert (outcome.value, outcome.rating) == (Fraction(3), "L3")


def test_nothing_judged_is_insufficient_evidence() -> None:
    nothing = Outcome("insufficient evidence", reason="nothing below this node has a level")
    assert (nothing.value, nothing.rating, nothing.margin) == (None, None, None)
    assert synthesise(RUBRIC.synthesis["criterion"], inputs(None, None), RUBRIC.scale) == nothing
    assert synthesise(RUBRIC.synthesis["criterion"], [], RUBRIC.scale) == nothing


def worst(levels: list[str | None], **parts: object) -> Outcome:
    return synthesise(step(rule="worst", **parts), four(levels), scale())


def test_too_few_with_a_level_are_counted_in_the_reason() -> None:
    outcomes = [
        worst(["Good", None], minimum_coverage=1),
        worst(["Good", "Good", None, None], minimum_coverage="2/3"),
        worst([None], minimum_coverage="1/2"),
    ]
    assert {outcome.state for outcome in outcomes} == {"insufficient evidence"}
    assert [outcome.reason for outcome in outcomes] == [
        "1 of 2 inputs has a level, below the minimum coverage of all",
        "2 of 4 inputs have a level, below the minimum coverage of 2/3",
        "0 of 1 input have a level, below the minimum coverage of 1/2",
    ]


def test_a_coverage_that_is_just_reached_is_enough() -> None:
    assert worst(["Good", None], minimum_coverage="1/2").rating == "Good"
    assert worst(["Good", None], minimum_coverage=0).rating == "Good"


def test_missing_evidence_that_counts_as_a_level_is_enough_where_there_is_nothing_else() -> None:
    assert worst([None, None], missing={"as": "Good"}).rating == "Good"
    assert worst(["Good", None], missing={"as": "Poor"}).rating == "Poor"
    assert worst([], missing={"as": "Good"}).state == "insufficient evidence"


def without_answer(
    levels: list[str | None], undetermined: tuple[int, ...], **parts: object
) -> Outcome:
    """What becomes of inputs of which some have no level because their rule gives no answer."""
    given = [
        entry._replace(is_undetermined=place in undetermined)
        for place, entry in enumerate(four(levels))
    ]
    return synthesise(step(rule="worst", **parts), given, scale())


def test_a_node_is_undetermined_where_only_rules_below_keep_it_from_a_rating() -> None:
    one = without_answer(["Good", None, "Good"], (1,), minimum_coverage=1)
    assert (one.state, one.rating) == ("undetermined", None)
    assert one.reason == (
        "2 of 3 inputs have a level, below the minimum coverage of all; I1 is undetermined"
    )
    two = without_answer([None, None], (0, 1))
    assert two.reason == "nothing below this node has a level; I0, I1 are undetermined"


def test_a_node_lacks_evidence_where_an_answer_below_would_not_be_enough() -> None:
    outcome = without_answer(["Good", None, None], (1,), minimum_coverage=1)
    assert outcome.state == "insufficient evidence"
    assert outcome.reason == "1 of 3 inputs has a level, below the minimum coverage of all"
    assert without_answer(["Good", None], (1,)).rating == "Good"


def test_what_has_no_level_or_no_number_is_not_counted_but_as_the_level_that_stands_for_it() -> (
    None
):
    given = [Input("A", "Good", None), Input("B", None, Fraction(3)), Input("C", None, None)]
    rated = four({"D": "Poor"})
    assert [entry.id for entry in counted(step(rule="worst"), [*given, *rated], scale())] == ["D"]
    filled = counted(step(rule="worst", missing={"as": "Good"}), [*given, *rated], scale())
    assert [entry.level for entry in filled] == ["Good", "Good", "Good", "Poor"]
    assert [entry.value for entry in filled] == [2, 2, 2, 0]


def test_an_input_is_counted_on_its_own_scale_or_on_that_of_the_rating() -> None:
    two = scale((("Poor", 5), ("Good", 7)))
    given = [
        Input("A", None, None, two),
        Input("B", "Good", Fraction(7), two),
        Input("C", None, None),
    ]
    filled = counted(step(rule="mean", ties="up", missing={"as": "Good"}), given, scale())
    assert [entry.value for entry in filled] == [7, 7, 2]
    assert [entry.scale for entry in filled] == [two, two, scale()]
