"""One node: its inputs, its synthesis, and the hurdles that limit it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vfi.scoring.models import Node
from vfi.synthesis.condition import Circumstances
from vfi.synthesis.hurdles import Hurdle, HurdleOutcome, limit
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.outcome import Input, Outcome
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.study.models import Determination, Study
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

OVERALL_TITLE = "Overall"


class Place(NamedTuple):
    """What a rubric says of a node, the same for every case.

    Attributes:
        kind: the id of its tier, or `overall`.
        title: its title.
        step: the step that rates it.
        scale: the scale of its rating.
        judged_on: the scale of the judgements on it; None where cases are not judged on it.
    """

    kind: str
    title: str
    step: Rule
    scale: Scale
    judged_on: Scale | None


def places_of(rubric: Rubric) -> dict[str, Place]:
    """The place of every node of a rubric, by id."""
    places = {}
    for node_id in rubric.node_ids:
        title = OVERALL_TITLE if node_id == OVERALL else rubric.parts[node_id].title
        judged_on = rubric.judgement_scale(node_id) if node_id in rubric.judged else None
        places[node_id] = Place(
            rubric.kinds[node_id],
            title,
            rubric.step_of(node_id),
            rubric.rating_scale(node_id),
            judged_on,
        )
    return places


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a node is rated amid, for all cases together or for one.

    Attributes:
        rubric: the rubric.
        case: the case; None for all together.
        hurdles: the hurdles of each node that has any.
        failures: for each failure indicator, the cases meant that it is recorded for.
        determinations: what the panel settled on, by node.
        places: what the rubric says of each node.
    """

    rubric: Rubric
    case: str | None
    hurdles: Mapping[str, Sequence[Hurdle]]
    failures: Mapping[str, Sequence[str]]
    determinations: Mapping[str, Determination]
    places: Mapping[str, Place]

    @classmethod
    def of(cls, study: Study, case: str | None, places: Mapping[str, Place]) -> Surroundings:
        """The surroundings in a study, of one case or of all."""
        hurdles: dict[str, list[Hurdle]] = {}
        for hurdle in study.rubric.hurdles:
            hurdles.setdefault(hurdle.node, []).append(hurdle)
        failures: dict[str, list[str]] = {}
        for failure in study.failures:
            if case in (None, failure.case):
                failures.setdefault(failure.failure, []).append(failure.case)
        determinations = {
            entry.node: entry for entry in study.about.determinations if entry.case == case
        }
        return cls(study.rubric, case, hurdles, failures, determinations, places)


def synthesised_node(
    node_id: str,
    around: Surroundings,
    nodes: Mapping[str, Node],
    levels: Mapping[str, Mapping[str, str | None]] | None = None,
) -> Node:
    """A node that a step makes of the nodes below it, or of the judgements of all cases.

    Args:
        node_id: the node.
        around: the rubric and what else decides.
        nodes: the nodes rated so far; those below it and those that its hurdles look at are among
            them.
        levels: the judgements by case and criterion, for a node that cases are judged on.
    """
    place = around.places[node_id]
    scale, step = place.scale, place.step
    if place.judged_on is not None and levels is not None:
        judged = {case: of_case[node_id] for case, of_case in levels.items() if node_id in of_case}
        inputs = [_input(case, level, place.judged_on, scale) for case, level in judged.items()]
        missing = sum(level is None for level in judged.values())
        coverage = (len(judged) - missing, missing)
    else:
        below = [nodes[child] for child in around.rubric.children[node_id] if child in nodes]
        inputs = [_rated_input(node, step.of, scale) for node in below]
        coverage = (sum(node.judged for node in below), sum(node.missing for node in below))
    return _node(node_id, around, nodes, inputs, synthesise(step, inputs, scale), scale, coverage)


def judgement_node(
    node_id: str,
    around: Surroundings,
    nodes: Mapping[str, Node],
    level: str | None,
    is_judged: bool,
) -> Node:
    """A node whose level is the judgement of one case.

    Args:
        node_id: a criterion or holistic group.
        around: the rubric, the case and what else decides.
        nodes: the nodes of the case rated so far.
        level: the level; None for insufficient evidence.
        is_judged: whether the case was judged on it at all.
    """
    scale = around.places[node_id].judged_on or around.places[node_id].scale
    entry = _input(around.case or "", level, scale, scale)
    if level is None:
        outcome = Outcome(
            "insufficient evidence", reason="the evidence on it does not suffice for a judgement"
        )
    else:
        outcome = Outcome("rated", level, entry.value)
    coverage = (int(level is not None), int(is_judged and level is None))
    return _node(
        node_id,
        around,
        nodes,
        [entry] if is_judged else [],
        outcome,
        scale,
        coverage,
        is_judgement=True,
    )


def _input(name: str, level: str | None, own: Scale, scale: Scale) -> Input:
    value = None if level is None else own.by_name[level].value
    return Input(name, level, value, None if own is scale else own)


def _rated_input(node: Node, of: str, scale: Scale) -> Input:
    own, rating = node.scale, node.rating
    value = node.score
    if of == "ratings":
        value = None if rating is None else own.by_name[rating].value
    is_undetermined = node.state == "undetermined"
    return Input(node.id, rating, value, None if own is scale else own, is_undetermined)


def _node(
    node_id: str,
    around: Surroundings,
    nodes: Mapping[str, Node],
    inputs: Sequence[Input],
    outcome: Outcome,
    scale: Scale,
    coverage: tuple[int, int],
    is_judgement: bool = False,
) -> Node:
    hurdles = (
        _limited(outcome.rating, node_id, around, nodes, scale) if node_id in around.hurdles else ()
    )
    place = around.places[node_id]
    return Node(
        id=node_id,
        kind=place.kind,
        title=place.title,
        case=around.case,
        step=place.step,
        inputs=tuple(inputs),
        value=outcome.value,
        rating=hurdles[-1].after if hurdles else outcome.rating,
        margin=outcome.margin,
        counts=_counts(inputs, scale),
        judged=coverage[0],
        missing=coverage[1],
        scale=scale,
        state=outcome.state,
        reason=outcome.reason,
        row=outcome.row,
        before=outcome.rating,
        hurdles=hurdles,
        determined=around.determinations.get(node_id),
        is_judgement=is_judgement,
    )


def _limited(
    rating: str | None, node_id: str, around: Surroundings, nodes: Mapping[str, Node], scale: Scale
) -> tuple[HurdleOutcome, ...]:
    levels = {node.id: node.rating for node in nodes.values()}
    scales = {node.id: node.scale for node in nodes.values()}
    circumstances = Circumstances(levels, scales, around.failures, around.case is not None)
    return limit(rating, scale, around.hurdles[node_id], circumstances, around.rubric)


def _counts(inputs: Sequence[Input], scale: Scale) -> dict[str, int]:
    counts: dict[str, int] = {} if inputs else dict.fromkeys(scale.names, 0)
    known: Scale | None = None
    for entry in inputs:
        own = entry.scale or scale
        if own is not known:
            for name in own.names:
                counts.setdefault(name, 0)
            known = own
        if entry.level is not None:
            counts[entry.level] += 1
    return counts
