"""The scorecard as the JSON document that other programs read: `vfi.scorecard/2`.

Its form is declared in `vfi.scoring.contract`, of which `schemas/vfi.scorecard-2.schema.json` is
made.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from vfi.numbers import CELL_COLUMNS, cells, nearest_float
from vfi.scoring.comparison import Comparison
from vfi.scoring.landmarks import landmarks
from vfi.scoring.models import CaseScore, Node, Proposal, Scorecard
from vfi.scoring.perspectives import PerspectiveScore
from vfi.study.models import Determination
from vfi.synthesis.hurdles import HurdleOutcome
from vfi.synthesis.outcome import Margin
from vfi.synthesis.scale import Scale

if TYPE_CHECKING:
    from vfi.scoring.contract import (
        CaseDocument,
        ComparisonDocument,
        DeterminationDocument,
        HurdleDocument,
        LevelDocument,
        NodeDocument,
        PerspectiveDocument,
        ProposalDocument,
        ScorecardDocument,
        ThresholdDocument,
        ThresholdsDocument,
    )

SCHEMA: Final = "vfi.scorecard/2"
NAMES = ("case", "id", "kind", "title", "rating")
COLUMNS = (*NAMES, *CELL_COLUMNS, "judged", "missing")
FURTHER_COLUMNS = ("state", "before", "hurdles", "determined", "perspective")
WORD_COLUMNS = (*NAMES, *FURTHER_COLUMNS)


def scorecard_document(
    scorecard: Scorecard,
    comparison: Comparison | None = None,
    perspectives: Sequence[PerspectiveScore] = (),
) -> ScorecardDocument:
    """The scorecard as plain data; fractions as text (`3/2`), with a decimal beside each."""
    study, rubric = scorecard.study, scorecard.study.rubric
    document: ScorecardDocument = {
        "schema": SCHEMA,
        "study": {
            "id": study.id,
            "title": study.about.title,
            "date": study.about.date,
            "cases": len(study.cases),
            "judgements": len(study.judgements),
            "files": dict(study.digests),
        },
        "rubric": {
            "id": rubric.id,
            "version": rubric.version,
            "sha256": rubric.sha256,
            "levels": _levels(rubric.scale),
            "scales": {name: _levels(scale) for name, scale in rubric.scales.items()},
        },
        "overall": node_document(scorecard.overall),
        "dimensions": [node_document(node) for node in scorecard.dimensions],
        "criteria": [node_document(node) for node in scorecard.criteria],
        "cases": [_case_document(case) for case in scorecard.cases],
        "indicators": [proposal_document(proposal) for proposal in scorecard.proposals],
        "perspectives": [_perspective_document(one) for one in perspectives],
    }
    if scorecard.groups:
        document["groups"] = [node_document(node) for node in scorecard.groups]
    if comparison is not None:
        document["published"] = _comparison_document(comparison)
    return document


def node_document(node: Node) -> NodeDocument:
    """One node as plain data."""
    return {
        "id": node.id,
        "title": node.title,
        "rating": node.rating,
        "value": None if node.value is None else str(node.value),
        "decimal": None if node.value is None else nearest_float(node.value),
        "judged": node.judged,
        "missing": node.missing,
        "counts": dict(node.counts),
        "thresholds": _margin_document(node.margin),
        "state": node.state,
        "reason": node.reason,
        "before": node.before,
        "hurdles": [hurdle_document(outcome) for outcome in node.hurdles],
        "determined": None if node.determined is None else determination_document(node.determined),
    }


def proposal_document(proposal: Proposal) -> ProposalDocument:
    """The level that an indicator proposes, as plain data."""
    reading = proposal.reading
    return {
        "case": reading.case,
        "criterion": reading.criterion,
        "value": str(reading.value),
        "decimal": nearest_float(reading.value),
        "proposed": proposal.proposed,
        "judged": proposal.judged,
        "departs": proposal.departs,
        "reason": proposal.reason,
        "source": reading.source,
    }


def scorecard_rows(
    scorecard: Scorecard, perspectives: Sequence[PerspectiveScore] = ()
) -> list[Sequence[str]]:
    """The scorecard as the rows of a table, its header first.

    A row for each node over all cases, then for each case's nodes; then the same under each
    perspective, which the last column names. The value of a node is there to read, and exactly: a
    numerator and a denominator.
    """
    rubric = scorecard.study.rubric
    scales = (rubric.scale, *rubric.scales.values())
    levels = tuple(dict.fromkeys(name for scale in scales for name in scale.names))
    rows: list[Sequence[str]] = [(*COLUMNS, *levels, *FURTHER_COLUMNS)]
    rows += [_row(node, levels, "") for node in scorecard.walk()]
    for one in perspectives:
        rows += [_row(node, levels, one.perspective.id) for node in one.scorecard.walk()]
    return rows


def _row(node: Node, levels: Sequence[str], perspective: str) -> Sequence[str]:
    return (
        node.case or "",
        node.id,
        node.kind,
        node.title,
        node.rating or "",
        *cells(node.value, landmarks(node)),
        str(node.judged),
        str(node.missing),
        *(str(node.counts.get(level, 0)) for level in levels),
        node.state,
        node.before or "",
        " ".join(outcome.hurdle.id for outcome in node.lowered_by),
        "" if node.determined is None else node.determined.level,
        perspective,
    )


def _case_document(case: CaseScore) -> CaseDocument:
    document: CaseDocument = {
        "id": case.id,
        "name": case.name,
        "levels": dict(case.levels),
        "dimensions": [node_document(node) for node in case.dimensions],
        "overall": node_document(case.overall),
        "criteria": [
            node_document(node) for node in case.criteria if node.hurdles or node.determined
        ],
    }
    if case.groups:
        document["groups"] = [node_document(node) for node in case.groups]
    return document


def _perspective_document(one: PerspectiveScore) -> PerspectiveDocument:
    document: PerspectiveDocument = {
        "id": one.perspective.id,
        "title": one.perspective.title,
        "reason": one.perspective.reason,
        "overall": node_document(one.scorecard.overall),
        "dimensions": [node_document(node) for node in one.scorecard.dimensions],
        "criteria": [node_document(node) for node in one.scorecard.criteria],
    }
    if one.scorecard.groups:
        document["groups"] = [node_document(node) for node in one.scorecard.groups]
    return document


def hurdle_document(outcome: HurdleOutcome) -> HurdleDocument:
    """What one hurdle did, as plain data."""
    return {
        "id": outcome.hurdle.id,
        "title": outcome.hurdle.title,
        "kind": outcome.hurdle.kind,
        "reason": outcome.hurdle.reason,
        "triggered": outcome.triggered,
        "findings": outcome.findings,
        "lowered": outcome.lowered,
        "before": outcome.before,
        "after": outcome.after,
    }


def determination_document(determination: Determination) -> DeterminationDocument:
    """What the panel settled on, as plain data."""
    return {
        "level": determination.level,
        "reason": determination.reason,
        "who": determination.who,
        "date": determination.date,
    }


def _levels(scale: Scale) -> list[LevelDocument]:
    return [{"name": level.name, "value": str(level.value)} for level in scale.levels]


def _margin_document(margin: Margin | None) -> ThresholdsDocument | None:
    if margin is None:
        return None
    return {"lower": _threshold(margin.lower), "upper": _threshold(margin.upper)}


def _threshold(threshold: tuple[Fraction, bool] | None) -> ThresholdDocument | None:
    return None if threshold is None else {"value": str(threshold[0]), "included": threshold[1]}


def _comparison_document(comparison: Comparison) -> ComparisonDocument:
    return {
        "compared": len(comparison.rows),
        "equal": len(comparison.rows) - len(comparison.differences),
        "differences": [
            {
                "id": row.node,
                "published": row.published,
                "computed": row.computed,
                "source": row.source,
            }
            for row in comparison.differences
        ],
    }
