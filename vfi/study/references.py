"""What the tables of a study may refer to: the words of its rubric, its cases and its sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from vfi.study.claims import CASES, scale_of_claim
from vfi.study.models import Case, ClaimKind, Evidence
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.inputs.tables.files import ReadTable
    from vfi.inputs.tables.records import References
    from vfi.rubric.models.rubric import Rubric


def references(
    rubric: Rubric | None,
    cases: ReadTable[Case],
    evidence: ReadTable[Evidence],
) -> References:
    """What cells may refer to, by the names that declarations use.

    What is not known, as the rubric or a file cannot be used, is not there.
    """
    of_files = {"cases": cases.words("id"), "evidence": evidence.words("id")}
    return of_files if rubric is None else {**of_files, **_of_rubric(rubric)}


def _of_rubric(rubric: Rubric) -> References:
    indicators = {
        criterion: part.indicator
        for criterion, part in rubric.judged.items()
        if part.indicator is not None
    }
    judged = {
        criterion: (*rubric.judgement_scale(criterion).names, INSUFFICIENT)
        for criterion in rubric.judged
    }
    rated = {node: (*rubric.rating_scale(node).names, INSUFFICIENT) for node in rubric.node_ids}
    scales = (rubric.scale, *rubric.scales.values())
    any_level = tuple(dict.fromkeys(name for scale in scales for name in scale.names))

    def levels_of_claims(kind: str, node: str, case: str) -> Collection[str]:
        if node not in rubric.node_ids:
            return any_level
        return scale_of_claim(rubric, ClaimKind(kind), node, case).names

    return {
        "judged criteria": rubric.judged,
        "levels of judgements": _levels_by(judged),
        "nodes": rubric.node_ids,
        "levels of ratings": _levels_by(rated),
        "criteria with an indicator": indicators,
        "measures of indicators": {
            criterion: indicator.measure for criterion, indicator in indicators.items()
        },
        "failure indicators": [failure.id for failure in rubric.failure_indicators],
        "levels of claims": levels_of_claims,
        "parts of a study": [CASES, *(tier.plural for tier in rubric.tiers)],
    }


def _levels_by(levels: Mapping[str, Collection[str]]) -> Callable[[str], Collection[str]]:
    """The levels by what is judged or rated; those of all of them for what the rubric has not."""
    any_level = tuple(dict.fromkeys(level for several in levels.values() for level in several))
    return lambda name: levels.get(name, any_level)
