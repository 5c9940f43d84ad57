"""The problems of an input, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.problems import Problem, Problems
from vfi.study import Study

FIELDS = ("file", "line", "column", "severity", "field", "found", "expected", "hint")


def problem_summary(problems: Problems, study: Study | None) -> list[str]:
    """A line that counts the problems or says what was found sound, then a line a problem."""
    lines: list[str] = []
    warnings = len(problems) - problems.errors
    if problems.errors:
        lines.append(counted(problems.errors, "error") + (f", {counted(warnings, 'warning')}" if warnings else ""))
    elif study is not None:
        about = f"{len(study.cases)} cases, {len(study.rubric.judged)} criteria, {len(study.judgements)} judgements"
        end = f"; {counted(warnings, 'warning')}" if warnings else ""
        beside = f"{len(study.published)} published ratings"
        claims = f", {counted(len(study.claims), 'claim')}" if study.claims else ""
        lines.append(f"{study.id}: no errors ({about}, {beside}{claims}){end}")
    return [*lines, *map(str, problems)]


def problem_document(problems: Problems) -> dict[str, Any]:
    """The problems as plain data."""
    found = [dict(zip(FIELDS, _values(problem), strict=True)) for problem in problems]
    return {"schema": "vfi.problems/1", "errors": problems.errors, "problems": found}


def problem_rows(problems: Problems) -> list[Sequence[str]]:
    """The problems as the rows of a table, its header first."""
    rows = [tuple("" if value is None else str(value) for value in _values(problem)) for problem in problems]
    return [FIELDS, *rows]


def _values(problem: Problem) -> tuple[Any, ...]:
    place = (problem.file, problem.line, problem.column, problem.severity.value)
    return (*place, problem.field, problem.found, problem.expected, problem.hint)


def counted(number: int, what: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
