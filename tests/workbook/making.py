"""Small studies for workbooks, and sheets as they are written."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import load_workbook

from tests.rubrics import dimension, rubric, study
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.workbook.book import workbook_bytes


def small(**more: Any) -> Scorecard:
    """Two cases on two criteria, of which one judgement is insufficient evidence."""
    of = rubric([dimension("A", ["A1", "A2"])], **more)
    return score(study(of, {"L1": {"A1": "Good", "A2": "Poor"}, "L2": {"A1": "Good", "A2": None}}))


def cached(scorecard: Scorecard) -> Any:
    """The workbook of a scorecard, with the values that its formulas were written with."""
    return load_workbook(io.BytesIO(workbook_bytes(scorecard)), data_only=True)


def formulas(scorecard: Scorecard) -> Any:
    """The workbook of a scorecard, with its formulas."""
    return load_workbook(io.BytesIO(workbook_bytes(scorecard)))


def rows_of(sheet: Any, head: int = 5) -> list[dict[str, Any]]:
    """The rows below the heads of a sheet, by head; the last of those of one name."""
    heads = [cell.value for cell in sheet[head]]
    return [
        dict(zip(heads, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=head + 1)
    ]
