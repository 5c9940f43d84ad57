"""The problems of an input as the JSON document that other programs read: `vfi.problems/1`.

Its JSON Schema is `schemas/vfi.problems-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.problems import Problem, Problems

FIELDS = ("file", "line", "column", "severity", "field", "found", "expected", "hint")


def problem_document(problems: Problems) -> dict[str, Any]:
    """The problems as plain data."""
    found = [dict(zip(FIELDS, _values(problem), strict=True)) for problem in problems]
    return {"schema": "vfi.problems/1", "errors": problems.errors, "problems": found}


def problem_rows(problems: Problems) -> list[Sequence[str]]:
    """The problems as the rows of a table, its header first."""
    rows = [
        tuple("" if value is None else str(value) for value in _values(problem))
        for problem in problems
    ]
    return [FIELDS, *rows]


def _values(problem: Problem) -> tuple[Any, ...]:
    place = (problem.file, problem.line, problem.column, problem.severity.value)
    return (*place, problem.field, problem.found, problem.expected, problem.hint)
