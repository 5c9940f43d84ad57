"""What rules count, as formulas, comes to what they count in scoring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.rubrics import MEAN, Grid, dimension, rubric, study
from tests.workbook.changing import check
from tests.workbook.recalculating import needs_libreoffice

BEFORE: Grid = {"L": {"A1": "Good", "A2": "Poor"}, "M": {"A1": None, "A2": "Good"}}
AFTER: Grid = {"L": {"A1": "Poor", "A2": "Excellent"}, "M": {"A1": "Excellent", "A2": None}}
HALF_GOOD = {"at_least_share": "1/2", "at": "Good"}
A1_GOOD = {"at_least": 1, "at_or_above": "Good", "among": ["A1"]}
STEPS: list[dict[str, Any]] = [
    {"rule": "counting", "rows": [{"rating": "Good", "when": [HALF_GOOD]}]},
    {"rule": "counting", "rows": [{"rating": "Good", "when": [A1_GOOD]}]},
    {"rule": "table", "rows": [{"rating": "Good", "when": {"A1": {"at_or_above": "Good"}}}]},
]


@needs_libreoffice
def test_inputs_are_counted_by_level_and_one_by_one_where_a_rule_names_them(
    tmp_path: Path,
) -> None:
    pairs = []
    for step in STEPS:
        own = {**step, "missing": "exclude", "otherwise": "Poor"}
        of = rubric(
            [dimension("A", ["A1", "A2"], synthesis=own)],
            synthesis={"criterion": MEAN, "dimension": MEAN, "overall": MEAN},
        )
        pairs.append((study(of, BEFORE), study(of, AFTER)))
    check(pairs, tmp_path)
