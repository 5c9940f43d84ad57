"""The scorecard as the JSON document that other programs read: `vfi.scorecard/1`.

Its JSON Schema is `schemas/vfi.scorecard-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from vfi.rubric.rules import Margin
from vfi.scoring.comparison import Comparison
from vfi.scoring.explanation import Explanation, JudgementExplanation
from vfi.scoring.models import CaseScore, Node, Scorecard

SCHEMA = "vfi.scorecard/1"
COLUMNS = (
    "case", "id", "kind", "title", "rating", "value", "decimal", "judged", "missing"
)  # fmt: skip


def scorecard_document(scorecard: Scorecard, comparison: Comparison | None = None) -> dict[str, Any]:
    """The scorecard as plain data; fractions as text (`3/2`), with a decimal beside each."""
    study, rubric = scorecard.study, scorecard.study.rubric
    document: dict[str, Any] = {
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
            "levels": [{"name": level.name, "value": str(level.value)} for level in rubric.scale.levels],
        },
        "overall": node_document(scorecard.overall),
        "dimensions": [node_document(node) for node in scorecard.dimensions],
        "criteria": [node_document(node) for node in scorecard.criteria],
        "cases": [_case_document(case) for case in scorecard.cases],
    }
    if comparison is not None:
        document["published"] = _comparison_document(comparison)
    return document


def node_document(node: Node) -> dict[str, Any]:
    """One node as plain data."""
    return {
        "id": node.id,
        "title": node.title,
        "rating": node.rating,
        "value": None if node.value is None else str(node.value),
        "decimal": None if node.value is None else float(node.value),
        "judged": node.judged,
        "missing": node.missing,
        "counts": dict(node.counts),
        "thresholds": _margin_document(node.margin),
    }


def explanation_document(explanation: Explanation | JudgementExplanation) -> dict[str, Any]:
    """An explanation as plain data."""
    if isinstance(explanation, JudgementExplanation):
        judgement = explanation.judgement
        return {
            "case": explanation.case.id,
            "criterion": explanation.criterion.id,
            "title": explanation.criterion.title,
            "level": judgement.level,
            "standard": None if explanation.standard is None else explanation.standard.text,
            "reason": judgement.reason,
            "evidence": [{"id": source.id, "title": source.title} for source in explanation.evidence],
            "assessor": judgement.assessor,
            "date": judgement.date,
        }
    return {
        "case": explanation.node.case,
        **node_document(explanation.node),
        "rule": explanation.rule,
        "sum": str(explanation.total),
        "counted": explanation.counted,
        "excluded": list(explanation.excluded),
        "distances": list(explanation.thresholds),
        "inputs": [
            {"id": entry.id, "level": entry.level, "value": None if entry.value is None else str(entry.value)}
            for entry in explanation.node.inputs
        ],
    }


def scorecard_rows(scorecard: Scorecard) -> list[Sequence[str]]:
    """The scorecard as the rows of a table, its header first: a row for each node, then each case's nodes."""
    levels = scorecard.study.rubric.scale.names
    rows: list[Sequence[str]] = [(*COLUMNS, *levels)]
    for node in scorecard.walk():
        value = "" if node.value is None else str(node.value)
        shown = "" if node.value is None else f"{float(node.value):.6f}"
        rows.append(
            (
                node.case or "",
                node.id,
                node.kind,
                node.title,
                node.rating or "",
                value,
                shown,
                str(node.judged),
                str(node.missing),
                *(str(node.counts[level]) for level in levels),
            )
        )
    return rows


def _case_document(case: CaseScore) -> dict[str, Any]:
    return {
        "id": case.id,
        "name": case.name,
        "levels": dict(case.levels),
        "dimensions": [node_document(node) for node in case.dimensions],
        "overall": node_document(case.overall),
    }


def _margin_document(margin: Margin | None) -> dict[str, Any] | None:
    if margin is None:
        return None
    return {"lower": _threshold(margin.lower), "upper": _threshold(margin.upper)}


def _threshold(threshold: tuple[Fraction, bool] | None) -> dict[str, Any] | None:
    return None if threshold is None else {"value": str(threshold[0]), "included": threshold[1]}


def _comparison_document(comparison: Comparison) -> dict[str, Any]:
    return {
        "compared": len(comparison.rows),
        "equal": len(comparison.rows) - len(comparison.differences),
        "differences": [
            {"id": row.node, "published": row.published, "computed": row.computed, "source": row.source}
            for row in comparison.differences
        ],
    }
