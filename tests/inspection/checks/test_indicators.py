from __future__ import annotations

from pathlib import Path

import pytest

from tests.inspection.checks.making import found, rubric_text


def with_indicator(levels: str, measure: str = "value") -> str:
    indicator = (
        f"indicator: {{title: T, unit: u, measure: {measure}, better: higher, levels: [{levels}]}}"
    )
    return rubric_text(1).replace("meaning: Its share.}", f"meaning: Its share., {indicator}}}")


LOW = "{rating: Low, below: 10}, {rating: Fair, from: 10, below: 20}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            with_indicator(
                f"{LOW}, {{rating: High, from: 20, below: 30}}, {{rating: Top, from: 30}}"
            ),
            [],
        ),
        (
            with_indicator(
                f"{LOW}, {{rating: High, above: 20, below: 30}}, {{rating: Top, from: 30}}"
            ),
            ["no level for values between Fair (from 10 below 20) and High (above 20 below 30)"],
        ),
        (
            with_indicator(f"{LOW}, {{rating: High, from: 20, to: 30}}"),
            ["no level for values above 30", "no values for Top"],
        ),
        (
            with_indicator(
                "{rating: Low, from: 5, below: 50}, {rating: Fair, from: 50, below: 80}, "
                "{rating: High, from: 80, below: 90}, {rating: Top, from: 90, to: 100}",
                "percentage",
            ),
            ["no level for values below 5"],
        ),
    ],
)
def test_values_and_levels_that_cut_points_leave_out(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    assert [problem.found for problem in found(tmp_path, text)] == words
