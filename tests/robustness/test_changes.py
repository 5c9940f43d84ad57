"""A table of changes, held against the study that they are of."""

from __future__ import annotations

from tests.rubrics import dimension, rubric, study
from vfi.inputs.tables.reading import read_records
from vfi.inputs.tables.records import Location, Record
from vfi.problems import Problems
from vfi.robustness.changes import CHANGES, changes_fit, references_of
from vfi.robustness.grid import Change

STUDY = study(rubric([dimension("A", ["A1", "A2"])]), {"L": {"A1": "Good", "A2": None}})


def read(*lines: str) -> tuple[list[Change], list[str]]:
    problems = Problems()
    records = [
        Record(Location("desk", number), dict(zip(CHANGES.names, line.split(","), strict=False)))
        for number, line in enumerate(lines, start=1)
    ]
    rows = read_records(CHANGES, records, references_of(STUDY), problems)
    for problem in changes_fit(rows, STUDY):
        problems.add(problem)
    return [row.entry for row in rows], [
        f"{problem.field}: {problem.found}; {problem.expected}" for problem in problems
    ]


def test_a_change_of_a_judgement_that_is_there() -> None:
    assert read("L,A1,Good,Poor") == ([Change("L", "A1", "Good", "Poor")], [])


def test_a_judgement_that_is_at_another_level_or_at_none() -> None:
    assert read("L,A1,Poor,Good", "L,A2,Poor,Good")[1] == [
        'from: "Poor"; Good, as L is judged on A1',
        'from: "Poor"; Insufficient evidence, as L is judged on A2',
    ]


def test_what_the_study_does_not_have_is_told_once() -> None:
    levels = "one of Poor, Adequate, Good, Excellent"
    assert read("M,A1,Good,Poor", "L,A9,Good,Poor", "L,A1,Good,Bad")[1] == [
        'case: "M"; one of L',
        'criterion: "A9"; one of A1, A2',
        f'to: "Bad"; {levels}',
    ]
