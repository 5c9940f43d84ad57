"""The registry of formats: what is registered is offered by every command, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.calls import FORMATTED
from tests.cli.conftest import Ran
from tests.making import make_study
from vfi.cli.answer import Answer
from vfi.cli.formats import FORMATS, Format, register, registered
from vfi.cli.terminal.layout import Page

Vfi = Callable[..., Ran]


def as_lines(answer: Answer, page: Page) -> str:
    """A line a row, the cells of a row with bars between them."""
    del page
    return "\n".join("|".join(row) for row in answer.rows())


LINES = Format(
    name="lines", noun="lines", endings=(".lines",), reader="programs", rendered=as_lines
)


@pytest.fixture
def lines() -> Iterator[None]:
    with registered(LINES):
        yield


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_study(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("command", "first"),
    [
        (["score", "branches"], "case|id|kind|title|rating|"),
        (["explain", "branches", "A.1"], "node|input|level|"),
        (["check", "branches"], "file|line|column|severity|"),
        (["audit", "branches"], "case|id|state|rating|"),
        (["audit", "claims", "branches"], "id|verdict|figure|"),
        (["robustness", "branches", "--only", "flips"], "node|title|rating|question|"),
        (["robustness", "branches", "--apply", "A.1:down"], "case|criterion|from|to"),
        (["studies"], "id|title|cases|rubric|folder"),
        (["rubric", "check", "library"], "file|line|column|severity|"),
        (["rubric", "table", "library", "A"], "A.1|A.2|rating"),
        (["rubric", "diff", "library", "library"], "kind|part|aspect|before|after"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_every_command_writes_a_format_that_none_of_them_knows(
    vfi: Vfi, lines: None, study: None, command: list[str], first: str
) -> None:
    printed = vfi(*command, "--format", "lines")
    assert printed.code in (0, 1), printed.err
    assert printed.out.startswith(first)
    written = vfi(*command, "-o", "answer.lines")
    assert (written.code, written.out) == (printed.code, "")
    assert Path("answer.lines").read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("command", FORMATTED, ids=lambda command: " ".join(command))
def test_help_and_messages_tell_of_a_format_once_it_is_registered(
    vfi: Vfi, study: None, command: list[str]
) -> None:
    helped = [*(word for word in command if not word.startswith(("-", "A.1:"))), "--help"]
    assert "lines" not in vfi(*helped).out
    with registered(LINES):
        told = " ".join(vfi(*helped).out.split())
        assert "--format <table|json|csv|lines>" in told
        assert "table for reading, json, csv and lines for programs" in told
        assert "it ends in .txt, .json, .csv or .lines, as the format" in told
        assert "ends in .txt, .json, .csv or .lines" in vfi(*command, "-o", "answer.xml").err
        assert "lines is made by --format lines" in vfi("report", "x", "-o", "a.lines").err


def test_a_format_that_is_not_registered_does_not_exist(vfi: Vfi, study: None) -> None:
    ran = vfi("score", "branches", "--format", "lines")
    assert ran.code == 2
    assert "'lines' is not one of 'table', 'json', 'csv'" in ran.err
    assert vfi("score", "branches", "-o", "answer.lines").code == 2


@pytest.mark.parametrize(
    "taken",
    [
        Format("json", "lines", (".lines",), "programs", as_lines),
        Format("lines", "lines", (".csv",), "programs", as_lines),
        Format("lines", "lines", (".pdf",), "programs", as_lines),
    ],
    ids=["the name of a format", "the ending of a format", "the ending of a report"],
)
def test_names_and_endings_are_registered_once(taken: Format) -> None:
    before = list(FORMATS)
    with pytest.raises(ValueError, match="another"):
        register(taken)
    assert list(FORMATS) == before
