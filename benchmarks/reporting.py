"""How long a report takes beside the typesetter alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import STUDY, VFI, Measured, compared, python, seconds


def measure() -> Iterator[Measured]:
    """`vfi report` to PDF beside WeasyPrint on the finished HTML."""
    with tempfile.TemporaryDirectory() as folder:
        html, pdf = Path(folder) / "report.html", Path(folder) / "report.pdf"
        seconds([VFI, "report", STUDY, "--output", str(html)])
        alone = (
            f"from weasyprint import HTML; HTML({str(html)!r}).write_pdf({str(pdf)!r}, "
            "pdf_variant='pdf/ua-1')"
        )
        report = [VFI, "report", STUDY, "--output", str(pdf)]
        yield compared(
            "vfi report, beside WeasyPrint on the same HTML", report, python(alone), 1.15, runs=5
        )
