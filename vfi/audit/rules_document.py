"""The rules tried, as the JSON document that other programs read: `vfi.audit-rules/1`.

Its JSON Schema is `schemas/vfi.audit-rules-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.audit.grid import CHOICES, Variant
from vfi.audit.rules import RulesAudit, TriedCombination

SCHEMA = "vfi.audit-rules/1"


def rules_document(audit: RulesAudit) -> dict[str, Any]:
    """The whole grid as plain data, with what it identifies at each step."""
    study, rubric = audit.study, audit.study.rubric
    return {
        "schema": SCHEMA,
        "study": {"id": study.id, "title": study.about.title, "files": dict(study.digests)},
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256},
        "published": audit.published,
        "combinations": len(audit.tried),
        "reproducing": len(audit.reproducing),
        "left_out": list(audit.left_out),
        "choices": [
            {
                "choice": choice,
                "values": [
                    {"value": value, "reproducing": found, "combinations": every}
                    for value, (found, every) in audit.possible(choice).items()
                ],
            }
            for choice in CHOICES
        ],
        "own_rules": {
            "rules": audit.own_rules,
            "decided": [
                {"choice": entry.choice, "works": list(entry.works), "fails": list(entry.fails)}
                for entry in audit.needed
            ],
        },
        "tried": [_tried(entry) for entry in audit.tried],
    }


def rules_rows(audit: RulesAudit) -> list[Sequence[str]]:
    """The whole grid as the rows of a table, its header first: a row for each combination."""
    rows: list[Sequence[str]] = [(*CHOICES, "fails", "at")]
    for entry in audit.tried:
        choices = (entry.combination[choice] for choice in CHOICES)
        rows.append((*choices, str(len(entry.fails)), " ".join(entry.fails)))
    return rows


def _tried(entry: TriedCombination) -> dict[str, Any]:
    combination = entry.combination
    return {
        "missing": combination.missing,
        "pooling": combination.pooling,
        "criterion": _variant(combination.criterion),
        "dimension": _variant(combination.dimension),
        "overall": _variant(combination.overall),
        "fails": list(entry.fails),
    }


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "rule": variant.rule,
        "of": variant.of,
        "ties": None if variant.ties == "-" else variant.ties,
    }
