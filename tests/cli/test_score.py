from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.deep import make_deep_study
from tests.making import FILES, RUBRIC, SHIPPED_STUDY, changed, make_study, names_in

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


def test_study_without_published_ratings_says_nothing_of_them(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("score", make_study(tmp_path, {"published.csv": None}))
    assert ran.code == 0
    assert "Published" not in ran.out


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
