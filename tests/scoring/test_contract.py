from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from vfi.documents.schema import document_schema
from vfi.scoring.contract import HurdleDocument, NodeDocument, ProposalDocument

NODE: dict[str, Any] = {
    "id": "E1",
    "title": "Economy",
    "rating": "Good",
    "value": "3/2",
    "decimal": 1.5,
    "judged": 2,
    "missing": 0,
    "counts": {"Poor": 0, "Good": 2},
    "thresholds": None,
    "state": "rated",
    "reason": "",
    "before": "Good",
    "hurdles": [],
    "determined": None,
}
UNRATED = {"rating": None, "value": None, "decimal": None, "before": None, "reason": "why"}
HURDLE: dict[str, Any] = {
    "id": "closed",
    "title": "Closed",
    "kind": "soft",
    "reason": "Nobody can come.",
    "triggered": True,
    "findings": "one is closed",
    "lowered": True,
    "before": "Good",
    "after": "Poor",
}
PROPOSAL: dict[str, Any] = {
    "case": "N",
    "criterion": "E1.1",
    "value": "5/2",
    "decimal": 2.5,
    "proposed": "Good",
    "judged": "Poor",
    "departs": True,
    "reason": "It was shut.",
    "source": "",
}


@pytest.mark.parametrize(
    ("document", "example", "changes", "fits"),
    [
        (NodeDocument, NODE, {}, True),
        (NodeDocument, NODE, {"rating": None}, False),
        (NodeDocument, NODE, {"judged": 0}, False),
        (NodeDocument, NODE, {"reason": "why"}, False),
        (NodeDocument, NODE, {"decimal": None}, False),
        (NodeDocument, NODE, {**UNRATED, "state": "undetermined"}, True),
        (NodeDocument, NODE, {**UNRATED, "state": "undetermined", "reason": ""}, False),
        (NodeDocument, NODE, {**UNRATED, "state": "insufficient evidence", "judged": 0}, True),
        (NodeDocument, NODE, {**UNRATED, "state": "insufficient evidence", "value": "1"}, False),
        (HurdleDocument, HURDLE, {}, True),
        (HurdleDocument, HURDLE, {"triggered": False}, False),
        (HurdleDocument, HURDLE, {"before": None, "after": None, "lowered": False}, True),
        (HurdleDocument, HURDLE, {"before": None, "after": None}, False),
        (ProposalDocument, PROPOSAL, {}, True),
        (ProposalDocument, PROPOSAL, {"reason": ""}, False),
        (ProposalDocument, PROPOSAL, {"proposed": None}, False),
        (ProposalDocument, PROPOSAL, {"judged": None, "departs": False}, False),
    ],
)
def test_what_holds_between_keys(
    document: type, example: dict[str, Any], changes: dict[str, Any], fits: bool
) -> None:
    schema = document_schema("vfi.part/1", document)
    assert Draft202012Validator(schema).is_valid(example | changes) == fits
