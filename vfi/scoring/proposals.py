"""The levels that indicators propose, beside those that were judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.scoring.models import Proposal

if TYPE_CHECKING:
    from vfi.study.models import Study


def proposals(study: Study) -> tuple[Proposal, ...]:
    """A proposal for each reading of an indicator, in the order of the study."""
    return tuple(_proposals(study)) if study.readings else ()


def _proposals(study: Study) -> Iterator[Proposal]:
    judgements = {
        (judgement.case, judgement.criterion): judgement for judgement in study.judgements
    }
    for reading in study.readings:
        indicator = study.rubric.judged[reading.criterion].indicator
        if indicator is not None:
            judgement = judgements.get((reading.case, reading.criterion))
            level, reason = (None, "") if judgement is None else (judgement.level, judgement.reason)
            yield Proposal(reading, indicator.propose(reading.value), level, reason)
