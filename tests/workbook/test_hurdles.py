"""Hurdles as formulas come to what they do in scoring, before and after a change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.rubrics import Grid, dimension, rubric, study
from tests.workbook.changing import check
from tests.workbook.making import cached, rows_of, small
from tests.workbook.recalculating import needs_libreoffice
from vfi.study.models import Failure

LEVELS: Grid = {
    "L1": {"A1": "Good", "A2": "Poor", "B": "Good"},
    "L2": {"A1": "Good", "A2": "Good", "B": "Good"},
}
CHANGED: Grid = {
    "L1": {"A1": "Poor", "A2": "Good", "B": "Good"},
    "L2": {"A1": "Poor", "A2": None, "B": "Poor"},
}
CONDITIONS: list[dict[str, Any]] = [
    {"node": "A1", "at_or_below": "Adequate"},
    {"at_least": 2, "at": "Good", "among": "criteria"},
    {"at_least_share": "1/2", "below": "Adequate", "among": "dimensions"},
    {"failure": "f", "cases": 2},
]


def hurdle(number: int, **parts: Any) -> dict[str, Any]:
    plain = {"id": f"h{number}", "title": f"H{number}", "reason": "r", "node": "overall"}
    return {**plain, "kind": "soft", "cap": "Adequate", **parts}


@needs_libreoffice
def test_every_kind_of_condition(tmp_path: Path) -> None:
    pairs = []
    for condition in CONDITIONS:
        of = rubric(
            [dimension("A", ["A1", "A2"]), dimension("B")],
            failure_indicators=[{"id": "f", "title": "F", "meaning": "m"}],
            hurdles=[
                hurdle(1, when=[condition]),
                hurdle(2, kind="hard", cap=None, when=[{"node": "A", "at": "Poor"}]),
            ],
        )
        failures = [Failure("L1", "f", "seen"), Failure("L2", "f", "seen")]
        pairs.append((study(of, LEVELS, failures), study(of, CHANGED, failures)))
    check(pairs, tmp_path)


@pytest.mark.parametrize(
    ("level", "shown"),
    [("Poor", ("Poor", "Adequate", "H1")), ("Excellent", ("Adequate", "Adequate", "–"))],
)
def test_a_reader_sees_the_rating_before_hurdles_and_which_lowered_it(
    level: str, shown: tuple[str, str, str]
) -> None:
    """A1 is Good for both cases and A2 Poor for the one judged: Adequate, before hurdles."""
    when = [{"node": "A1", "at_or_above": "Good"}]
    scorecard = small(hurdles=[hurdle(1, cap=level, when=when)])
    (row,) = [row for row in rows_of(cached(scorecard)["Overall"]) if row["Id"] == "overall"]
    assert (row["Rating"], row["Before hurdles"], row["Lowered by"]) == shown
