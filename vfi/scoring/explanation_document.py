"""An explanation as plain data and as the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from vfi.documents import Count, Exact, Id, Text, says
from vfi.numbers import CELL_COLUMNS, cells
from vfi.scoring.contract import (
    DeterminationDocument,
    HurdleDocument,
    ProposalDocument,
    ThresholdsDocument,
)
from vfi.scoring.document import (
    determination_document,
    hurdle_document,
    node_document,
    proposal_document,
)
from vfi.scoring.explanation import Explanation, JudgementExplanation
from vfi.synthesis.outcome import State
from vfi.synthesis.scale import INSUFFICIENT


class WorkingDocument(TypedDict):
    """A line of the working.

    Attributes:
        label: What it tells.
        text: What it says.
    """

    label: Text
    text: Text


class InputDocument(TypedDict):
    """What goes into a node.

    Attributes:
        id: The case, or the node below.
        level: The level that it has; null where it has none.
        value: The exact value that it counts with; null where it has none.
    """

    id: Id
    level: Text | None
    value: Exact | None


class NodeExplanationDocument(TypedDict):
    """How a rating came about: the node as a scorecard has it, and the way to its rating.

    Attributes:
        case: The case whose own rating it is; null for the one over all cases.
        id: `E1.2`, `E1` or `overall`.
        title: Its title in the rubric.
        rating: Its level, after hurdles; null where there is none, for which `state` says why.
        value: The exact number behind the rating; null where there is none.
        decimal: The value as a decimal number, for reading; null where there is none.
        judged: How many judgements below the node have a level.
        missing: How many judgements below the node are insufficient evidence.
        counts: How many inputs of the node are at each level.
        thresholds: The values between which the rating before hurdles would stay the same; null
            where there is no rating, or where its rule has no thresholds.
        state: Whether there is a rating and, if not, what there is instead.
        reason: Why there is no rating; empty where there is one.
        before: The rating before hurdles; the same as the rating where none lowered it.
        hurdles: What each hurdle of the node did, in the order in which they are applied.
        determined: What the panel settled on instead, with its reason; null where it settled
            nothing.
        rule: The rule in words.
        sum: The sum of the values that count, exactly.
        counted: How many inputs count.
        excluded: The inputs that do not count.
        filled: The inputs without a level that count as one.
        working: The way from the inputs to the value, a line each.
        distances: How far the value lies from each threshold, in words.
        inputs: What goes into the node, in the order of the study or the rubric.
    """

    case: Id | None
    id: Id
    title: Text
    rating: Text | None
    value: Exact | None
    decimal: float | None
    judged: Count
    missing: Count
    counts: Annotated[dict[str, Count], says(minProperties=2)]
    thresholds: ThresholdsDocument | None
    state: State
    reason: str
    before: Text | None
    hurdles: list[HurdleDocument]
    determined: DeterminationDocument | None
    rule: Text
    sum: Exact
    counted: Count
    excluded: list[Id]
    filled: list[Id]
    working: list[WorkingDocument]
    distances: list[Text]
    inputs: list[InputDocument]


class CitedSourceDocument(TypedDict):
    """A source that a judgement cites.

    Attributes:
        id: Its id in evidence.csv.
        title: Its title.
    """

    id: Id
    title: Text


class JudgementExplanationDocument(TypedDict):
    """What a judgement of a case rests on.

    Attributes:
        case: The case.
        criterion: The criterion, or dimension that is judged directly.
        title: Its title in the rubric.
        level: The level that was judged; null for insufficient evidence.
        standard: What the rubric says of that level; null where there is no level.
        reason: The reason of the judgement; may be empty.
        evidence: The sources that it cites.
        assessor: Who judged; may be empty.
        date: When; empty where it was not recorded.
        indicator: What was measured, and the level that the indicator proposes; null where nothing
            was measured.
        rating: The level as hurdles leave it; null where there is none.
        hurdles: What each hurdle did.
        determined: What the panel settled on instead; null where it settled nothing.
    """

    case: Id
    criterion: Id
    title: Text
    level: Text | None
    standard: Text | None
    reason: str
    evidence: list[CitedSourceDocument]
    assessor: str
    date: Annotated[str, says(pattern="^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")]
    indicator: ProposalDocument | None
    rating: Text | None
    hurdles: list[HurdleDocument]
    determined: DeterminationDocument | None


ExplanationDocument = NodeExplanationDocument | JudgementExplanationDocument


def explanation_document(
    explanation: Explanation | JudgementExplanation,
) -> ExplanationDocument:
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


def _judgement_document(explanation: JudgementExplanation) -> JudgementExplanationDocument:
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
