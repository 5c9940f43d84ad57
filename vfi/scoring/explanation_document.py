"""An explanation as plain data and as the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.numbers import CELL_COLUMNS, cells
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring.document import (
    determination_document,
    hurdle_document,
    node_document,
    proposal_document,
)
from vfi.scoring.explanation import Explanation, JudgementExplanation


def explanation_document(explanation: Explanation | JudgementExplanation) -> dict[str, Any]:
    """An explanation as plain data."""
    if isinstance(explanation, JudgementExplanation):
        return _judgement_document(explanation)
    return {
        "case": explanation.node.case,
        **node_document(explanation.node),
        "rule": explanation.rule,
        "sum": str(explanation.total),
        "counted": explanation.counted,
        "excluded": list(explanation.excluded),
        "filled": list(explanation.filled),
        "working": [{"label": label, "text": text} for label, text in explanation.working],
        "distances": list(explanation.thresholds),
        "inputs": [
            {
                "id": entry.id,
                "level": entry.level,
                "value": None if entry.value is None else str(entry.value),
            }
            for entry in explanation.node.inputs
        ],
    }


def _judgement_document(explanation: JudgementExplanation) -> dict[str, Any]:
    judgement, node, proposal = explanation.judgement, explanation.node, explanation.proposal
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
        "indicator": None if proposal is None else proposal_document(proposal),
        "rating": node.rating,
        "hurdles": [hurdle_document(outcome) for outcome in node.hurdles],
        "determined": None if node.determined is None else determination_document(node.determined),
    }


def explanation_rows(explanation: Explanation | JudgementExplanation) -> list[Sequence[str]]:
    """The explanation as the rows of a table, its header first: a row for each input."""
    if isinstance(explanation, JudgementExplanation):
        judgement = explanation.judgement
        level = judgement.level or INSUFFICIENT
        row = (
            judgement.case,
            judgement.criterion,
            level,
            judgement.reason,
            " ".join(judgement.evidence),
        )
        return [("case", "criterion", "level", "reason", "evidence"), row]
    rows: list[Sequence[str]] = [("node", "input", "level", *CELL_COLUMNS, "counted")]
    counted = {entry.id: entry for entry in explanation.entries}
    for entry in explanation.node.inputs:
        near = explanation.landmarks.get(entry.id, ())
        value = cells(counted[entry.id].value if entry.id in counted else None, near)
        yes = "yes" if entry.id in counted else "no"
        rows.append((explanation.node.id, entry.id, entry.result, *value, yes))
    return rows
