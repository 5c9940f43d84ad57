from __future__ import annotations

from pathlib import Path

import pytest

from tests.inspection.checks.making import found, line_of, rubric_text
from vfi.inspection.checks.locks import JudgedOn
from vfi.inspection.suspects import is_before


def test_judgements_before_the_rubric_was_locked(tmp_path: Path) -> None:
    text = rubric_text(end='locked: "2026-03-01"\n')
    judged = JudgedOn(
        "branches",
        4,
        [("N on A1", "2026-02-27"), ("S on A1", "2026-03-02"), ("S on A2", "2026-02")],
    )
    (problem,) = found(tmp_path, text, judged)
    assert (
        problem.found
        == "a rubric locked on 2026-03-01, after 2 judgements of branches (the first: S on A2, "
        "2026-02)"
    )
    assert problem.line == line_of(text, "locked")


def test_no_date_no_complaint(tmp_path: Path) -> None:
    assert (
        found(tmp_path, rubric_text(), JudgedOn("branches", 4, [("N on A1", "2026-02-27")])) == []
    )


@pytest.mark.parametrize(
    ("date", "other", "before"),
    [
        ("2025", "2026-01", True),
        ("2026", "2026-01", False),
        ("2026-01-31", "2026-02", True),
        ("2026-02-01", "2026-02", False),
    ],
)
def test_dates_of_different_precision(date: str, other: str, before: bool) -> None:
    assert is_before(date, other) is before
