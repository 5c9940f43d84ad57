"""Every check of every figure of a file, in the order of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vfi.audit.figures.cells import CELL_FORMS
from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.audit.figures.shares import check_shares
from vfi.audit.figures.wholes import check_wholes
from vfi.audit.rounding import Rounding

if TYPE_CHECKING:
    from vfi.audit.figures.models import Figure, FigureTables

READABLE = "readable"
Checked = tuple[str, FigureFinding | None]


@dataclass(frozen=True, slots=True)
class FigureAudit:
    """What an audit of figures found.

    Attributes:
        tables: what was audited.
        rounding: the rounding that was taken for stated.
        checks: how many checks of each name were made; those that could not be made are not among
            them.
        findings: in the order of the file.
    """

    tables: FigureTables
    rounding: Rounding
    checks: Mapping[str, int]
    findings: tuple[FigureFinding, ...]

    @property
    def withheld(self) -> int:
        """How many cells say that their figure, or a part of it, is not printed."""
        return sum(
            figure.withheld is not None and figure.is_readable for figure in self.tables.figures
        )

    def of(self, severity: FigureSeverity) -> tuple[FigureFinding, ...]:
        """The findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def has_faults(self, strict: bool = False) -> bool:
        """Whether a figure is wrong or cannot be read; strictly also what rounding could explain
        is wrong.
        """
        faults = {
            FigureSeverity.FAULT,
            FigureSeverity.UNREADABLE,
            *([FigureSeverity.ROUNDED] if strict else ()),
        }
        return any(finding.severity in faults for finding in self.findings)


def audit_figures(tables: FigureTables, rounding: Rounding = Rounding.NEAREST) -> FigureAudit:
    """Check every figure.

    Args:
        tables: the figures.
        rounding: how percentages were rounded to the printed digits.
    """
    checked = list(_checked(tables, rounding))
    check_counts = Counter(name for name, finding in checked if not _is_unchecked(finding))
    findings = [finding for _, finding in checked if finding is not None]
    findings.sort(key=lambda finding: finding.figure.line)
    numbered = tuple(
        replace(finding, id=f"F{number}") for number, finding in enumerate(findings, start=1)
    )
    return FigureAudit(tables, rounding, dict(sorted(check_counts.items())), numbered)


def _checked(tables: FigureTables, rounding: Rounding) -> Iterator[Checked]:
    yield from (
        (READABLE, _unreadable(figure)) for figure in tables.figures if not figure.is_readable
    )
    yield from check_shares(tables, rounding)
    yield from check_wholes(tables, rounding)


def _unreadable(figure: Figure) -> FigureFinding:
    words = (
        f"{figure.printed} cannot be read, and nothing is checked that needs it. A cell holds "
        f"{CELL_FORMS}."
    )
    return FigureFinding(FigureSeverity.UNREADABLE, READABLE, figure, words)


def _is_unchecked(finding: FigureFinding | None) -> bool:
    return finding is not None and finding.severity in (
        FigureSeverity.UNCHECKED,
        FigureSeverity.UNREADABLE,
    )
