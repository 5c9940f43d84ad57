"""An audit of figures as the JSON document that other programs read: `vfi.figures/1`.

Its JSON Schema is `schemas/vfi.figures-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.audit.figures.audit import FigureAudit
from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.numbers import CELL_COLUMNS, cells

SCHEMA = "vfi.figures/1"
COLUMNS = (
    "id",
    "severity",
    "check",
    "line",
    "table",
    "row",
    "column",
    "printed",
    "follows",
    "words",
    "would_hold",
    "source",
)
OFF_COLUMNS = tuple(f"off_{name}" for name in CELL_COLUMNS)


def figures_document(audit: FigureAudit) -> dict[str, Any]:
    """The audit as plain data; fractions as text, in percentage points where a percentage is
    off.
    """
    tables = audit.tables
    return {
        "schema": SCHEMA,
        "file": tables.name,
        "sha256": tables.sha256,
        "rounding": audit.rounding.value,
        "tables": list(tables.tables),
        "figures": len(tables.figures),
        "withheld": audit.withheld,
        "checks": dict(audit.checks),
        "counts": {severity.value: len(audit.of(severity)) for severity in FigureSeverity},
        "findings": [_finding_document(finding) for finding in audit.findings],
    }


def figures_rows(audit: FigureAudit) -> list[Sequence[str]]:
    """The findings as the rows of a table, its header first; how far a figure is off stands in
    three columns.
    """
    rows: list[Sequence[str]] = [(*COLUMNS, *OFF_COLUMNS)]
    for finding in audit.findings:
        document = _finding_document(finding)
        texts = ("" if document[name] is None else str(document[name]) for name in COLUMNS)
        rows.append((*texts, *cells(finding.off, (0,))))
    return rows


def _finding_document(finding: FigureFinding) -> dict[str, Any]:
    figure = finding.figure
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "check": finding.check,
        "line": figure.line,
        "table": figure.table,
        "row": figure.row,
        "column": figure.column,
        "printed": figure.printed,
        "follows": finding.follows or None,
        "off": None if finding.off is None else str(finding.off),
        "words": finding.words,
        "would_hold": finding.would_hold or None,
        "source": figure.source or None,
    }
