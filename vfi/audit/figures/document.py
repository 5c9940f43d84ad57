"""An audit of figures as the JSON document that other programs read: `vfi.figures/1`.

`schemas/vfi.figures-1.schema.json` is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, TypedDict

from vfi.audit.figures.audit import READABLE, FigureAudit
from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.audit.figures.shares import FOLLOWS, POSSIBLE
from vfi.audit.figures.wholes import POOLED, SAME, SUM, SUM_OF_PERCENTAGES, WITHIN
from vfi.audit.rounding import Rounding
from vfi.documents import Count, Digest, Exact, Number, Text, keyed_by, one_of, says
from vfi.numbers import CELL_COLUMNS, cells

SCHEMA: Final = "vfi.figures/1"
CHECKS = (READABLE, FOLLOWS, POSSIBLE, SUM, SUM_OF_PERCENTAGES, POOLED, WITHIN, SAME)
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


class FindingDocument(TypedDict):
    """One thing that was found.

    Attributes:
        id: Its number in the audit.
        severity: A fault; explained by the rounding of the amounts that the percentage is reckoned
            from; not to be checked; or a cell that cannot be read.
        check: The check that found it.
        line: The line of the file that the figure stands on.
        table: The table of the figure; empty where the file names none.
        row: The row of the figure.
        column: The column of the figure; empty in a table of one column.
        printed: The cell as printed.
        follows: What follows from the other figures, in print.
        off: What is printed less what follows, as an exact fraction; in percentage points where it
            is a percentage.
        words: The finding in a sentence.
        would_hold: What would have to be true for the printed figure to be right.
        source: The document and place that the figure was taken from.
    """

    id: Annotated[str, says(pattern="^F[1-9][0-9]*$")]
    severity: Annotated[str, one_of(FigureSeverity)]
    check: Annotated[str, one_of(CHECKS)]
    line: Number
    table: str
    row: str
    column: str
    printed: str
    follows: Text | None
    off: Exact | None
    words: Text
    would_hold: Text | None
    source: Text | None


class FiguresDocument(TypedDict):
    """Whether printed figures can be right, as `vfi audit figures TABLE.csv --format json` prints
    it.

    Attributes:
        schema: The name and version of this contract.
        file: The file, as the call named it.
        sha256: The SHA-256 digest of the file.
        rounding: The rounding of percentages that was taken for stated.
        tables: The tables in the file, in its order.
        figures: How many figures the file holds.
        withheld: How many of them say that their figure, or a part of it, is not printed.
        checks: How many checks of each name were made.
        counts: How many findings there are of each severity.
        findings: The findings, in the order of the file.
    """

    schema: Literal["vfi.figures/1"]
    file: str
    sha256: Digest
    rounding: Annotated[str, one_of(Rounding)]
    tables: list[str]
    figures: Count
    withheld: Count
    checks: dict[str, Number]
    counts: Annotated[
        dict[str, Count], keyed_by(FigureSeverity, "How many are of the severity: {}.")
    ]
    findings: list[FindingDocument]


def figures_document(audit: FigureAudit) -> FiguresDocument:
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
        document: dict[str, Any] = {**_finding_document(finding)}
        texts = ("" if document[name] is None else str(document[name]) for name in COLUMNS)
        rows.append((*texts, *cells(finding.off, (0,))))
    return rows


def _finding_document(finding: FigureFinding) -> FindingDocument:
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
