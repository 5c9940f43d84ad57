"""The problems of an input as the JSON document that other programs read: `vfi.problems/1`.

`schemas/vfi.problems-1.schema.json` is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, NotRequired, TypedDict

from vfi.documents import Count, Id, Number, Text
from vfi.problems import Problem, Problems

SCHEMA: Final = "vfi.problems/1"
FIELDS = ("file", "line", "column", "severity", "field", "found", "expected", "hint")


class ProblemDocument(TypedDict):
    """One thing that is wrong, and where.

    Attributes:
        file: The file, from the current folder where it lies below it.
        line: The line, counted from 1; null where none can be named.
        column: The column of the line, counted from 1; null where none can be named.
        severity: An error stops the work, a warning does not.
        field: The column of a table, the key of a YAML file or the part that is meant; may be
            empty.
        found: What is there.
        expected: What should be there.
        hint: What to do about it; may be empty.
    """

    file: Text
    line: Number | None
    column: Number | None
    severity: Literal["error", "warning"]
    field: str
    found: Text
    expected: Text
    hint: str


class TriedDocument(TypedDict):
    """The profiles of levels that a step was tried with.

    Attributes:
        rubric: The rubric.
        nodes: The nodes that the step rates alike.
        inputs: How many inputs they have.
        tried: How many profiles were tried.
        profiles: How many there are.
        seed: What they were drawn with; null where all were tried.
    """

    rubric: Text
    nodes: list[Id]
    inputs: Count
    tried: Count
    profiles: Count
    seed: int | None


class ScoresTriedDocument(TypedDict):
    """A node that takes unrounded scores, with the profiles of ratings below it.

    Attributes:
        rubric: The rubric.
        node: The node.
        perspective: The perspective under which it does; null for the rubric itself.
        tried: How many profiles of ratings were tried.
        profiles: How many there are.
        decided: How many of those tried decide the rating, whatever the scores are.
        seed: What they were drawn with; null where all were tried.
    """

    rubric: Text
    node: Id
    perspective: Id | None
    tried: Count
    profiles: Count
    decided: Count
    seed: int | None


class ProblemsDocument(TypedDict):
    """Every problem of a study and its rubric, as `vfi check STUDY --format json` prints it, or of
    rubrics, as `vfi rubric check RUBRIC... --format json` does.

    Attributes:
        schema: The name and version of this contract.
        errors: How many of the problems are errors; the exit code is 1 when there is one.
        problems: The problems by file and line.
        tried: What the check of rubrics tried; only there.
        scores: The nodes of rubrics that take unrounded scores; only there.
    """

    schema: Literal["vfi.problems/1"]
    errors: Count
    problems: list[ProblemDocument]
    tried: NotRequired[list[TriedDocument]]
    scores: NotRequired[list[ScoresTriedDocument]]


def problem_document(problems: Problems) -> ProblemsDocument:
    """The problems as plain data."""
    return {
        "schema": SCHEMA,
        "errors": problems.errors,
        "problems": [_problem(problem) for problem in problems],
    }


def problem_rows(problems: Problems) -> list[Sequence[str]]:
    """The problems as the rows of a table, its header first."""
    documents: list[dict[str, Any]] = [{**_problem(problem)} for problem in problems]
    rows = [
        tuple("" if document[name] is None else str(document[name]) for name in FIELDS)
        for document in documents
    ]
    return [FIELDS, *rows]


def _problem(problem: Problem) -> ProblemDocument:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.value,
        "field": problem.field,
        "found": problem.found,
        "expected": problem.expected,
        "hint": problem.hint,
    }
