"""What is wrong with a study beyond what reading it finds: all that a command would refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from vfi import places
from vfi.problems import InvalidInput, Problem, Severity

if TYPE_CHECKING:
    from vfi.inspection.checks.locks import JudgedOn
    from vfi.study.models import Study

# The tables of which not every word is printed in the report: a sign that no typeface has may do no
# harm there.
PRINTED_IN_PART = (
    "judgements.csv",
    "claims.csv",
    "published.csv",
    "indicators.csv",
    "failures.csv",
)


def foreseen(study: Study) -> Iterator[Problem]:
    """The problems that `rubric check`, `audit claims` and `report` would have with a study that
    can be read.
    """
    yield from errors_of_the_rubric(study)
    yield from _of_the_narrative(study)
    yield from _of_signs(study)


def errors_of_the_rubric(study: Study) -> Iterator[Problem]:
    """What makes the check of a study's rubric fail: bands that overlap, ratings that fall as
    inputs rise and so on.
    """
    from vfi.inspection.suspects import may_have_errors

    if study.folder is None or not may_have_errors(
        study.rubric, (entry.date for entry in study.judgements)
    ):
        return
    from vfi.inspection.checks.check import check_rubric

    folder = places.find_by_id(places.RUBRIC, study.rubric.id, (study.folder,))
    checked = check_rubric(folder, judged_on(study))
    yield from (problem for problem in checked.problems if problem.severity is Severity.ERROR)


def judged_on(study: Study) -> JudgedOn:
    """What a study tells the check of its rubric: how many cases there are, and when they were
    judged.
    """
    from vfi.inspection.checks.locks import JudgedOn

    dated = [
        (f"{entry.case} on {entry.criterion}", entry.date)
        for entry in study.judgements
        if entry.date
    ]
    return JudgedOn(study.id, len(study.cases), dated)


def _of_the_narrative(study: Study) -> Iterator[Problem]:
    from vfi.audit.claims import narrative_warnings
    from vfi.reporting.answers import citable_of
    from vfi.reporting.narrative import narrative_html
    from vfi.scoring.scorecard import score

    try:
        narrative_html(citable_of(score(study)))
    except InvalidInput as error:
        yield from error.problems
    yield from narrative_warnings(study)


def _of_signs(study: Study) -> Iterator[Problem]:
    """Signs that no typeface has: errors where the report prints the whole file, else warnings."""
    from vfi.reporting.fonts import sign_problems
    from vfi.reporting.sources import sources
    from vfi.reporting.templating import TemplateFolders

    for problem in sign_problems(sources(study), TemplateFolders([places.shipped_templates()])):
        in_part = problem.file.endswith(PRINTED_IN_PART)
        yield replace(problem, severity=Severity.WARNING) if in_part else problem
