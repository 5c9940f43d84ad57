from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import TWO, inputs, scale, step
from vfi.synthesis.outcome import Input
from vfi.synthesis.rule import NamedLevel, Rule, Worked
from vfi.synthesis.step import counted, synthesise


def holds(condition: dict[str, Any], levels: dict[str, str | None]) -> bool:
    rule = step(rule="counting", rows=[{"rating": "Good", "when": [condition]}], otherwise="Poor")
    return synthesise(rule, inputs(levels), scale()).rating == "Good"


LEVELS: dict[str, str | None] = {"A": "Good", "B": "Excellent", "C": "Poor", "D": None}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"at_least": 2, "at_or_above": "Good"}, True),
        ({"at_least": 3, "at_or_above": "Good"}, False),
        ({"at_most": 0, "below": "Adequate"}, False),
        ({"exactly": 1, "at": "Poor"}, True),
        ({"exactly": 1, "above": "Good"}, True),
        ({"at_most": 1, "at_or_below": "Adequate"}, True),
        ({"at_least": "all", "at_or_above": "Poor"}, True),
        ({"at_least": "all", "at_or_above": "Good", "among": ["A", "B"]}, True),
        ({"at_least": "all", "at_or_above": "Good", "among": ["D"]}, False),
        ({"at_least_share": "2/3", "at_or_above": "Good"}, True),
        ({"at_least_share": "3/4", "at_or_above": "Good"}, False),
        ({"at_most_share": "1/3", "at": "Poor"}, True),
        ({"at_most_share": "1/2", "at": "Poor", "among": ["D"]}, False),
        ({"exactly": 3}, True),
        ({"at_least": 4}, False),
    ],
)
def test_conditions_count_the_judged_inputs_among_those_meant(
    condition: dict[str, Any], expected: bool
) -> None:
    assert holds(condition, LEVELS) is expected


ROWS = [
    {
        "rating": "Excellent",
        "when": [{"at_least": 2, "at": "Excellent"}, {"at_most": 0, "below": "Good"}],
    },
    {"rating": "Good", "when": [{"at_most": 0, "below": "Good"}]},
]


def test_the_first_row_whose_conditions_all_hold_wins() -> None:
    rule = step(rule="counting", rows=ROWS)
    outcome = synthesise(rule, inputs(["Excellent", "Excellent", "Good"]), scale())
    assert (outcome.rating, outcome.row, outcome.value) == ("Excellent", 0, Fraction(3))
    assert synthesise(rule, inputs(["Excellent", "Good"]), scale()).row == 1


def test_a_profile_that_no_row_covers_is_undetermined_unless_there_is_an_otherwise() -> None:
    given = inputs({"A": "Poor", "B": "Good"})
    outcome = synthesise(step(rule="counting", rows=ROWS), given, scale())
    assert (outcome.state, outcome.rating) == ("undetermined", None)
    assert outcome.reason == "no row of the counting rule covers A Poor, B Good"
    assert (
        synthesise(step(rule="counting", rows=ROWS, otherwise="Poor"), given, scale()).rating
        == "Poor"
    )


def test_inputs_may_be_on_another_scale_than_the_rating() -> None:
    two = scale(TWO)
    given = [
        Input(entry.id, entry.level, entry.value, two)
        for entry in inputs(["Present", "Present"], two)
    ]
    rule = step(
        rule="counting", rows=[{"rating": "Good", "when": [{"at_least": 2, "at": "Present"}]}]
    )
    assert synthesise(rule, given, scale()).rating == "Good"


NAMING = step(
    rule="counting",
    rows=[
        {
            "rating": "Good",
            "when": [{"at_least": 2, "at": "Good"}, {"exactly": "all", "among": ["C", "A"]}],
        },
        {"rating": "Adequate", "when": [{"at_least": 3, "above": "Poor", "among": ["A", "B"]}]},
    ],
    otherwise="Poor",
)


def test_the_levels_and_the_inputs_that_conditions_name_are_told_with_where_they_stand() -> None:
    assert list(NAMING.levels_named()) == [
        NamedLevel(("rows", 0, "rating"), "Good", of_rating=True),
        NamedLevel(("rows", 0, "when", 0, "at"), "Good"),
        NamedLevel(("rows", 1, "rating"), "Adequate", of_rating=True),
        NamedLevel(("rows", 1, "when", 0, "above"), "Poor", "A"),
        NamedLevel(("rows", 1, "when", 0, "above"), "Poor", "B"),
        NamedLevel(("otherwise",), "Poor", of_rating=True),
    ]
    assert list(NAMING.children_named()) == [
        (("rows", 0, "when", 1, "among", 0), "C"),
        (("rows", 0, "when", 1, "among", 1), "A"),
        (("rows", 1, "when", 0, "among", 0), "A"),
        (("rows", 1, "when", 0, "among", 1), "B"),
    ]
    assert list(step(rule="counting", rows=ROWS).children_named()) == []
    assert list(step(rule="counting", rows=ROWS).levels_named())[-1].path == (
        "rows",
        1,
        "when",
        0,
        "below",
    )


def test_what_it_goes_by_is_names_where_a_condition_names_inputs_and_else_only_numbers() -> None:
    assert NAMING.by_name
    assert not step(rule="counting", rows=ROWS).by_name


def test_the_largest_count_is_that_of_inputs_and_not_a_share_or_all() -> None:
    assert NAMING.largest_count == 3
    when = [{"at_least_share": "1/2", "at": "Good"}, {"exactly": "all", "at": "Good"}]
    assert step(rule="counting", rows=[{"rating": "Good", "when": when}]).largest_count == 0


def test_each_row_is_told_down_to_the_one_that_applies() -> None:
    rule = step(rule="counting", rows=ROWS, otherwise="Poor")
    one = "at least 2 at Excellent: 1 of 2 (I0), does not hold; none below Good: 0 of 2, holds"
    assert told(rule, ["Excellent", "Good"]) == [
        ("Row 1", f"Excellent if {one}; so the row does not apply"),
        ("Row 2", "Good if none below Good: 0 of 2, holds; this row gives the rating"),
    ]
    assert told(rule, ["Excellent", "Poor"])[2:] == [
        ("Otherwise", "no row applies, so the rating is Poor")
    ]
    assert len(told(step(rule="counting", rows=ROWS), ["Excellent", "Poor"])) == 2


def told(rule: Rule, levels: list[str]) -> list[tuple[str, str]]:
    entries = counted(rule, inputs(levels), scale())
    judged = rule.judged(entries, scale())
    return list(rule.working(Worked(entries, scale(), None, None, judged.number, ())))
