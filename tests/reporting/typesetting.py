"""Small documents, typeset on small pages."""

from __future__ import annotations

from pathlib import Path

import page

from tests.reporting.reading_pdf import Reading, read_pdf
from tests.reporting.tag_checks import faults
from vfi.reporting.pdf import pdf_from_html

STYLE = """
@page { size: 100mm 100mm; margin: 10mm }
body { margin: 0; font: 4mm/5mm sans-serif }
h1, p, table { margin: 0 0 5mm }
h2 { break-before: page; margin: 0 }
table { border-collapse: collapse } td { padding: 0 1mm } ul { list-style-type: disc }
.whole { break-inside: avoid }
"""
HEAD = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'


def typeset(body: str, folder: Path, style: str = "") -> Reading:
    """A small document on pages of 16 lines."""
    head = (
        '<!DOCTYPE html><html lang="en-GB"><head><title>A'
        f" page</title><style>{STYLE}{style}</style></head>"
    )
    path = folder / "a.pdf"
    path.write_bytes(pdf_from_html(f"{head}<body><h1>A page</h1>{body}</body></html>"))
    assert page.validate_pdf(path).failures == []
    reading = read_pdf(path)
    assert not [fault for fault in faults(reading) if "head" not in fault]
    return reading


def table(rows: int, head: str = "", kind: str = "") -> str:
    cells = "".join(
        f'<tr><th scope="row">r{number}</th><td>v{number}</td></tr>' for number in range(rows)
    )
    return f'<table class="{kind}">{head}<tbody>{cells}</tbody></table>'
