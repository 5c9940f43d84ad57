"""What is in a workbook as it is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.deep import deep_study
from tests.making import ROOT
from tests.rubrics import MEAN, dimension, rubric, study
from tests.workbook.making import cached, rows_of, small
from vfi.problems import UserError
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.workbook.book import workbook_bytes, workbook_path, write_workbook

THREE = (
    "import hashlib; from vfi.scoring.scorecard import score; "
    "from vfi.study.loading import load_study; "
    "from vfi.workbook.book import workbook_bytes; "
    "print(hashlib.sha256(workbook_bytes(score(load_study('domestic-abuse-duty-2025')))).hexdigest())"
)


def test_there_is_a_sheet_for_each_question(book: Any) -> None:
    assert book.sheetnames == [
        *(
            "About",
            "Judgements",
            "Criteria",
            "Dimensions",
            "Overall",
            "Cases",
            "Rules",
            "Published",
        ),
        *("Levels", "Case workings"),
    ]


def test_the_same_study_gives_the_same_bytes_in_any_process(
    duty: Scorecard, tmp_path: Path
) -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-c", THREE],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for folder, seed, zone in ((tmp_path, "1", "UTC"), (ROOT, "2", "Asia/Tokyo"))
    ]
    assert printed[0] == printed[1]


def test_it_goes_into_the_build_folder_of_the_study(duty: Scorecard) -> None:
    assert workbook_path(duty).parts[-3:] == (
        "domestic-abuse-duty-2025",
        "build",
        "domestic-abuse-duty-2025.xlsx",
    )


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.xlsx"):
        write_workbook(small(), tmp_path / "out.ods")


def test_a_grid_with_a_gap_is_refused() -> None:
    of = rubric([dimension("A", ["A1", "A2"])])
    with pytest.raises(UserError, match="none is there for A2 of L1"):
        workbook_bytes(score(study(of, {"L1": {"A1": "Good"}})))


def test_a_deep_tree_has_a_sheet_for_each_tier_with_nodes() -> None:
    book = cached(score(deep_study()))
    assert book.sheetnames[2:8] == [
        "Failures",
        "Evidence categories",
        "KLOEs",
        "Quality statements",
        "Themes",
        "Overall",
    ]
    nodes = {name: [row["Id"] for row in rows_of(book[name])] for name in book.sheetnames[3:8]}
    assert nodes == {
        "Evidence categories": ["e1", "e2", "e3", "e4", "e5", "e6"],
        "KLOEs": ["L1", "L2", "L3"],
        "Quality statements": ["S1", "S2"],
        "Themes": ["T1", "T2"],
        "Overall": ["overall"],
    }


def test_a_tier_without_nodes_has_no_sheet() -> None:
    tiers = ["criterion", "theme", "dimension"]
    synthesis = dict.fromkeys([*tiers, "overall"], MEAN)
    of = rubric([dimension("A", ["A1"])], tiers=tiers, synthesis=synthesis)
    names = cached(score(study(of, {"L1": {"A1": "Good"}}))).sheetnames
    assert [name for name in names if name in ("Criteria", "Themes", "Dimensions")] == [
        "Criteria",
        "Dimensions",
    ]


def test_the_sheet_of_cases_has_a_column_for_each_group() -> None:
    sheet = cached(score(deep_study()))["Cases"]
    heads = [cell.value for cell in sheet[4]][2:]
    assert heads == ["L1", "L2", "L3", "S1", "S2", "T1", "T2", "overall", "judged", "no level"]
