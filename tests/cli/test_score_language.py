"""What `vfi score` shows of hurdles, determinations, indicators and perspectives."""

from __future__ import annotations

import csv
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


def test_heat_map_has_a_key_for_each_scale(vfi: Vfi, folder: Path) -> None:
    told = lines(vfi("score", folder))
    assert "L Low, M Middle, H High" in told
    assert "N No, Y Yes, – insufficient evidence; the last row and columns are ratings" in told
    assert "N H M L H L Y L" in told
    assert "All L M M M M Y L" in told


def test_heat_map_stays_aligned_where_codes_of_a_further_scale_are_long(
    vfi: Vfi, tmp_path: Path
) -> None:
    rubric = FULL_RUBRIC.replace('"No"', "Hardly").replace('"Yes"', "Hardly any")
    judgements = (
        str(FULL_FILES["judgements.csv"])
        .replace("C,Yes", "C,Hardly any")
        .replace("C,No", "C,Hardly")
    )
    shown = vfi(
        "score", make_study(tmp_path, FULL_FILES | {"judgements.csv": judgements}, rubric)
    ).out
    heat_map = shown.split("are ratings")[1].split("Hurdles")[0]
    assert "Hardly" in heat_map
    assert len({len(line) for line in heat_map.splitlines() if line}) == 1


def test_perspectives_stand_side_by_side(vfi: Vfi, folder: Path) -> None:
    told = lines(vfi("score", folder, "--perspective", "all"))
    assert "Rubric Readers The office" in told
    assert "A.1 Opening hours Low High * Low" in told
    assert "Overall Low Undetermined * Undetermined *" in told
    one = vfi("score", folder, "--perspective", "readers").out
    assert "Readers" in one
    assert "The office" not in one
    assert "Perspectives" not in vfi("score", folder).out


def test_perspectives_follow_the_ratings_in_csv(vfi: Vfi, folder: Path) -> None:
    rows = list(
        csv.DictReader(
            vfi("score", folder, "--perspective", "readers", "--format", "csv").out.splitlines()
        )
    )
    overall = [row for row in rows if (row["case"], row["id"]) == ("", "overall")]
    keys = ("rating", "state", "before", "hurdles", "determined", "perspective")
    assert [tuple(row[key] for key in keys) for row in overall] == [
        ("Low", "rated", "Middle", "hours", "Middle", ""),
        ("", "undetermined", "", "", "", "readers"),
    ]


def test_unknown_perspective_exits_2_and_names_the_nearest(vfi: Vfi, folder: Path) -> None:
    ran = vfi("score", folder, "--perspective", "reader")
    assert (ran.code, ran.out) == (2, "")
    assert (
        'there is no perspective "reader" (did you mean "readers"?); known are readers, office'
        in ran.err
    )


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
