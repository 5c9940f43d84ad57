"""What each case, criterion, dimension, assessor and source of evidence decides: the ratings without it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from vfi.scoring import Node, Scorecard, rate_together
from vfi.study import Judgement, Study

What = Literal["case", "criterion", "dimension", "assessor", "evidence"]
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

    A case, a criterion and a dimension are left out as if they had never been there; a dimension whose last
    criterion is left out is insufficient evidence. Without an assessor, all judgements of theirs are insufficient
    evidence; without a source, those that cite it and no other are.

    Args:
        scorecard: the ratings as they are.
        progress: told how many of how many things are done.
        kinds: what kinds of things to leave out.
    """
    things = [(what, name) for what, name in _things(scorecard.study) if what in kinds]
    found = []
    for number, (what, name) in enumerate(things, start=1):
        found.append(_without(scorecard, what, name))
        if progress is not None:
            progress(number, len(things))
    return tuple(found)


def by_change(things: Sequence[LeftOut], nodes: Collection[str]) -> dict[tuple[Difference, ...], list[str]]:
    """The ids of things by what changes without them, among the nodes given."""
    found: dict[tuple[Difference, ...], list[str]] = {}
    for thing in things:
        changes = tuple(change for change in thing.changes if change.node in nodes)
        found.setdefault(changes, []).append(thing.id)
    return found


def _things(study: Study) -> Iterator[tuple[What, str]]:
    rubric = study.rubric
    yield from (("case", case.id) for case in study.cases)
    yield from (("criterion", criterion.id) for criterion in rubric.criteria)
    yield from (("dimension", dimension.id) for dimension in rubric.dimensions)
    assessors = dict.fromkeys(one.assessor for one in study.judgements if one.assessor)
    yield from (("assessor", assessor) for assessor in assessors)
    cited = {source for one in study.judgements for source in one.evidence}
    yield from (("evidence", source.id) for source in study.evidence if source.id in cited)


def _without(scorecard: Scorecard, what: What, name: str) -> LeftOut:
    study, rubric = scorecard.study, scorecard.study.rubric
    if what in ("criterion", "dimension"):
        gone = {name, *rubric.children[name]}
        nodes = rate_together(study, without=gone)
        lost = sum(one.criterion in gone and one.level is not None for one in study.judgements)
        return LeftOut(what, name, lost, _differences(scorecard, nodes))
    if what == "case":
        remaining = tuple(one for one in study.judgements if one.case != name)
        cases = tuple(case for case in study.cases if case.id != name)
        failures = tuple(failure for failure in study.failures if failure.case != name)
        other = replace(study, cases=cases, judgements=remaining, failures=failures)
    else:
        other = replace(study, judgements=tuple(_without_basis(one, what, name) for one in study.judgements))
    lost = _judged(study) - _judged(other)
    return LeftOut(what, name, lost, _differences(scorecard, rate_together(other)) if lost else ())


def _without_basis(judgement: Judgement, what: What, name: str) -> Judgement:
    rests_on_it = judgement.assessor == name if what == "assessor" else judgement.evidence == (name,)
    return judgement._replace(level=None) if rests_on_it else judgement


def _judged(study: Study) -> int:
    return sum(judgement.level is not None for judgement in study.judgements)


def _differences(scorecard: Scorecard, nodes: dict[str, Node]) -> tuple[Difference, ...]:
    """The nodes that are rated otherwise, in the order of the rubric, overall last."""
    return tuple(
        Difference(node.id, node.result, nodes[node.id].result)
        for node in scorecard.nodes.values()
        if node.id in nodes and nodes[node.id].result != node.result
    )
