from __future__ import annotations

from dataclasses import replace

from tests.relational.studies import rubric_of, study_of
from vfi.audit.grid import CHOICES
from vfi.audit.rules import RulesAudit, audit_rules
from vfi.audit.rules_document import rules_document, rules_rows
from vfi.study.models import PublishedRating


def audited() -> RulesAudit:
    """A mean of 3/2 that was published as High."""
    study = study_of(rubric_of({"A": ["A.1"]}), {"N": {"A.1": "High"}, "S": {"A.1": "Middle"}})
    return audit_rules(replace(study, published=(PublishedRating("A.1", "High", "print"),)))


def test_every_combination_is_in_the_document_with_what_it_fails() -> None:
    document = rules_document(audited())
    assert document["combinations"] == len(document["tried"])
    assert document["reproducing"] == sum(not entry["fails"] for entry in document["tried"])
    assert [entry["choice"] for entry in document["choices"]] == list(CHOICES)
    failing = {entry["criterion"]["ties"] for entry in document["tried"] if entry["fails"]}
    assert "down" in failing


def test_a_row_for_each_combination() -> None:
    audit = audited()
    header, *rows = rules_rows(audit)
    assert header == (*CHOICES, "fails", "at")
    assert len(rows) == len(audit.tried)
    assert {row[-2:] for row in map(tuple, rows)} == {("0", ""), ("1", "A.1")}
