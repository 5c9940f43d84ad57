from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.making import names_in
from vfi.problems import UserError
from vfi.temporary import PART_ENDING, folder_of_this_run, part_of, remove_all, temporary_folder

HOLDING = """
import sys
from pathlib import Path
from typing import NamedTuple
from vfi.temporary import folder_of_this_run, part_of
with folder_of_this_run() as folder, part_of(Path(sys.argv[1]) / "out.csv") as (_, part):
    print(folder, part, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of a test."""
    folder = tmp_path / "usual"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


class OtherRun(NamedTuple):
    """Another process, with the folder and the unfinished output that it holds."""

    process: subprocess.Popen[str]
    folder: Path
    part: Path


@pytest.fixture
def another_run(usual: Path, tmp_path: Path) -> OtherRun:
    """Another process that holds a folder and an unfinished output."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    folder, part = map(Path, process.stdout.readline().split())
    return OtherRun(process, folder, part)


def test_everything_lies_in_one_private_folder_while_it_is_needed(usual: Path) -> None:
    with folder_of_this_run() as folder:
        assert folder.parent == usual / f"vfi-{os.getuid()}"
        assert (
            stat.S_IMODE(folder.parent.stat().st_mode)
            == stat.S_IMODE(folder.stat().st_mode)
            == 0o700
        )
        assert Path(tempfile.mkdtemp()).parent == folder
        assert os.environ["TMPDIR"] == str(folder)
        with temporary_folder() as inside:
            assert inside.parent == folder
        assert not inside.exists()
    assert names_in(usual) == set()
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(usual)


def test_a_library_user_needs_no_run(usual: Path) -> None:
    with temporary_folder() as folder:
        (folder / "file").write_text("x")
        assert folder.is_relative_to(usual / f"vfi-{os.getuid()}")
    assert names_in(usual) == set()


def test_what_a_living_process_holds_is_left_alone(another_run: OtherRun, tmp_path: Path) -> None:
    process, folder, part = another_run
    with folder_of_this_run(), part_of(tmp_path / "out.csv"):
        assert folder.exists()
        assert part.exists()
    process.communicate()
    assert not folder.exists()
    assert not part.exists()


def test_what_a_killed_process_held_is_removed(another_run: OtherRun, tmp_path: Path) -> None:
    process, folder, part = another_run
    (folder / "deep" / "er").mkdir(parents=True)
    process.kill()
    process.communicate()
    assert part.exists()
    with folder_of_this_run(), part_of(tmp_path / "other.csv"):
        assert not folder.exists()
        assert not part.exists()


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_place_that_is_not_our_own_folder_is_not_used(
    usual: Path, tmp_path: Path, kind: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "1-abc").mkdir(parents=True)
    taken = usual / f"vfi-{os.getuid()}"
    if kind == "link":
        taken.symlink_to(elsewhere)
    else:
        taken.write_text("taken")
    with folder_of_this_run() as folder:
        assert folder.parent != taken
        assert folder.parent.name.startswith(f"vfi-{os.getuid()}-")
    assert names_in(elsewhere) == {"1-abc"}
    assert names_in(usual) == {taken.name}


def test_links_and_other_people_s_files_are_never_swept(usual: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("x")
    home = usual / f"vfi-{os.getuid()}"
    home.mkdir()
    (home / "1-abc").symlink_to(precious)
    (tmp_path / f".x{PART_ENDING}").symlink_to(precious / "file")
    os.mkfifo(tmp_path / f".y{PART_ENDING}")
    with folder_of_this_run(), part_of(tmp_path / "out.csv"):
        pass
    assert (precious / "file").read_text() == "x"
    assert (tmp_path / f".y{PART_ENDING}").is_fifo()


def test_all_can_be_removed_at_once(usual: Path, tmp_path: Path) -> None:
    with folder_of_this_run() as folder, part_of(tmp_path / "out.csv") as (_, part):
        remove_all()
        assert not folder.exists()
        assert not part.exists()
        assert names_in(usual) == set()


def test_without_any_place_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(UserError, match="cannot make a temporary folder"), temporary_folder():
        pass
