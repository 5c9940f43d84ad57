"""Printed tables of counts and percentages: whether their figures can all be right."""

from vfi.audit.figures.audit import FigureAudit, audit_figures
from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.audit.figures.models import Figure, FigureTables
from vfi.audit.figures.table import load_figures, read_figures
from vfi.audit.rounding import Rounding

__all__ = [
    "Figure",
    "FigureAudit",
    "FigureFinding",
    "FigureSeverity",
    "FigureTables",
    "Rounding",
    "audit_figures",
    "load_figures",
    "read_figures",
]
