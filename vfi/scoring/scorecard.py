"""From a study to its scorecard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from vfi.rubric.models.parts import Group
from vfi.scoring.models import CaseScore, Node, Scorecard
from vfi.scoring.nodes import Place, Surroundings, judgement_node, places_of, synthesised_node
from vfi.scoring.proposals import proposals
from vfi.synthesis.tree import evaluation_order

if TYPE_CHECKING:
    from vfi.study.models import Case, Study

Levels = Mapping[str, Mapping[str, str | None]]


def score(study: Study) -> Scorecard:
    """Every rating of a study: of all cases together, and of each case by itself.

    Criteria are synthesised from the judgements of all cases, dimensions and groups from what is
    below them, the whole from the dimensions; hurdles limit each before the node above takes it. A
    case has no criterion ratings of its own: its judgements take their place, and so they do on a
    group that is judged directly.
    """
    rubric = study.rubric
    levels = _levels(study)
    places = places_of(rubric)
    order = {node_id: places[node_id] for node_id in evaluation_order(rubric)}
    nodes = rate_together(study)
    return Scorecard(
        study=study,
        nodes={node_id: nodes[node_id] for node_id in rubric.node_ids},
        cases=tuple(_case(study, case, levels[case.id], order) for case in study.cases),
        proposals=proposals(study),
    )


def rate_together(study: Study, without: Collection[str] = ()) -> dict[str, Node]:
    """The nodes over all cases, by id; a scorecard without what it says of each case.

    Args:
        study: the study.
        without: criteria, dimensions and groups to leave out, as if the rubric did not have them.
    """
    levels, everywhere = _levels(study), Surroundings.of(study, None, places_of(study.rubric))
    nodes: dict[str, Node] = {}
    for node_id in evaluation_order(study.rubric):
        if node_id not in without:
            nodes[node_id] = synthesised_node(node_id, everywhere, nodes, levels)
    return nodes


def _levels(study: Study) -> dict[str, dict[str, str | None]]:
    levels: dict[str, dict[str, str | None]] = {case.id: {} for case in study.cases}
    for judgement in study.judgements:
        levels[judgement.case][judgement.criterion] = judgement.level
    return levels


def _case(
    study: Study, case: Case, levels: Mapping[str, str | None], order: Mapping[str, Place]
) -> CaseScore:
    rubric = study.rubric
    here = Surroundings.of(study, case.id, order)
    nodes: dict[str, Node] = {}
    for node_id, place in order.items():
        if place.judged_on is None:
            nodes[node_id] = synthesised_node(node_id, here, nodes)
        elif node_id in levels or isinstance(rubric.parts[node_id], Group):
            nodes[node_id] = judgement_node(
                node_id, here, nodes, levels.get(node_id), node_id in levels
            )
    ordered = {node_id: nodes[node_id] for node_id in rubric.node_ids if node_id in nodes}
    return CaseScore(case.id, case.name, dict(levels), ordered, rubric)
