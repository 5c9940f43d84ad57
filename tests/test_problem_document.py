from __future__ import annotations

from vfi.problem_document import FIELDS, problem_document, problem_rows
from vfi.problems import Problem, Problems, Severity


def problems() -> Problems:
    collected = Problems()
    collected.add(Problem("b.csv", None, "", "nothing", "a row", severity=Severity.WARNING))
    collected.add(Problem("a.csv", 3, "level", '"Hgh"', "a level", "see the scale", column=2))
    return collected


def test_the_document_has_every_problem_by_file_and_counts_the_errors() -> None:
    document = problem_document(problems())
    assert (document["schema"], document["errors"]) == ("vfi.problems/1", 1)
    assert document["problems"][0] == {
        "file": "a.csv",
        "line": 3,
        "column": 2,
        "severity": "error",
        "field": "level",
        "found": '"Hgh"',
        "expected": "a level",
        "hint": "see the scale",
    }
    assert document["problems"][1]["line"] is None


def test_rows_have_an_empty_cell_where_nothing_is_known() -> None:
    header, first, second = problem_rows(problems())
    assert header == FIELDS == tuple(problem_document(problems())["problems"][0])
    assert first[:4] == ("a.csv", "3", "2", "error")
    assert second[:4] == ("b.csv", "", "", "warning")
