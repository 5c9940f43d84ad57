from typing import Any

import pytest

from tests.rubrics import inputs, refusal, scale, step
from vfi.synthesis.rule import NamedLevel, Worked
from vfi.synthesis.step import counted, synthesise

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


def test_the_levels_and_the_inputs_of_its_cells_are_told_with_where_they_stand() -> None:
    rule = step(rule="table", rows=ROWS, otherwise="Poor")
    assert list(rule.levels_named()) == [
        NamedLevel(("rows", 0, "rating"), "Excellent", of_rating=True),
        NamedLevel(("rows", 0, "when", "A", "at_or_above"), "Good", "A"),
        NamedLevel(("rows", 0, "when", "B", 0), "Good", "B"),
        NamedLevel(("rows", 0, "when", "B", 1), "Excellent", "B"),
        NamedLevel(("rows", 1, "rating"), "Good", of_rating=True),
        NamedLevel(("rows", 1, "when", "A"), "Good", "A"),
        NamedLevel(("rows", 2, "rating"), "Adequate", of_rating=True),
        NamedLevel(("rows", 2, "when", "B", "at_or_below"), "Adequate", "B"),
        NamedLevel(("otherwise",), "Poor", of_rating=True),
    ]
    assert list(rule.children_named()) == [
        (("rows", 0, "when", "A"), "A"),
        (("rows", 0, "when", "B"), "B"),
        (("rows", 1, "when", "A"), "A"),
        (("rows", 2, "when", "B"), "B"),
    ]


def test_each_row_is_told_with_the_cells_that_do_not_fit() -> None:
    rule = step(rule="table", rows=ROWS)
    entries = counted(rule, inputs({"A": "Poor", "B": "Adequate"}), scale())
    lines = list(rule.working(Worked(entries, scale(), "Adequate", None, 2, ())))
    assert [label for label, _ in lines] == ["Row 1", "Row 2", "Row 3"]
    assert [words.partition("; ")[2] for _, words in lines] == [
        "does not fit, for A is Poor and B is Adequate",
        "does not fit, for A is Poor",
        "fits and gives the rating",
    ]
    alone = counted(rule, inputs({"A": "Excellent", "B": None}), scale())
    lines = list(rule.working(Worked(alone, scale(), None, None, None, ())))
    assert [words.partition("; ")[2] for _, words in lines] == [
        "does not fit, for B has no level",
        "does not fit, for A is Excellent",
        "does not fit, for B has no level",
    ]


@pytest.mark.parametrize(
    ("cell", "fitting"),
    [
        ("Good", ["Good"]),
        (["Poor", "Excellent"], ["Poor", "Excellent"]),
        ({"at_or_above": "Good"}, ["Good", "Excellent"]),
        ({"at_or_below": "Adequate"}, ["Poor", "Adequate"]),
    ],
)
def test_a_cell_fits_the_levels_that_it_means(cell: object, fitting: list[str]) -> None:
    rule = step(**with_cell(cell))
    rated = {name: synthesise(rule, inputs({"A": name}), scale()).rating for name in scale().names}
    assert [name for name, rating in rated.items() if rating == "Good"] == fitting
