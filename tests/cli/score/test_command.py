"""`vfi score` as documents for programs, as files, and for studies that are wrong."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import (
    FILES,
    FULL_FILES,
    FULL_RUBRIC,
    RUBRIC,
    SHIPPED_STUDY,
    changed,
    make_study,
    names_in,
)

Vfi = Callable[..., Ran]


def test_json(vfi: Vfi) -> None:
    ran = vfi("score", SHIPPED_STUDY, "--format", "json")
    assert ran.code == 0
    document = json.loads(ran.out)
    assert document["schema"] == "vfi.scorecard/2"
    assert (document["overall"]["rating"], document["overall"]["value"]) == ("Good", "3/2")
    assert [node["rating"] for node in document["dimensions"]] == [
        "Good",
        "Good",
        "Adequate",
        "Adequate",
    ]
    second = next(node for node in document["criteria"] if node["id"] == "E2.2")
    assert (second["value"], second["judged"], second["missing"]) == ("32/17", 17, 2)
    assert len(document["cases"]) == 19
    assert document["published"] == {"compared": 18, "equal": 18, "differences": []}


def test_csv(vfi: Vfi) -> None:
    ran = vfi("score", SHIPPED_STUDY, "--format", "csv")
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert len(rows) == 18 + 19 * 5
    overall = next(row for row in rows if (row["case"], row["id"]) == ("", "overall"))
    assert (overall["rating"], overall["Good"], overall["Adequate"]) == ("Good", "2", "2")
    assert Fraction(overall["decimal"]) == Fraction(3, 2)
    assert (overall["numerator"], overall["denominator"]) == ("3", "2")


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_ending_of_the_output_decides_the_format(vfi: Vfi, tmp_path: Path, ending: str) -> None:
    path = tmp_path / "new" / f"scores.{ending}"
    assert vfi("score", SHIPPED_STUDY, "--output", path) == Ran(0, "", "")
    assert path.read_text(encoding="utf-8") == vfi("score", SHIPPED_STUDY, "--format", ending).out
    assert names_in(path.parent) == {path.name}


def test_output_that_cannot_be_written_exits_2_and_leaves_no_file(vfi: Vfi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = vfi("score", SHIPPED_STUDY, "-o", tmp_path / "file" / "scores.json")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot write" in ran.err
    assert names_in(tmp_path) == {"file"}


def test_existing_output_is_untouched_when_writing_fails(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.json"
    path.write_text("old")

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    ran = vfi("score", SHIPPED_STUDY, "-o", path)
    assert ran.code == 2
    assert "No space left on device" in ran.err
    assert (path.read_text(), names_in(tmp_path)) == ("old", {"scores.json"})


def test_existing_output_is_untouched_when_the_study_is_wrong(vfi: Vfi, tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    path.write_text("old")
    assert vfi("score", make_study(tmp_path, {"cases.csv": ""}), "-o", path).code == 2
    assert path.read_text() == "old"


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_difference_exits_1_in_every_format_and_keeps_the_output_clean(
    vfi: Vfi, tmp_path: Path, format_: str
) -> None:
    folder = make_study(
        tmp_path, {"published.csv": changed(FILES["published.csv"], "overall,High", "overall,Low")}
    )
    ran = vfi("score", folder, "--format", format_)
    assert ran.code == 1
    assert "overall: published Low, computed High" in ran.err
    if format_ == "json":
        assert json.loads(ran.out)["published"]["differences"][0]["id"] == "overall"


def test_wrong_study_exits_2_with_every_problem(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judgements = changed(FILES["judgements.csv"], "S,B.1,High", "S,B.1,Hihg")
    make_study(tmp_path, {"judgements.csv": judgements, "published.csv": ""})
    monkeypatch.chdir(tmp_path)
    ran = vfi("score", "branches")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        (
            'reports/branches/judgements.csv:7: level: found "Hihg" (did you mean "High"?); '
            "expected one of Low, Middle, High, Insufficient evidence"
        ),
        "reports/branches/published.csv: found an empty file; expected a file with content",
        "2 problems; nothing was written.",
    ]


def test_text_that_looks_like_a_formula_is_neutralised_in_csv_only(
    vfi: Vfi, tmp_path: Path
) -> None:
    title = '=HYPERLINK(""http://example.org"")'
    rubric = changed(RUBRIC, "title: Stock", f"title: '{title}'")
    rubric = changed(rubric, "title: Opening hours", "title: '@SUM(1+1)*cmd|calc'")
    rubric = rubric.replace("Low:", "+Low:").replace("name: Low", "name: +Low")
    judgements = FILES["judgements.csv"].replace("Low", "+Low")
    folder = make_study(tmp_path, {"judgements.csv": judgements}, rubric)
    rows = list(csv.reader(vfi("score", folder, "--format", "csv").out.splitlines()))
    cells = {cell for row in rows for cell in row}
    assert {f"'{title}", "'@SUM(1+1)*cmd|calc", "'+Low"} <= cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'" not in vfi("score", folder, "--format", "json").out


def test_values_below_zero_stay_numbers_in_csv(vfi: Vfi, tmp_path: Path) -> None:
    rubric = (
        RUBRIC.replace("value: 0", "value: -3/2")
        .replace("value: 1", "value: -1")
        .replace("value: 2", "value: 0")
    )
    ran = vfi("score", make_study(tmp_path, {"published.csv": None}, rubric), "--format", "csv")
    overall = next(row for row in csv.DictReader(ran.out.splitlines()) if row["id"] == "overall")
    exactly = Fraction(int(overall["numerator"]), int(overall["denominator"]))
    assert exactly < 0
    assert float(overall["decimal"]) == pytest.approx(float(exactly), abs=1e-6)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_study(tmp_path, FULL_FILES, FULL_RUBRIC)


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
