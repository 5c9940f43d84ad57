from __future__ import annotations

from typing import Any

import pytest

from tests.relational.studies import assert_equal, rated, rubric_of, scale_of, study_of


def holds(condition: dict[str, Any], levels: list[str | None]) -> bool:
    row = {"rating": "High", "when": [condition]}
    step = {"rule": "counting", "rows": [row], "otherwise": "Low", "missing": "exclude"}
    return rated(step, levels).rating == "High"


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("at", [False, True, False]),
        ("at_or_above", [False, True, True]),
        ("above", [False, False, True]),
        ("at_or_below", [True, True, False]),
        ("below", [True, False, False]),
    ],
)
def test_a_side_means_the_levels_on_it(side: str, expected: list[bool]) -> None:
    condition = {"at_least": 1, side: "Middle"}
    assert [holds(condition, [level]) for level in ("Low", "Middle", "High")] == expected


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ({"at_least": 2}, True),
        ({"at_least": 3}, False),
        ({"at_most": 2}, True),
        ({"at_most": 1}, False),
        ({"exactly": 2}, True),
        ({"at_least": "all"}, False),
        ({"at_least_share": "2/3"}, True),
        ({"at_most_share": "1/2"}, False),
    ],
)
def test_a_count_is_held_against_a_number_all_or_a_share_of_those_judged(
    quantity: dict[str, Any], expected: bool
) -> None:
    """Two of the three that are judged are High."""
    assert holds({**quantity, "at": "High"}, ["High", "High", "Low", None]) is expected


def test_a_level_is_looked_for_on_the_scale_of_each_input() -> None:
    rubric = rubric_of(
        {"A": ["A.1", "A.2"]},
        scales={"other": scale_of(["Poor", "Low", "High"], [0, 1, 2])},
        nodes={"A.2": {"scale": "other"}},
        synthesis={
            "dimension": {
                "rule": "counting",
                "missing": "exclude",
                "rows": [{"rating": "High", "when": [{"at_least": 2, "above": "Low"}]}],
                "otherwise": "Low",
            }
        },
    )
    grid = {"N": {"A.1": "Middle", "A.2": "High"}, "S": {"A.1": "Middle", "A.2": "Low"}}
    figures = assert_equal(study_of(rubric, grid))
    assert (figures["N", "A"].rating, figures["S", "A"].rating) == ("High", "Low")
