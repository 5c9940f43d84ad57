"""What each case, criterion, group, dimension, assessor and source of evidence decides: the
ratings without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from vfi.scoring.scorecard import rate_together
from vfi.synthesis.tree import resting_on

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard
    from vfi.study.models import Failure, Judgement, Study

What = Literal["case", "criterion", "group", "dimension", "assessor", "evidence"]
EVERY_KIND: tuple[What, ...] = get_args(What)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Difference:
    """A node whose rating is another; a node without a level goes by the name of its state."""

    node: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The ratings without one thing.

    Attributes:
        what: what kind of thing.
        id: which; for an assessor the name.
        judgements: how many judgements with a level are gone with it.
        changes: the nodes whose rating is another, among those that are still there.
    """

    what: What
    id: str
    judgements: int
    changes: tuple[Difference, ...]


def leave_out(
    scorecard: Scorecard, progress: Progress | None = None, kinds: Collection[What] = EVERY_KIND
) -> tuple[LeftOut, ...]:
    """Each thing in turn left out of the study, and what that changes.

    A case, a criterion, a dimension and a group between the two are left out as if they had never
    been there; a dimension whose last criterion is left out is insufficient evidence. Without an
    assessor, all judgements of theirs are insufficient evidence; without a source, those that cite
    it and no other are, and failures that cite it and no other are not recorded. Every rating is
    synthesised anew, since a thing without any level may decide one all the same: where
    insufficient evidence counts as a level, where a coverage is asked for, or by a failure.

    Args:
        scorecard: the ratings as they are.
        progress: told how many of how many things are done.
        kinds: what kinds of things to leave out.
    """
    parts = [(kind, name) for kind, name in _things(scorecard.study) if kind in kinds]
    omissions = []
    for number, (kind, name) in enumerate(parts, start=1):
        omissions.append(_without(scorecard, kind, name))
        if progress is not None:
            progress(number, len(parts))
    return tuple(omissions)


def by_change(
    omissions: Sequence[LeftOut], nodes: Collection[str]
) -> dict[tuple[Difference, ...], list[str]]:
    """The ids of things by what changes without them, among the nodes given."""
    ids: dict[tuple[Difference, ...], list[str]] = {}
    for omission in omissions:
        changes = tuple(change for change in omission.changes if change.node in nodes)
        ids.setdefault(changes, []).append(omission.id)
    return ids


def _things(study: Study) -> Iterator[tuple[What, str]]:
    rubric = study.rubric
    yield from (("case", case.id) for case in study.cases)
    yield from (("criterion", criterion.id) for criterion in rubric.criteria)
    yield from (("group", group.id) for group in rubric.groups)
    yield from (("dimension", dimension.id) for dimension in rubric.dimensions)
    assessors = dict.fromkeys(
        judgement.assessor for judgement in study.judgements if judgement.assessor
    )
    yield from (("assessor", assessor) for assessor in assessors)
    records: tuple[Judgement | Failure, ...] = (*study.judgements, *study.failures)
    cited = {source for record in records for source in record.evidence}
    yield from (("evidence", source.id) for source in study.evidence if source.id in cited)


def _without(scorecard: Scorecard, kind: What, name: str) -> LeftOut:
    study, rubric = scorecard.study, scorecard.study.rubric
    if kind in ("criterion", "group", "dimension"):
        gone = {name, *resting_on(rubric, name)}
        nodes = rate_together(study, without=gone)
        lost = sum(
            judgement.criterion in gone and judgement.level is not None
            for judgement in study.judgements
        )
        return LeftOut(kind, name, lost, _differences(scorecard, nodes))
    reduced = _without_case(study, name) if kind == "case" else _without_basis(study, kind, name)
    return LeftOut(
        kind,
        name,
        _judged(study) - _judged(reduced),
        _differences(scorecard, rate_together(reduced)),
    )


def _without_case(study: Study, name: str) -> Study:
    return replace(
        study,
        cases=tuple(case for case in study.cases if case.id != name),
        judgements=tuple(judgement for judgement in study.judgements if judgement.case != name),
        failures=tuple(failure for failure in study.failures if failure.case != name),
    )


def _without_basis(study: Study, kind: What, name: str) -> Study:
    """The study without an assessor, or without a source."""
    if kind == "assessor":
        judgements = tuple(
            _unjudged(judgement) if judgement.assessor == name else judgement
            for judgement in study.judgements
        )
        return replace(study, judgements=judgements)
    return replace(
        study,
        judgements=tuple(
            _unjudged(judgement) if _rests_on(judgement, name) else judgement
            for judgement in study.judgements
        ),
        failures=tuple(failure for failure in study.failures if not _rests_on(failure, name)),
    )


def _unjudged(judgement: Judgement) -> Judgement:
    return judgement._replace(level=None)


def _rests_on(record: Judgement | Failure, source: str) -> bool:
    return set(record.evidence) == {source}


def _judged(study: Study) -> int:
    return sum(judgement.level is not None for judgement in study.judgements)


def _differences(scorecard: Scorecard, nodes: dict[str, Node]) -> tuple[Difference, ...]:
    """The nodes that are rated otherwise, in the order of the rubric, overall last."""
    return tuple(
        Difference(node.id, node.result, nodes[node.id].result)
        for node in scorecard.nodes.values()
        if node.id in nodes and nodes[node.id].result != node.result
    )
