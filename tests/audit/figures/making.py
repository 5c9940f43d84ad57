"""Tables of figures for tests, written out as their files are."""

from __future__ import annotations

import tempfile
from pathlib import Path

from vfi.audit.figures.audit import FigureAudit, audit_figures
from vfi.audit.figures.table import load_figures, read_figures
from vfi.audit.rounding import Rounding
from vfi.problems import Problem, Problems

TABLE = """\
table,row,column,printed,of,part_of,source
Staff,All,Number,20,,,Report
,Women,Number,12,,All,
,Women,Share,60%,Number / All | Number,,
Rooms,All,Number,3,,,
"""


def audit(text: str, rounding: Rounding = Rounding.NEAREST) -> FigureAudit:
    """The audit of a file with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text, encoding="utf-8")
        return audit_figures(load_figures(path), rounding)


def problems_of(text: str) -> list[Problem]:
    """The problems of a file with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text, encoding="utf-8")
        problems = Problems()
        read_figures(path, problems)
        return list(problems)


def told(found: FigureAudit) -> list[tuple[str, str, str]]:
    """Severity, check and row of every finding."""
    return [
        (finding.severity.value, finding.check, finding.figure.row) for finding in found.findings
    ]
