"""The check of rubrics as the JSON document that other programs read: `vfi.problems/1`, with what
was tried.
"""

from __future__ import annotations

from collections.abc import Sequence

from vfi.inspection.checks.check import Checked
from vfi.inspection.checks.scores import OfScores
from vfi.inspection.checks.subjects import Subject
from vfi.problem_document import (
    ProblemsDocument,
    ScoresTriedDocument,
    TriedDocument,
    problem_document,
)
from vfi.problems import Problems
from vfi.profiles.tried import SEED

Checks = Sequence[tuple[str, Checked]]
"""The checks of several rubrics, each with the rubric's name."""


def check_document(checks: Checks, problems: Problems) -> ProblemsDocument:
    """The checks as plain data.

    Args:
        checks: the checks.
        problems: the problems of all of them.
    """
    ratings = [_tried(name, subject) for name, checked in checks for subject in checked.of_ratings]
    scores = [_scores(name, entry) for name, checked in checks for entry in checked.scores]
    return {**problem_document(problems), "tried": ratings, "scores": scores}


def _tried(rubric: str, subject: Subject) -> TriedDocument:
    return {
        "rubric": rubric,
        "nodes": list(subject.nodes),
        "inputs": len(subject.space.names),
        "tried": len(subject.tried.profiles),
        "profiles": subject.space.total,
        "seed": None if subject.tried.is_all else SEED,
    }


def _scores(rubric: str, entry: OfScores) -> ScoresTriedDocument:
    return {
        "rubric": rubric,
        "node": entry.node,
        "perspective": entry.perspective or None,
        "tried": len(entry.tried.profiles),
        "profiles": entry.tried.space.total,
        "decided": entry.tried.decided,
        "seed": None if entry.tried.is_all else SEED,
    }
