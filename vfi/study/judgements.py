"""What has to hold between the judgements of a study: every pair is judged, and by one assessor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vfi.problems import Problem, listed, quoted
from vfi.study.tables import JUDGEMENTS
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.inputs.tables.records import Row
    from vfi.rubric.models.rubric import Rubric
    from vfi.study.folder import StudyFolder
    from vfi.study.models import Case, Judgement

EXPECTED_ROW = f'a row for each criterion; where evidence does not suffice, "{INSUFFICIENT}"'


def check_assessors(folder: StudyFolder) -> None:
    """Tell each pair of case and criterion that different assessors judged."""
    first: dict[tuple[str, str], Row[Judgement]] = {}
    disputed: set[tuple[str, ...]] = set()
    for row in folder.rows(JUDGEMENTS):
        pair, assessor = _pair(row), row.cells["assessor"]
        earlier = first.setdefault(pair, row)
        if assessor == earlier.cells["assessor"] or (*pair, assessor) in disputed:
            continue
        disputed.add((*pair, assessor))
        label = quoted(" on ".join(pair))
        assessors = f"{earlier.cells['assessor'] or 'nobody'} and {assessor or 'nobody'}"
        where = earlier.location.seen_from(row.location)
        dispute = f"{label} judged by {assessors} (first {where})"
        expected = "one judgement that the assessors have agreed"
        folder.problems.add(row.problem("assessor", dispute, expected))


def check_complete(folder: StudyFolder, cases: Sequence[Case], rubric: Rubric) -> None:
    """Tell which criteria a case is not judged on, save those that a misspelt name stands for."""
    judged = {_pair(row) for row in folder.rows(JUDGEMENTS)}
    misspelt = Counter(case for case, criterion in judged if criterion not in rubric.judged)
    case_ids = {case.id for case in cases}
    strangers = {case for case, _ in judged} - case_ids
    absent = case_ids - {case for case, _ in judged}
    for case in cases:
        missing = [criterion for criterion in rubric.judged if (case.id, criterion) not in judged]
        is_misspelt = case.id in absent and len(strangers) >= len(absent)
        if len(missing) > misspelt[case.id] and not is_misspelt:
            absence = f"no judgement of {case.id} on {listed(missing, 20)}"
            name = folder.shown_name(JUDGEMENTS.name)
            folder.problems.add(Problem(name, None, "", absence, EXPECTED_ROW))


def _pair(row: Row[Judgement]) -> tuple[str, str]:
    return row.cells["case"], row.cells["criterion"]
