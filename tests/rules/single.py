"""One case rated by a shipped rubric."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.rubrics import study
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import CaseScore
from vfi.scoring.scorecard import score
from vfi.study.models import Failure

CASE = "it"


def rated(
    rubric: Rubric,
    levels: Mapping[str, str | None],
    failures: Iterable[str] = (),
    perspective: str | None = None,
) -> CaseScore:
    """The scorecard of a case that is judged at these levels; what is not named is insufficient
    evidence.
    """
    for node, level in levels.items():
        assert level is None or level in rubric.judgement_scale(node).positions
    of_case = {node: levels.get(node) for node in rubric.judged}
    recorded = [Failure(CASE, failure, "recorded") for failure in failures]
    rules = rubric if perspective is None else rubric.under(perspective)
    return score(study(rules, {CASE: of_case}, recorded)).case(CASE)
