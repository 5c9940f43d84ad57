"""Which ratings of a study become others under another rubric."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vfi.scoring.scorecard import score
from vfi.study.models import Judgement, Study

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Node


@dataclass(frozen=True, slots=True)
class RatingChange:
    """One rating before and after.

    Attributes:
        case: the case that it is about; None for all cases together.
        node: the id of the node.
        title: its title.
        before: the rating under the first rubric; empty where that has no such node.
        after: the rating under the second rubric; empty where that has no such node.
    """

    case: str | None
    node: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rescoring:
    """A study under two rubrics.

    Attributes:
        compared: how many ratings both have.
        changes: those that differ, and those that only one of them has.
        left_out: how many judgements the first and the second rubric have no such criterion or
            level for.
        unjudged: how many pairs of a case and a criterion of the second rubric that the study has
            no judgement for.
    """

    compared: int
    changes: tuple[RatingChange, ...]
    left_out: tuple[int, ...]
    unjudged: int


def rescore(study: Study, before: Rubric, after: Rubric) -> Rescoring:
    """The ratings of a study's judgements under two rubrics, held beside each other.

    A judgement on a criterion, or at a level, that a rubric does not have is left out under it; a
    criterion that the study does not judge counts as insufficient evidence.
    """
    first, second = applied(study, before), applied(study, after)
    old, new = _ratings(first), _ratings(second)
    changes = [
        RatingChange(
            *key, (new.get(key) or old[key]).title, _rating(old.get(key)), _rating(new.get(key))
        )
        for key in [*old, *(key for key in new if key not in old)]
    ]
    return Rescoring(
        compared=len(old.keys() & new.keys()),
        changes=tuple(change for change in changes if change.before != change.after),
        left_out=tuple(
            len(study.judgements) - len(one.judgements) + _added(study, one)
            for one in (first, second)
        ),
        unjudged=_added(study, second),
    )


def applied(study: Study, rubric: Rubric) -> Study:
    """The study with another rubric: its judgements and readings as far as they fit."""
    scales = {node: rubric.judgement_scale(node).positions for node in rubric.judged}
    fitting = [
        judgement
        for judgement in study.judgements
        if judgement.criterion in scales
        and (judgement.level is None or judgement.level in scales[judgement.criterion])
    ]
    judged = {(judgement.case, judgement.criterion) for judgement in fitting}
    absent = [
        Judgement(case.id, node, None)
        for case in study.cases
        for node in scales
        if (case.id, node) not in judged
    ]
    readings = tuple(reading for reading in study.readings if reading.criterion in scales)
    return replace(study, rubric=rubric, judgements=(*fitting, *absent), readings=readings)


def _added(study: Study, other: Study) -> int:
    known = set(study.judgements)
    return sum(judgement not in known for judgement in other.judgements)


def _ratings(study: Study) -> dict[tuple[str | None, str], Node]:
    return {(node.case, node.id): node for node in score(study).walk()}


def _rating(node: Node | None) -> str:
    return "" if node is None else node.result
