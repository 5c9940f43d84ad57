from __future__ import annotations

import time

import pytest

from vfi.cli.terminal import printing, progress
from vfi.steps import tell_step


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that somebody watches, with little patience."""
    monkeypatch.setattr(printing, "can_rewrite_lines", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", 0.02)
    monkeypatch.setattr(progress, "INTERVAL", 0.01)
    monkeypatch.setenv("COLUMNS", "40")


def test_long_work_tells_its_step_in_one_line_that_is_gone_at_the_end(
    watched: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress.shown_on_terminal():
        tell_step("making report.pdf", 2, 7)
        time.sleep(0.1)
        tell_step("a step of which there is one")
        time.sleep(0.1)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "\n" not in shown.err
    lines = shown.err.split(printing.CLEAR_LINE)
    assert "making report.pdf, 2 of 7 (0 s)" in lines
    assert lines[-1] == ""


def test_a_line_never_wraps_and_shows_signs_as_text(
    watched: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress.shown_on_terminal():
        tell_step("\x1b[31m" + "long" * 20)
        time.sleep(0.1)
    lines = capsys.readouterr().err.split(printing.CLEAR_LINE)
    assert max(map(len, lines)) <= 39
    assert any(line.startswith("\\x1b[31mlong") for line in lines)


def test_what_is_printed_meanwhile_has_a_line_of_its_own(
    watched: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress.shown_on_terminal():
        time.sleep(0.1)
        printing.warn("left out")
    assert printing.CLEAR_LINE + "left out\n" in capsys.readouterr().err


def test_short_work_shows_nothing(
    watched: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 2.0)
    with progress.shown_on_terminal():
        tell_step("making report.pdf")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("is_terminal", "kind"), [(False, "xterm"), (True, "dumb")])
def test_pipes_and_terminals_without_control_get_no_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    is_terminal: bool,
    kind: str,
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setenv("TERM", kind)
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    with progress.shown_on_terminal():
        tell_step("making report.pdf")
        time.sleep(0.05)
    assert capsys.readouterr() == ("", "")


def test_without_a_listener_steps_are_told_to_nobody() -> None:
    tell_step("making report.pdf", 1, 2)
