from typing import Any

import pytest

from tests.rubrics import inputs, refusal, scale, step
from vfi.synthesis.step import synthesise

ROWS = [
    {"when": {"A": {"at_or_above": "Good"}, "B": ["Good", "Excellent"]}, "rating": "Excellent"},
    {"when": {"A": "Good"}, "rating": "Good"},
    {"when": {"B": {"at_or_below": "Adequate"}}, "rating": "Adequate"},
]


def test_the_first_row_that_fits_gives_the_rating() -> None:
    rule = step(rule="table", rows=ROWS)
    for levels, row in (
        ({"A": "Good", "B": "Good"}, 0),
        ({"A": "Good", "B": "Poor"}, 1),
        ({"A": "Excellent", "B": "Adequate"}, 2),
    ):
        assert synthesise(rule, inputs(levels), scale()).row == row


def test_a_child_without_a_level_fits_no_cell_and_any_row_that_does_not_name_it() -> None:
    rule = step(rule="table", rows=ROWS)
    assert synthesise(rule, inputs({"A": "Good", "B": None}), scale()).row == 1
    outcome = synthesise(rule, inputs({"A": "Excellent", "B": None}), scale())
    assert outcome.reason == "no row of the table covers A Excellent"


def test_otherwise_completes_a_table() -> None:
    rule = step(rule="table", rows=ROWS, otherwise="Poor")
    assert synthesise(rule, inputs({"A": "Poor", "B": "Good"}), scale()).rating == "Poor"


A_CELL = "a level, a list of levels, {at_or_above: LEVEL} or {at_or_below: LEVEL}"


def with_cell(cell: object) -> dict[str, Any]:
    """A table of one cell."""
    return {"rule": "table", "rows": [{"rating": "Good", "when": {"A": cell}}]}


@pytest.mark.parametrize(
    "cell", ["Good", ["Good"], ["Good", "Poor"], {"at_or_above": "Good"}, {"at_or_below": "Good"}]
)
def test_a_cell_names_levels(cell: object) -> None:
    assert step(**with_cell(cell)).rule == "table"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (" ", '""'),
        ([], "a list"),
        (["Good", 1], "a list"),
        ({}, "the keys "),
        ({"at": "Good"}, "the keys at"),
        ({"at_or_above": "Good", "at_or_below": "Good"}, "the keys at_or_above, at_or_below"),
        (5, '"5"'),
    ],
)
def test_another_cell_is_refused(cell: object, found: str) -> None:
    assert refusal(**with_cell(cell)) == (found, A_CELL)
