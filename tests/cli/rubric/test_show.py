from __future__ import annotations

import csv
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from tests.cli.conftest import Ran
from tests.making import RUBRIC, SHIPPED_RUBRIC, changed, make_rubric

Vfi = Callable[..., Ran]


def test_show_says_scale_synthesis_and_standards_with_their_provenance(vfi: Vfi) -> None:
    ran = vfi("rubric", "show", SHIPPED_RUBRIC)
    assert (ran.code, ran.err) == (0, "")
    told = " ".join(ran.out.split())
    assert "Excellent (3) The evidence shows" in told
    assert "a mean exactly half way between two levels goes to the higher" in told
    assert "E4.2 Improved access to support in safe accommodation" in told
    assert "[reconstructed: Chapter 6, section E1.1]" in told
    assert "[published: " in told


def test_show_by_path(vfi: Vfi, tmp_path: Path) -> None:
    folder = make_rubric(tmp_path)
    ran = vfi("rubric", "show", folder)
    assert ran.out.startswith("Value of a library\nlibrary 1.0, sha256 ")
    assert vfi("rubric", "show", folder / "rubric.yaml") == ran


def test_show_as_json_is_the_rubric_as_it_stands_in_its_file(vfi: Vfi, tmp_path: Path) -> None:
    document = json.loads(vfi("rubric", "show", make_rubric(tmp_path), "--format", "json").out)
    assert (document["schema"], document["id"], document["version"]) == (
        "vfi.rubric/1",
        "library",
        "1.0",
    )
    assert [Fraction(level["value"]) for level in document["scale"]["levels"]] == [0, 1, 2]
    assert (
        document["dimensions"][0]["criteria"][1]["standards"]["High"]["provenance"]["quotation"]
        == "level"
    )
    assert len(document["sha256"]) == 64


def test_show_as_csv_has_a_row_for_each_standard(vfi: Vfi, tmp_path: Path) -> None:
    folder = make_rubric(tmp_path, changed(RUBRIC, "text: Few", "text: '=1+1'"))
    rows = list(csv.DictReader(vfi("rubric", "show", folder, "--format", "csv").out.splitlines()))
    assert [(row["criterion"], row["level"]) for row in rows[:4]] == [
        ("A.1", "Low"),
        ("A.1", "Middle"),
        ("A.1", "High"),
        ("A.2", "Low"),
    ]
    assert len(rows) == 9
    assert rows[6]["standard"] == "'=1+1"


def test_wrong_rubric_exits_2_with_every_problem(vfi: Vfi, tmp_path: Path) -> None:
    text = changed(changed(RUBRIC, "title: Stock", "titel: Stock"), "title: Books", "titel: Books")
    ran = vfi("rubric", "show", make_rubric(tmp_path, text))
    assert (ran.code, ran.out) == (2, "")
    assert "rubric.yaml:33:5: dimensions[1].titel: found an unknown field" in ran.err
    assert "rubric.yaml:37:9: dimensions[1].criteria[0].titel: found an unknown field" in ran.err
    assert ran.err.endswith("4 problems; nothing was written.\n")
