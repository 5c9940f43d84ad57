"""Why a rating is what it is, down to the judgements, so that a person could redo it with a pencil."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from vfi.problems import NotFound
from vfi.rubric import Criterion, Level, Standard
from vfi.scoring.models import Node, Scorecard
from vfi.scoring.words import rule_in_words, thresholds_in_words
from vfi.study import Case, Evidence, Judgement


@dataclass(frozen=True, slots=True)
class Share:
    """The inputs of a node that are at one level.

    Attributes:
        level: the level.
        inputs: the ids of the inputs at that level.
        points: what they add to the sum.
    """

    level: Level
    inputs: tuple[str, ...]
    points: Fraction


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasoning behind the rating of a node.

    Attributes:
        node: the node, with its inputs, value and rating.
        rule: the synthesis rule in words.
        shares: per level, the highest first, the inputs at it and the points that they add.
        total: the sum of the values that entered the mean.
        counted: how many values that were.
        excluded: the ids of the inputs left out for insufficient evidence.
        thresholds: how far the value is from the neighbouring ratings, in words.
    """

    node: Node
    rule: str
    shares: tuple[Share, ...]
    total: Fraction
    counted: int
    excluded: tuple[str, ...]
    thresholds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementExplanation:
    """One judgement with the standard it was made by, its reason and the evidence it cites."""

    case: Case
    criterion: Criterion
    judgement: Judgement
    standard: Standard | None
    evidence: tuple[Evidence, ...]


def explain(scorecard: Scorecard, node_id: str, case_id: str | None = None) -> Explanation | JudgementExplanation:
    """The reasoning behind a rating, or behind one judgement.

    Args:
        scorecard: the scorecard of a study.
        node_id: a criterion, a dimension or `overall`.
        case_id: a case, to explain its own rating of a dimension or overall, or its judgement on a criterion.

    Raises:
        NotFound: there is no such node, case or judgement.
    """
    node = scorecard.node(node_id)
    if case_id is None:
        return _of_node(node, scorecard)
    case = scorecard.case(case_id)
    if node.kind == "criterion":
        return _of_judgement(scorecard, node_id, case_id)
    of_case = {dimension.id: dimension for dimension in case.dimensions} | {case.overall.id: case.overall}
    return _of_node(of_case[node_id], scorecard)


def _of_node(node: Node, scorecard: Scorecard) -> Explanation:
    rubric = scorecard.study.rubric
    shares = []
    for level in reversed(rubric.scale.levels):
        at_level = [entry for entry in node.counted if entry.level == level.name]
        points = sum((entry.value for entry in at_level if entry.value is not None), Fraction(0))
        shares.append(Share(level, tuple(entry.id for entry in at_level), points))
    return Explanation(
        node=node,
        rule=rule_in_words(node.step, node.kind, of_case=node.case is not None),
        shares=tuple(shares),
        total=sum((share.points for share in shares), Fraction(0)),
        counted=len(node.counted),
        excluded=tuple(entry.id for entry in node.excluded),
        thresholds=tuple(thresholds_in_words(node, rubric)),
    )


def _of_judgement(scorecard: Scorecard, criterion_id: str, case_id: str) -> JudgementExplanation:
    study = scorecard.study
    criterion = next(criterion for criterion in study.rubric.criteria if criterion.id == criterion_id)
    case = next(case for case in study.cases if case.id == case_id)
    for judgement in study.judgements:
        if (judgement.case, judgement.criterion) == (case_id, criterion_id):
            cited = tuple(source for source in study.evidence if source.id in judgement.evidence)
            standard = None if judgement.level is None else criterion.standards.get(judgement.level)
            return JudgementExplanation(case, criterion, judgement, standard, cited)
    raise NotFound(f'"{case_id}" has no judgement on "{criterion_id}"')
