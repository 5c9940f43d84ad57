from __future__ import annotations

import pytest

from vfi.inputs.tables.records import Location, Row
from vfi.problems import Severity


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (Location("a.csv", 3), "on line 3"),
        (Location("b.csv", 3), "on line 3 of b.csv"),
        (Location("b.csv"), "in b.csv"),
    ],
)
def test_where_something_is_in_words(location: Location, words: str) -> None:
    assert location.seen_from(Location("a.csv", 9)) == words


def test_a_problem_of_a_row_is_where_its_cell_is() -> None:
    row = Row(Location("a.csv", 3), {}, None, cell_locations={"level": Location("b.xlsx", 4, 5)})
    assert row.problem("case", "x", "y").where == "a.csv:3"
    problem = row.problem("level", "x", "y", "z", Severity.WARNING)
    assert (problem.where, problem.field, problem.hint) == ("b.xlsx:4:5", "level", "z")
    assert problem.severity is Severity.WARNING
