"""A scorecard for reading: ratings, and a heat map of cases by criteria."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.deep import make_deep_study
from tests.making import (
    FILES,
    FULL_FILES,
    FULL_RUBRIC,
    RUBRIC,
    SHIPPED_STUDY,
    changed,
    make_study,
)

Vfi = Callable[..., Ran]
ESCAPE = "\x1b"


def test_table_of_the_shipped_study(vfi: Vfi) -> None:
    ran = vfi("score", SHIPPED_STUDY)
    assert (ran.code, ran.err) == (0, "")
    assert ESCAPE not in ran.out
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "Overall Good 1.5 3/2 244 of 247" in lines
    assert "E3 Effectiveness Adequate 1.4 7/5 95 of 95" in lines
    assert "E2.2 Needs and strategies Good 1.8824 32/17 0 6 7 4 2" in lines
    assert "LA07 E A G – – P P P G P G P P G P A P A" in lines
    assert "All G G A A G G A A A G G A A G G A A G" in lines
    assert "Published ratings: all 18 equal the computed ones." in lines
    assert "244 of 247 judgements rated, 3 insufficient evidence" in ran.out


def test_heat_map_reads_without_colour(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("score", make_study(tmp_path))
    assert "L Low, M Middle, H High, – insufficient evidence" in ran.out
    heat_map = ran.out.split("Branches by criteria")[1]
    assert re.findall(r"^(?:N|S|All) .*$", heat_map, re.MULTILINE) == [
        "N    H   M   L   H   L   M ",
        "S    M   –   H   M   H   H ",
        "All  H   M   M   H   M   H ",
    ]


def test_heat_map_is_set_in_parts_on_a_narrow_terminal(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "14")
    folder = make_study(tmp_path)
    heat_map = vfi("score", folder).out.split("are ratings")[1].split("Published")[0]
    assert [line.split() for line in heat_map.splitlines() if line.startswith("N")] == [
        ["N", "H", "M"],
        ["N", "L", "H"],
        ["N", "L", "M"],
    ]
    assert max(map(len, heat_map.splitlines())) <= 14
    vfi("score", folder, "-o", tmp_path / "scores.txt")
    assert "N    H   M   L   H   L   M" in (tmp_path / "scores.txt").read_text(encoding="utf-8")


def test_heat_map_stays_aligned_where_codes_are_long(vfi: Vfi, tmp_path: Path) -> None:
    rubric = RUBRIC.replace("Middle", "Middling").replace("High", "Middle")
    files = {
        name: str(content).replace("Middle", "Middling").replace("High", "Middle")
        for name, content in FILES.items()
        if name in {"judgements.csv", "published.csv"}
    }
    heat_map = (
        vfi("score", make_study(tmp_path, files, rubric))
        .out.split("are ratings")[1]
        .split("Published")[0]
    )
    assert len({len(line) for line in heat_map.splitlines() if line}) == 1


def test_insufficient_evidence_is_shown_as_such(vfi: Vfi, tmp_path: Path) -> None:
    judgements = re.sub(r"(.,B\.1),\w+", r"\1,Insufficient evidence", FILES["judgements.csv"])
    ran = vfi("score", make_study(tmp_path, {"judgements.csv": judgements}))
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "B Books Insufficient evidence 0 of 2" in lines
    assert "B.1 Stock Insufficient evidence 0 0 0 2" in lines


def test_difference_with_a_published_rating_is_shown_side_by_side_and_exits_1(
    vfi: Vfi, tmp_path: Path
) -> None:
    published = changed(
        FILES["published.csv"], "overall,High,Annual review", 'overall,Low,"Annual review, page 2"'
    )
    ran = vfi("score", make_study(tmp_path, {"published.csv": published}))
    assert ran.code == 1
    assert "Published ratings: 1 of 2 differs from the computed ones." in ran.out
    assert re.search(r"^overall +Low +High +Annual review, page 2$", ran.out, re.MULTILINE)
    assert ran.err == "overall: published Low, computed High (Annual review, page 2)\n"


def test_study_without_published_ratings_says_nothing_of_them(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("score", make_study(tmp_path, {"published.csv": None}))
    assert ran.code == 0
    assert "Published" not in ran.out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_study(tmp_path, FULL_FILES, FULL_RUBRIC)


def lines(ran: Ran) -> list[str]:
    """What was printed, each line with single spaces."""
    assert (ran.code, ran.err) == (0, "")
    return [" ".join(line.split()) for line in ran.out.splitlines()]


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


def test_a_deep_tree_is_indented_and_in_the_words_of_its_tiers(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("score", make_deep_study(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert (
        "4 cases, 6 evidence categories, 1 KLOE and 1 quality statement, 29 of 32 judgements rated"
        in ran.out
    )
    first = [line.split("Group")[0].rstrip() for line in ran.out.splitlines() if "Group" in line]
    assert first == ["T1", "  S1", "    L1", "    L2", "    L3", "  S2", "T2"]
    assert re.search(r"^ +Evidence category +Rating", ran.out, re.MULTILINE)
    heat_map = ran.out.split("Cases by evidence categories")[1]
    assert "e1  e2  e3  e4  e5  e6  L1  L2  L3  S1  S2  T1  T2 All" in heat_map
    assert "C2   G   A   P   P   E   E   P   P   –   P   P   P   E   G" in heat_map
    assert "L1: Good before, Poor after, by No breach (hard): breach is recorded for C2" in ran.out
