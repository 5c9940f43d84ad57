"""What another command would refuse, told by `vfi check` before it is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vfi import places
from vfi.cli.opening import errors_of_the_rubric
from vfi.problems import InvalidInput, Problem, Severity
from vfi.study import Study

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


def _of_the_narrative(study: Study) -> Iterator[Problem]:
    from vfi.audit.claims import narrative_warnings
    from vfi.reporting.narrative import narrative_html
    from vfi.scoring import score

    try:
        narrative_html(score(study))
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
