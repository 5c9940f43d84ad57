"""From a study to its scorecard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from vfi.rubric import AnyStep, Dimension, Rubric, Scale
from vfi.rubric.models import OVERALL
from vfi.rubric.rules import Input, synthesise
from vfi.scoring.models import CaseScore, Kind, Node, Scorecard
from vfi.study import Case, Study

Levels = Mapping[str, Mapping[str, str | None]]
OVERALL_TITLE = "Overall"


def score(study: Study) -> Scorecard:
    """Every rating of a study: of all cases together, and of each case by itself.

    Criteria are synthesised from the judgements of all cases, dimensions from their criteria, the whole from the
    dimensions. A case has no criterion ratings of its own: its judgements take their place.
    """
    rubric = study.rubric
    levels: dict[str, dict[str, str | None]] = {case.id: {} for case in study.cases}
    for judgement in study.judgements:
        levels[judgement.case][judgement.criterion] = judgement.level
    criteria = {
        criterion.id: _criterion(criterion.id, criterion.title, levels, rubric) for criterion in rubric.criteria
    }
    dimensions = tuple(_dimension(dimension, criteria, rubric) for dimension in rubric.dimensions)
    return Scorecard(
        study=study,
        criteria=tuple(criteria.values()),
        dimensions=dimensions,
        overall=_overall(dimensions, rubric, None),
        cases=tuple(_case(case, levels[case.id], rubric) for case in study.cases),
    )


def _criterion(node_id: str, title: str, levels: Levels, rubric: Rubric) -> Node:
    judged = {case: of_case[node_id] for case, of_case in levels.items() if node_id in of_case}
    inputs = [_judged_input(case, level, rubric.scale) for case, level in judged.items()]
    missing = sum(level is None for level in judged.values())
    coverage = (len(judged) - missing, missing)
    return _node(node_id, "criterion", title, None, inputs, rubric.synthesis.criterion, rubric.scale, coverage)


def _dimension(dimension: Dimension, criteria: Mapping[str, Node], rubric: Rubric) -> Node:
    below = [criteria[criterion.id] for criterion in dimension.criteria]
    step = rubric.synthesis.dimension
    inputs = [_rated_input(node, step, rubric.scale) for node in below]
    return _node(dimension.id, "dimension", dimension.title, None, inputs, step, rubric.scale, _coverage(below))


def _overall(dimensions: Sequence[Node], rubric: Rubric, case: str | None) -> Node:
    step = rubric.synthesis.overall
    inputs = [_rated_input(node, step, rubric.scale) for node in dimensions]
    return _node(OVERALL, "overall", OVERALL_TITLE, case, inputs, step, rubric.scale, _coverage(dimensions))


def _case(case: Case, levels: Mapping[str, str | None], rubric: Rubric) -> CaseScore:
    dimensions = []
    for dimension in rubric.dimensions:
        judged = {criterion.id: levels[criterion.id] for criterion in dimension.criteria if criterion.id in levels}
        inputs = [_judged_input(criterion, level, rubric.scale) for criterion, level in judged.items()]
        missing = sum(level is None for level in judged.values())
        coverage = (len(judged) - missing, missing)
        step = rubric.synthesis.dimension
        node = _node(dimension.id, "dimension", dimension.title, case.id, inputs, step, rubric.scale, coverage)
        dimensions.append(node)
    return CaseScore(case.id, case.name, dict(levels), tuple(dimensions), _overall(dimensions, rubric, case.id))


def _judged_input(name: str, level: str | None, scale: Scale) -> Input:
    return Input(name, level, None if level is None else scale.by_name[level].value)


def _rated_input(node: Node, step: AnyStep, scale: Scale) -> Input:
    value = node.value
    if node.rating is not None and step.of == "ratings":
        value = scale.by_name[node.rating].value
    return Input(node.id, node.rating, value)


def _coverage(nodes: Sequence[Node]) -> tuple[int, int]:
    return sum(node.judged for node in nodes), sum(node.missing for node in nodes)


def _node(
    node_id: str,
    kind: Kind,
    title: str,
    case: str | None,
    inputs: Sequence[Input],
    step: AnyStep,
    scale: Scale,
    coverage: tuple[int, int],
) -> Node:
    outcome = synthesise(step, inputs, scale)
    found = Counter(entry.level for entry in inputs)
    return Node(
        id=node_id,
        kind=kind,
        title=title,
        case=case,
        step=step,
        inputs=tuple(inputs),
        value=outcome.value,
        rating=outcome.rating,
        margin=outcome.margin,
        counts={name: found[name] for name in scale.names},
        judged=coverage[0],
        missing=coverage[1],
    )
