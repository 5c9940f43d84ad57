from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.making import names_in
from vfi.outputs import safe_cell, write_whole
from vfi.problems import UserError


def test_file_is_written_with_its_folders_and_ordinary_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "scores.csv"
    write_whole(path, "Größe\n")
    assert path.read_bytes() == "Größe\n".encode()
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask
    assert names_in(path.parent) == {"scores.csv"}


def test_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_text("a much longer text than the new one")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_failure_half_way_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.csv"
    path.write_text("old")

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(UserError, match=r"scores\.csv.*No space left on device"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == {"scores.csv"}


def test_interruption_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.csv"
    path.write_text("old")

    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == {"scores.csv"}


def test_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UserError, match="cannot write"):
        write_whole(tmp_path / "taken" / "scores.csv", "new")
    assert (tmp_path / "taken").read_text() == "a file"


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "scores.csv").mkdir()
    with pytest.raises(UserError, match="not a regular file"):
        write_whole(tmp_path / "scores.csv", "new")
    assert names_in(tmp_path) == {"scores.csv"}


def test_pipe_or_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="not a regular file"):
        write_whole(pipe, "new")
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "--1", "=", "-1-1"],
)
def test_text_that_would_run_as_a_formula_is_neutralised(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["3/2", "-3/2", "1/12/2026"])
def test_text_that_would_become_a_date_is_neutralised(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "Good", "E1.1", "3/2 of them", "a/b", "1/2/3/4", "-0.500000", "+4", "1-2", "–"]
)
def test_other_text_and_numbers_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
