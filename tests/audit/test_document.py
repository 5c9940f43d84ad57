from __future__ import annotations

import pytest

from tests.relational.studies import rubric_of, study_of
from vfi.audit.document import audit_document, audit_rows
from vfi.audit.recomputation import Audit, audit
from vfi.scoring.scorecard import score
from vfi.synthesis import intervals


@pytest.fixture
def audited(monkeypatch: pytest.MonkeyPatch) -> Audit:
    """An audit that finds a mean of 3/2 rounded in two ways."""
    study = study_of(rubric_of({"A": ["A.1"]}), {"N": {"A.1": "High"}, "S": {"A.1": "Middle"}})
    monkeypatch.setattr(intervals, "goes_up", lambda *_: False)
    return audit(score(study))


def test_both_answers_to_a_node_are_in_the_document_and_numbers_are_exact(audited: Audit) -> None:
    recomputation = audit_document(audited)["recomputation"]
    assert {
        "case": None,
        "id": "A.1",
        "field": "rating",
        "scorecard": "Middle",
        "recomputed": "High",
    } in recomputation["differences"]
    assert recomputation["compared"] - recomputation["equal"] == len(
        {(entry["case"], entry["id"]) for entry in recomputation["differences"]}
    )
    (node,) = (
        entry for entry in recomputation["nodes"] if (entry["case"], entry["id"]) == (None, "A.1")
    )
    assert (node["value"], node["rating"], node["judged"]) == ("3/2", "High", 2)


def test_rows_name_the_fields_that_differ(audited: Audit) -> None:
    header, *rows = audit_rows(audited)
    cells = {(row[0], row[1]): dict(zip(header, row, strict=True)) for row in rows}
    assert cells["", "A.1"]["differs"] == "rating"
    assert cells["", "A.1"]["decimal"] == "1.500000"
    assert cells["N", "A.1"]["differs"] == ""
