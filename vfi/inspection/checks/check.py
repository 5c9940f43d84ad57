"""Every question asked of one rubric."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vfi.inspection.checks.bands import check_bands
from vfi.inspection.checks.hurdles import check_hurdles
from vfi.inspection.checks.indicators import check_indicators
from vfi.inspection.checks.locks import JudgedOn, check_lock
from vfi.inspection.checks.monotone import check_monotone
from vfi.inspection.checks.reach import check_reach
from vfi.inspection.checks.rows import check_rows
from vfi.inspection.checks.scores import OfScores, check_scores
from vfi.inspection.checks.standards import check_standards
from vfi.inspection.checks.subjects import Subject, subjects
from vfi.inspection.checks.weights import check_weights
from vfi.inspection.checks.words import check_words
from vfi.problems import Problems
from vfi.rubric.consistency.report import Report
from vfi.rubric.loading import RubricFile, read_rubric_file

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric

OF_STEPS = (check_bands, check_reach, check_rows, check_monotone, check_weights)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a rubric found.

    Attributes:
        rubric: the rubric; None where it has errors that leave nothing to look at.
        problems: everything found, errors and warnings.
        subjects: the steps looked at, each with the profiles that were tried.
        scores: the nodes that take unrounded scores, each with what the ratings below decide of it.
    """

    rubric: Rubric | None
    problems: Problems
    subjects: Sequence[Subject] = ()
    scores: Sequence[OfScores] = ()

    @property
    def of_ratings(self) -> list[Subject]:
        """The steps whose inputs are levels, so that profiles of levels say all there is to say."""
        return [subject for subject in self.subjects if not subject.takes_scores]


def check_rubric(folder: Path, judged: JudgedOn | None = None) -> Checked:
    """Look for mistakes in a rubric, and for what it implies that cannot be meant.

    Args:
        folder: the folder of the rubric.
        judged: what is known of a study that applies it.
    """
    problems = Problems()
    file = read_rubric_file(folder, problems)
    if file is None:
        return Checked(None, problems)
    report = Report(file.document, problems)
    return Checked(
        file.rubric, problems, _lint(file, judged, report), check_scores(file.rubric, report)
    )


def _lint(file: RubricFile, judged: JudgedOn | None, report: Report) -> list[Subject]:
    rubric = file.rubric
    looked_at = list(subjects(rubric, None if judged is None else judged.cases))
    for subject in looked_at:
        for check in OF_STEPS:
            check(subject, report)
    check_hurdles(rubric, ("hurdles",), report)
    for position, perspective in enumerate(rubric.perspectives):
        if perspective.hurdles is not None:
            check_hurdles(
                rubric.under(perspective.id), ("perspectives", position, "hurdles"), report
            )
    check_indicators(rubric, report)
    check_standards(rubric, report)
    check_words(file, report)
    if judged is not None:
        check_lock(rubric, judged, report)
    return looked_at
