from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import MEAN
from tests.workbook.making import formulas, rows_of, small
from vfi.problems import UserError
from vfi.workbook.book import workbook_bytes


def test_a_rule_with_too_many_rows_is_refused_by_name() -> None:
    row = {"rating": "Good", "when": [{"exactly": 0}]}
    step = {"rule": "counting", "missing": "exclude", "rows": [row] * 251, "otherwise": "Poor"}
    with pytest.raises(UserError, match="cannot hold overall: its counting has 251 rows"):
        workbook_bytes(small(synthesis={"criterion": MEAN, "dimension": MEAN, "overall": step}))


def rated(step: dict[str, Any]) -> dict[str, Any]:
    """The cells of the node overall, by what stands above them."""
    synthesis = {"criterion": MEAN, "dimension": MEAN, "overall": {"missing": "exclude", **step}}
    (row,) = rows_of(formulas(small(synthesis=synthesis))["Overall"])
    return row


def test_rows_of_a_rubric_are_numbered_in_a_cell_of_their_own() -> None:
    rows = [{"rating": level, "when": [{"at_least": 1, "at": level}]} for level in ("Good", "Poor")]
    cells = rated({"rule": "counting", "rows": rows, "otherwise": "Adequate"})
    assert ",3),IF(" in cells["Row that fits"]
    assert "CHOOSE(" in cells["Place"]
    assert cells["Place"].endswith(",2,0,1)))")


def test_a_nearest_level_has_no_row_and_counts_the_thresholds_that_are_passed() -> None:
    cells = rated({"rule": "mean", "ties": "up"})
    assert "Row that fits" not in cells
    assert cells["Place"].count(">=") == 3
