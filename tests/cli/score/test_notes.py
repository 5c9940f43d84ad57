"""What stands below the ratings: hurdles, determinations, indicators and perspectives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FULL_FILES, FULL_RUBRIC, changed, make_study

Vfi = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_study(tmp_path, FULL_FILES, FULL_RUBRIC)


def lines(ran: Ran) -> list[str]:
    """What was printed, each line with single spaces."""
    assert (ran.code, ran.err) == (0, "")
    return [" ".join(line.split()) for line in ran.out.splitlines()]


def test_rating_stands_beside_what_it_was_before_hurdles_and_what_was_determined(
    vfi: Vfi, folder: Path
) -> None:
    told = lines(vfi("score", folder))
    assert "Rating Before hurdles Determined Value Exactly Judged" in told
    assert "Overall Low Middle Middle 1.3333 4/3 7 of 8" in told
    assert "A.1 Opening hours Low High 1.5 3/2 0 1 1 0" in told
    assert (
        "A.1: High before, Low after, by A branch that was closed (hard): closure is recorded for S"
        in told
    )
    assert "overall: Middle before, Low after, by Opening hours (soft): A.1 is Low" in told
    assert "overall of 1 branch lowered by Stock: N" in told
    assert "overall: Middle (Low indicated), The panel, 2026-03-20: The closure is over." in told
    assert "A.2 of N: High (Middle indicated), The panel, 2026-03: The ramp is level now." in told


def test_judgement_that_departs_from_its_indicator_stands_with_its_reason(
    vfi: Vfi, folder: Path
) -> None:
    told = lines(vfi("score", folder))
    assert "2 readings; 1 judgement departs from what is proposed" in told
    assert "B.1 of N: Low, Middle proposed: Most of them are worn" in told


def test_perspectives_stand_side_by_side(vfi: Vfi, folder: Path) -> None:
    told = lines(vfi("score", folder, "--perspective", "all"))
    assert "Rubric Readers The office" in told
    assert "A.1 Opening hours Low High * Low" in told
    assert "Overall Low Undetermined * Undetermined *" in told
    one = vfi("score", folder, "--perspective", "readers").out
    assert "Readers" in one
    assert "The office" not in one
    assert "Perspectives" not in vfi("score", folder).out


def test_gap_in_a_rule_is_told(vfi: Vfi, tmp_path: Path) -> None:
    step = "{rule: table, missing: exclude, rows: [{when: {A: High}, rating: High}]}"
    rubric = changed(
        FULL_RUBRIC,
        "\n  overall: {rule: mean, of: ratings, ties: up, missing: exclude}",
        f"\n  overall: {step}",
    )
    files = FULL_FILES | {"failures.csv": None}
    told = lines(vfi("score", make_study(tmp_path, files, rubric)))
    assert "Undetermined" in told
    assert any(line.startswith("overall of S: ") for line in told)
    assert any("? undetermined" in line for line in told)
