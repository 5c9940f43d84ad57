"""LibreOffice as a second calculator: what the formulas of a workbook really come to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from vfi.scoring.models import Node, Scorecard
from vfi.workbook.plan import lines_of

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
SECONDS = 300
Values = dict[tuple[str, str], Any]

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason=(
        "LibreOffice is not installed (apt-get install libreoffice-calc), so formulas cannot be "
        "recalculated"
    ),
)


def recalculated(files: Sequence[Path], folder: Path) -> dict[str, Path]:
    """Each workbook recalculated from its formulas alone, by name; cached values are not
    trusted.
    """
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    into = folder / "recalculated"
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(into),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return {file.name: into / file.name for file in files}


def values(path: Path) -> Values:
    """The value that each cell of a workbook shows."""
    book = load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    }


def ratings(scorecard: Scorecard, shown: Values) -> dict[tuple[str | None, str], tuple[str, str]]:
    """For each node that has a line, what the workbook shows and what the engine says."""
    heads = {
        (sheet, text): cell
        for (sheet, cell), text in shown.items()
        if cell.endswith("5") and text == "Rating"
    }
    found = {}
    nodes: dict[tuple[str | None, str], Node] = {
        (None, node.id): node for node in scorecard.nodes.values()
    }
    nodes |= {(case.id, node.id): node for case in scorecard.cases for node in case.nodes.values()}
    for key, line in lines_of(scorecard).items():
        column = heads[(line.sheet, "Rating")].rstrip("0123456789")
        found[key] = (shown[(line.sheet, f"{column}{line.row + 1}")], nodes[key].result)
    return found


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """The formula of each cell that has one."""
    book = load_workbook(path)
    return {
        (sheet.title, cell.coordinate): str(getattr(cell.value, "text", cell.value))
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def differences(written: Path, now: Values) -> list[str]:
    """Formulas whose cached value is not what they come to."""
    cached = values(written)
    return [
        f"{place}: cached {cached[place]!r}, recalculated {now.get(place)!r}: {formula[:300]}"
        for place, formula in formulas(written).items()
        if not _same(cached[place], now.get(place))
    ]


def change(path: Path, into: Path, cells: Mapping[tuple[str, str], str | float | None]) -> None:
    """A copy of a workbook with something else in some cells and without any cached value."""
    book = load_workbook(path)
    for (sheet, cell), typed in cells.items():
        book[sheet][cell].value = typed
    book.save(into)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    return (one or "") == (other or "")
