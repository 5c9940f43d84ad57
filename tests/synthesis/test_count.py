"""Conditions on how many are at which levels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import inputs, refusal, scale, step
from vfi.synthesis.count import Count, tally
from vfi.synthesis.step import counted, step_in_words


def with_count(**condition: Any) -> dict[str, Any]:
    """A counting rule of one condition."""
    return {"rule": "counting", "rows": [{"rating": "Good", "when": [condition]}]}


@pytest.mark.parametrize(
    ("condition", "found"),
    [({}, "no quantity"), ({"at_least": 0, "at_most": 0}, "at_least, at_most")],
)
def test_a_condition_compares_one_quantity(condition: dict[str, int], found: str) -> None:
    assert refusal(**with_count(**condition)) == (
        found,
        "one of at_least, at_most, exactly, at_least_share, at_most_share",
    )


def test_only_one_level_is_named_in_a_condition() -> None:
    assert refusal(**with_count(at_least=1, at="Good", below="Good")) == (
        "at, below",
        "only one of at, at_or_above, above, at_or_below, below",
    )


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"at_least": 2, "at": "Good"}, "at least 2 at Good"),
        ({"at_least": 0}, "at least 0 judged"),
        ({"at_least": "all"}, "all judged"),
        ({"at_most": 2}, "at most 2 judged"),
        ({"at_most": 0, "below": "Good"}, "none below Good"),
        ({"at_most": "all"}, "at most all judged"),
        ({"exactly": 2}, "exactly 2 judged"),
        ({"exactly": 0}, "none judged"),
        ({"exactly": "all", "above": "Poor", "among": ["A", "B"]}, "all above Poor among A, B"),
        ({"at_least_share": "2/3", "at": "Good"}, "at least 2/3 of those judged at Good"),
        ({"at_most_share": 0, "at": "Good"}, "at most 0 of those judged at Good"),
    ],
)
def test_a_condition_is_told_with_its_number_its_levels_and_whom_it_means(
    condition: dict[str, Any], words: str
) -> None:
    rule = step(rule="counting", rows=[{"rating": "Good", "when": [condition]}])
    assert f"the first that holds: Good if {words}; otherwise" in step_in_words(rule, "it")


def count(**parts: Any) -> Count:
    """A condition."""
    return Count.model_validate(parts)


def held(condition: Count) -> list[int]:
    """Of how many of four judged inputs a condition holds."""
    return [selected for selected in range(5) if condition.holds_for(selected, 4)]


@pytest.mark.parametrize(
    ("parts", "holding", "of_none"),
    [
        ({"at_least": 2}, [2, 3, 4], False),
        ({"at_least": 0}, [0, 1, 2, 3, 4], True),
        ({"at_most": 2}, [0, 1, 2], True),
        ({"exactly": 2}, [2], False),
        ({"exactly": 0}, [0], True),
        ({"at_least": "all"}, [4], False),
        ({"at_most": "all"}, [0, 1, 2, 3, 4], False),
        ({"exactly": "all"}, [4], False),
        ({"at_least_share": "1/2"}, [2, 3, 4], False),
        ({"at_least_share": "3/5"}, [3, 4], False),
        ({"at_most_share": "1/2"}, [0, 1, 2], False),
        ({"at_most_share": 0}, [0], False),
        ({"at_least_share": 0}, [0, 1, 2, 3, 4], False),
    ],
)
def test_a_part_of_those_judged_holds_of_none_and_a_number_as_it_says(
    parts: dict[str, Any], holding: list[int], of_none: bool
) -> None:
    condition = count(**parts)
    assert held(condition) == holding
    assert condition.holds_for(0, 0) is of_none
    is_part = "all" in parts.values() or next(iter(parts)).endswith("share")
    assert condition.is_of_those_judged is is_part


def test_a_condition_concerns_the_inputs_that_it_names_or_all_of_them() -> None:
    assert [count(at_least=1, among=["A"]).concerns(child) for child in "AB"] == [True, False]
    assert [count(at_least=1).concerns(child) for child in "AB"] == [True, True]


def test_a_tally_is_of_those_that_have_a_level_among_those_meant() -> None:
    given = inputs({"A": "Good", "B": "Poor", "C": "Good", "D": None})
    entries = counted(step(rule="worst"), given, scale())
    named = count(at_least=2, at="Good", among=["A", "B", "D"])
    assert tally(named, entries).sentence == "at least 2 at Good among A, B, D: 1 of 2 (A)"
    assert not tally(named, entries).holds
    every = tally(count(at_least=2, at="Good"), entries)
    assert (every.selected, every.judged, every.holds) == (("A", "C"), 3, True)
    others = tally(named, entries, ["B", "C", "D"])
    assert (others.selected, others.judged, others.holds) == (("C",), 2, False)
    assert tally(count(at_most=0, at="Excellent"), entries).sentence == "none at Excellent: 0 of 3"
