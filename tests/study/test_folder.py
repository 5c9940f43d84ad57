"""The folder of a study: which files are read, kept and missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from vfi.problems import Problems
from vfi.study.folder import StudyFolder
from vfi.study.tables import CASES, EVIDENCE, PUBLISHED

CASES_FILE = b"id,name\nN,North\nS,South\n"


@pytest.fixture
def folder(tmp_path: Path) -> StudyFolder:
    (tmp_path / "cases.csv").write_bytes(CASES_FILE)
    return StudyFolder(tmp_path, "reports/s", Problems())


def test_a_table_that_was_read_is_there_with_its_rows_and_the_bytes_of_its_file(
    folder: StudyFolder,
) -> None:
    read = folder.read(CASES, {})
    assert [case.id for case in read.entries] == ["N", "S"]
    assert [row.entry.name for row in folder.rows(CASES)] == ["North", "South"]
    assert folder.files == {"cases.csv": CASES_FILE}
    assert list(folder.problems) == []


def test_a_table_that_was_not_read_has_no_rows(folder: StudyFolder) -> None:
    assert folder.rows(CASES) == ()


def test_a_table_that_a_study_can_do_without_may_have_no_file(folder: StudyFolder) -> None:
    read = folder.read(EVIDENCE, {})
    assert (read.rows, read.is_whole) == ((), True)
    assert list(folder.problems) == []


@pytest.mark.parametrize("name", ["evidence.csv", "published.csv"])
def test_a_link_to_nothing_is_not_the_same_as_no_file(folder: StudyFolder, name: str) -> None:
    (folder.path / name).symlink_to("nowhere.csv")
    folder.read(EVIDENCE, {})
    folder.read(PUBLISHED, {})
    assert [problem.file for problem in folder.problems] == [f"reports/s/{name}"]


def test_a_file_that_cannot_be_used_is_told_as_the_folder_is_shown_and_not_kept(
    folder: StudyFolder,
) -> None:
    (folder.path / "cases.csv").write_bytes(b"ident,name\nN,North\n")
    assert not folder.read(CASES, {}).is_whole
    assert {problem.file for problem in folder.problems} == {"reports/s/cases.csv"}
    assert (folder.files, folder.rows(CASES)) == ({}, ())


def test_problems_of_a_table_are_added_where_they_are_wanted(folder: StudyFolder) -> None:
    (folder.path / "cases.csv").write_bytes(CASES_FILE + b"N,again\n")
    apart = Problems()
    folder.read(CASES, {}, apart)
    assert [problem.line for problem in apart] == [4]
    assert list(folder.problems) == []


def test_a_file_is_kept_by_its_name_if_it_is_there_and_not_too_large(folder: StudyFolder) -> None:
    (folder.path / "notes").mkdir()
    (folder.path / "notes" / "a.md").write_bytes(b"words")
    assert folder.keep("notes/a.md", limit=5) == b"words"
    assert folder.keep("notes/a.md", limit=4) is None
    assert folder.keep("notes/b.md", limit=5) is None
    assert folder.files == {"notes/a.md": b"words"}
    assert [problem.file for problem in folder.problems] == [
        "reports/s/notes/a.md",
        "reports/s/notes/b.md",
    ]
