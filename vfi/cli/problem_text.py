"""The problems of an input, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.numbers import count_of
from vfi.problems import Problem, Problems, folded
from vfi.study import Study

FIELDS = ("file", "line", "column", "severity", "field", "found", "expected", "hint")
EACH_ONE = " (--format csv lists each)"


def problem_summary(problems: Problems, study: Study | None) -> list[str]:
    """A line that counts the problems or says what was found sound, then a line a cause."""
    causes = folded(problems)
    each = EACH_ONE if len(causes) < len(problems) else ""
    lines: list[str] = []
    warnings = len(problems) - problems.errors
    if problems.errors:
        beside = f", {count_of(warnings, 'warning')}" if warnings else ""
        lines.append(count_of(problems.errors, "error") + beside + each)
    elif study is not None:
        about = (
            f"{count_of(len(study.cases), 'case')}, "
            f"{count_of(len(study.rubric.judged), 'criterion', 'criteria')}, "
            f"{count_of(len(study.judgements), 'judgement')}"
        )
        end = f"; {count_of(warnings, 'warning')}" if warnings else ""
        beside = count_of(len(study.published), "published rating")
        claims = f", {count_of(len(study.claims), 'claim')}" if study.claims else ""
        lines.append(f"{study.id}: no errors ({about}, {beside}{claims}){end}{each}")
    return [*lines, *causes]


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
