"""Why a rating is what it is, down to the judgements, so that a person could redo it with a
pencil.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.problems import NotFound
from vfi.scoring.landmarks import landmarks
from vfi.scoring.words import rule_of_node, thresholds_in_words
from vfi.scoring.workings import entries_of, filled, hurdle_lines, working

if TYPE_CHECKING:
    from vfi.rubric.models.parts import Judged
    from vfi.rubric.models.standards import Standard
    from vfi.scoring.models import Node, Proposal, Scorecard
    from vfi.study.models import Case, Evidence, Judgement
    from vfi.synthesis.outcome import Entry
    from vfi.synthesis.rule import Landmarks, Line
    from vfi.synthesis.scale import Level


@dataclass(frozen=True, slots=True)
class LevelShare:
    """The inputs of a node that are at one level, or count as it.

    Attributes:
        level: the level.
        inputs: the ids of the inputs at that level.
        points: what they add to the sum.
    """

    level: Level
    inputs: tuple[str, ...]
    points: Fraction


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """The reasoning behind the rating of a node.

    Attributes:
        node: the node, with its inputs, value and rating.
        rule: the synthesis rule in words.
        shares: per level, the highest first, the inputs at it and the points that they add.
        total: the sum of the values that the rule counted.
        counted: how many values that were.
        excluded: the ids of the inputs left out because they have no level.
        filled: the ids of the inputs without a level that count as one.
        entries: what the rule counted.
        working: the steps of the rule, each with a label.
        hurdles: what the hurdles of the node asked, found and did.
        thresholds: how far the value is from the neighbouring ratings, in words.
        landmarks: what the printed value of each input must not seem to have reached, where it is a
            score.
    """

    node: Node
    rule: str
    shares: tuple[LevelShare, ...]
    total: Fraction
    counted: int
    excluded: tuple[str, ...]
    filled: tuple[str, ...]
    entries: tuple[Entry, ...]
    working: tuple[Line, ...]
    hurdles: tuple[Line, ...]
    thresholds: tuple[str, ...]
    landmarks: Mapping[str, Landmarks]

    def __repr__(self) -> str:
        return f"<Explanation of {self.node!r}: {self.rule}>"


@dataclass(frozen=True, slots=True)
class JudgementExplanation:
    """One judgement with the standard it was made by, its reason and the evidence it cites.

    Attributes:
        case: the case.
        criterion: the criterion, or the group that is judged directly.
        judgement: the judgement.
        standard: what the level takes; None for insufficient evidence.
        evidence: the sources that the judgement cites.
        node: the judgement as a node, with the hurdles that limit it and its determination.
        proposal: what an indicator proposes, where one was measured.
    """

    case: Case
    criterion: Judged
    judgement: Judgement
    standard: Standard | None
    evidence: tuple[Evidence, ...]
    node: Node
    proposal: Proposal | None


def explain(
    scorecard: Scorecard, node_id: str, case_id: str | None = None
) -> Explanation | JudgementExplanation:
    """The reasoning behind a rating, or behind one judgement.

    Args:
        scorecard: the scorecard of a study.
        node_id: a criterion, a dimension or group, or `overall`.
        case_id: a case, to explain its own rating of a dimension or overall, or its judgement on a
            criterion.

    Raises:
        NotFound: there is no such node, case or judgement.
    """
    node = scorecard.node(node_id)
    if case_id is None:
        return _of_node(node, scorecard)
    of_case = scorecard.case(case_id).nodes
    if node_id in scorecard.study.rubric.judged:
        return _of_judgement(scorecard, node_id, case_id, of_case)
    return _of_node(of_case[node.id], scorecard)


def _of_node(node: Node, scorecard: Scorecard) -> Explanation:
    entries = entries_of(node)
    missing = filled(node)
    return Explanation(
        node=node,
        rule=rule_of_node(scorecard.study.rubric, node.id, of_case=node.case is not None),
        shares=tuple(_shares(entries, node)),
        total=sum((entry.value for entry in entries), Fraction(0)),
        counted=len(entries),
        excluded=() if missing else tuple(entry.id for entry in node.excluded),
        filled=missing,
        entries=tuple(entries),
        working=working(node),
        hurdles=tuple(hurdle_lines(node)),
        thresholds=tuple(thresholds_in_words(node)),
        landmarks=_landmarks_below(node, scorecard),
    )


def _landmarks_below(node: Node, scorecard: Scorecard) -> dict[str, Landmarks]:
    if node.step.of == "ratings":
        return {}
    nodes = scorecard.nodes if node.case is None else scorecard.case(node.case).nodes
    return {entry.id: landmarks(nodes[entry.id]) for entry in node.inputs if entry.id in nodes}


def _shares(entries: Sequence[Entry], node: Node) -> Iterator[LevelShare]:
    scales = list(dict.fromkeys(entry.scale for entry in entries)) or [node.scale]
    for scale in scales:
        for level in reversed(scale.levels):
            at_level = [
                entry for entry in entries if entry.level == level.name and entry.scale is scale
            ]
            points = sum((entry.value for entry in at_level), Fraction(0))
            yield LevelShare(level, tuple(entry.id for entry in at_level), points)


def _of_judgement(
    scorecard: Scorecard, node_id: str, case_id: str, nodes: Mapping[str, Node]
) -> JudgementExplanation:
    study = scorecard.study
    part = study.rubric.judged[node_id]
    case = next(case for case in study.cases if case.id == case_id)
    pairs = ((proposal.reading, proposal) for proposal in scorecard.proposals)
    proposed = (
        proposal
        for reading, proposal in pairs
        if (reading.case, reading.criterion) == (case_id, node_id)
    )
    for judgement in study.judgements:
        if (judgement.case, judgement.criterion) == (case_id, node_id):
            cited = tuple(source for source in study.evidence if source.id in judgement.evidence)
            standard = None if judgement.level is None else part.standards.get(judgement.level)
            return JudgementExplanation(
                case, part, judgement, standard, cited, nodes[node_id], next(proposed, None)
            )
    raise NotFound(f'"{case_id}" has no judgement on "{node_id}"')
