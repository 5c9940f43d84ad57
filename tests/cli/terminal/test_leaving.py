"""Ctrl-C, kills, closed pipes, full disks: nothing is left half done, and nothing is said but what
is wrong.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.making import make_study, names_in
from tests.running import PROGRAM

AT_AN_EVENT = """
import os, signal, sys
event, word, number = sys.argv[1:4]
del sys.argv[1:4]
def stop(name, arguments):
    if name == event and word in str(arguments[0]):
        os.kill(os.getpid(), int(number))
sys.addaudithook(stop)
"""


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study in the current folder, and a folder of temporary files that nobody else uses."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    return make_study(tmp_path)


def run_until(
    event: str,
    word: str,
    number: signal.Signals,
    *arguments: str,
    before: Callable[[], object] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command that gets a signal where an event of Python's audit hooks is about
    something.
    """
    program = [
        sys.executable,
        "-c",
        AT_AN_EVENT + PROGRAM,
        event,
        word,
        str(int(number)),
        *arguments,
    ]
    return subprocess.run(
        program, capture_output=True, text=True, timeout=60, check=False, preexec_fn=before
    )


@pytest.mark.parametrize(
    ("module", "number", "status"),
    [
        ("vfi.cli.terminal.printing", signal.SIGINT, 130),
        ("typer.core", signal.SIGINT, 130),
        ("pydantic", signal.SIGTERM, 143),
        ("xlsxwriter", signal.SIGINT, 130),
        ("xlsxwriter", signal.SIGHUP, 129),
    ],
)
def test_a_signal_while_modules_are_imported_ends_the_program_without_a_word(
    study: Path, module: str, number: signal.Signals, status: int
) -> None:
    ran = run_until("import", module, number, "workbook", "branches")
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, "", "")
    assert not (study / "build").exists()
    assert names_in(Path("temporary")) == set()


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=str
)
def test_a_signal_while_an_output_is_written_leaves_the_old_one(
    study: Path, number: signal.Signals, status: int
) -> None:
    (study / "build").mkdir()
    (study / "build" / "branches.xlsx").write_text("old")
    ran = run_until(
        "os.rename",
        ".vfi-part",
        number,
        "workbook",
        "branches",
        "-o",
        str(study / "build/branches.xlsx"),
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, "", "")
    assert names_in(study / "build") == {"branches.xlsx"}
    assert (study / "build" / "branches.xlsx").read_text() == "old"
    assert names_in(Path("temporary")) == set()


def test_a_signal_that_was_ignored_stays_ignored(study: Path) -> None:
    ran = run_until(
        "import",
        "xlsxwriter",
        signal.SIGHUP,
        "workbook",
        "branches",
        before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )
    assert (ran.returncode, ran.stdout) == (0, "wrote reports/branches/build/branches.xlsx\n")


def test_what_a_killed_run_left_is_swept_by_the_next(study: Path) -> None:
    run_until("os.rename", ".vfi-part", signal.SIGKILL, "workbook", "branches")
    assert [name.endswith(".vfi-part") for name in names_in(study / "build")] == [True]
    assert names_in(Path("temporary"))
    assert shell("vfi workbook branches").returncode == 0
    assert names_in(study / "build") == {"branches.xlsx"}
    assert names_in(Path("temporary")) == set()


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `vfi` is the program; its exit code is that of the first
    `vfi`.
    """
    function = f'vfi() {{ {sys.executable!r} -c "{PROGRAM}" "$@"; }}'
    program = f"{function}; {line}; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(
        ["bash", "-c", program], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("command", ["score branches", "check branches", "--version", "--help"])
def test_a_reader_that_has_gone_is_told_by_the_exit_code_alone(study: Path, command: str) -> None:
    ran = shell(f"vfi {command} | true")
    assert (ran.returncode, ran.stderr) == (141, "")


def test_outputs_are_written_although_nobody_reads_what_is_said(study: Path) -> None:
    ran = shell("vfi report branches | true")
    assert (ran.returncode, ran.stderr) == (141, "")
    assert names_in(study / "build") == {"report.pdf", "report.html"}


def test_an_error_stays_an_error_when_nobody_reads_it(study: Path) -> None:
    assert shell("vfi score nowhere 2>&1 | true").returncode == 2


@pytest.mark.parametrize(
    ("command", "stream"),
    [
        ("score branches", ">/dev/full"),
        ("workbook branches", ">/dev/full"),
        ("score branches", ">&-"),
    ],
)
def test_an_answer_that_cannot_be_printed_is_an_error(
    study: Path, command: str, stream: str
) -> None:
    ran = shell(f"vfi {command} {stream}")
    assert ran.returncode == 2
    assert ran.stderr.startswith("vfi: cannot write to the standard output: ")
    assert len(ran.stderr.splitlines()) == 1
    assert (study / "build").exists() == command.startswith("workbook")


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full"])
def test_without_an_error_output_the_exit_code_is_the_same(study: Path, streams: str) -> None:
    assert shell(f"vfi score nowhere {streams}").returncode == 2


def test_a_full_disk_is_no_fault_of_the_program_and_leaves_nothing(study: Path) -> None:
    (study / "build").mkdir()
    for command, output in (
        ("score", "scores.json"),
        ("workbook", "branches.xlsx"),
        ("report", "report.pdf"),
    ):
        (study / "build" / output).write_text("old")
        ran = shell(f"ulimit -f 2; vfi {command} branches -o {study}/build/{output}")
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "File too large" in ran.stderr
        assert "fault of vfi" not in ran.stderr
        assert (study / "build" / output).read_text() == "old"
    assert names_in(study / "build") == {"scores.json", "branches.xlsx", "report.pdf"}
    assert names_in(Path("temporary")) == set()


def test_no_file_takes_the_place_of_a_closed_stream(study: Path) -> None:
    ran = shell("vfi workbook branches -o w.xlsx <&- >&- 2>&-")
    assert ran.returncode == 2
    assert Path("w.xlsx").read_bytes().startswith(b"PK")


def test_handlers_are_as_before_when_a_program_goes_on(
    vfi: Callable[..., object], study: Path
) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    streams = sys.stdout, sys.stderr, os.environ.get("TMPDIR")
    vfi("check", "branches")
    assert [
        signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    ] == before
    assert (sys.stdout, sys.stderr, os.environ.get("TMPDIR")) == streams
