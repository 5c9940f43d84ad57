"""What the terminal, a pipe and a program see."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from tests.making import SHIPPED_STUDY
from tests.running import PROGRAM, run_vfi

ESCAPE = b"\x1b["


def on_a_terminal(*arguments: str, environment: dict[str, str] | None = None) -> bytes:
    """What a command shows on a terminal of 200 columns."""
    leader, follower = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdout=follower,
        env=plain | {"COLUMNS": "200"} | (environment or {}),
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # how Linux tells of the end
            break
        if not part:
            break
        shown += part
    os.close(leader)
    assert process.wait(timeout=60) == 0
    return shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", SHIPPED_STUDY),
        ("explain", SHIPPED_STUDY, "E1.2"),
        ("rubric", "show", "domestic-abuse-duty-vfi"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_colour_on_a_terminal_only_and_never_where_no_color_is_set(
    arguments: tuple[str, ...],
) -> None:
    assert ESCAPE in on_a_terminal(*arguments)
    assert ESCAPE not in on_a_terminal(*arguments, environment={"NO_COLOR": "1"})
    assert "\x1b" not in run_vfi(*arguments).stdout


def test_colour_adds_nothing_but_colour() -> None:
    coloured = on_a_terminal("score", SHIPPED_STUDY)
    plain = on_a_terminal("score", SHIPPED_STUDY, environment={"NO_COLOR": "1"})
    parts = coloured.split(ESCAPE)
    assert parts[0] + b"".join(part.partition(b"m")[2] for part in parts[1:]) == plain


def test_json_and_csv_are_never_coloured() -> None:
    for format_ in ("json", "csv"):
        assert ESCAPE not in on_a_terminal("score", SHIPPED_STUDY, "--format", format_)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_pipe_gets_the_same_bytes_in_every_locale(encoding: str) -> None:
    other = run_vfi(
        "score", SHIPPED_STUDY, environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    )
    assert other.returncode == 0
    assert other.stdout == run_vfi("score", SHIPPED_STUDY).stdout


def test_a_terminal_of_another_encoding_shows_what_it_can() -> None:
    shown = on_a_terminal(
        "score", SHIPPED_STUDY, environment={"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
    )
    assert b"Published ratings: all 18 equal" in shown


def test_a_reader_that_leaves_early_is_no_finding() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "score", SHIPPED_STUDY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 141
    process.stderr.close()
