"""How a command that returns an answer becomes one that writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from vfi.cli.answer import Answer, Script
from vfi.cli.answering import Writes, is_answering, writing
from vfi.problems import UserError

started: list[str] = []


def answer_command(
    name: str, sql: Annotated[bool, typer.Option("--sql"), Writes("sql")] = False
) -> Answer | Script:
    """Answer with a name."""
    started.append(name)
    if sql:
        return Script(f"SELECT '{name}';")
    return Answer(
        document=lambda: {"name": name},
        rows=lambda: [("name",), (name,)],
        text=lambda: [f"It is {name}."],
        has_findings=name == "odd",
    )


def plain_command(name: str) -> None:
    """Do something."""


@pytest.fixture
def call() -> Callable[..., Any]:
    started.clear()
    app = typer.Typer()
    app.command()(writing(answer_command))
    return lambda *arguments: CliRunner().invoke(app, [str(word) for word in arguments])


def test_a_command_answers_by_what_it_returns() -> None:
    assert is_answering(answer_command)
    assert not is_answering(plain_command)


def test_it_keeps_its_name_its_words_and_its_options_and_gets_two_more() -> None:
    written = writing(answer_command)
    assert (written.__name__, written.__doc__) == ("answer_command", "Answer with a name.")
    assert list(written.__annotations__) == ["name", "sql", "format_", "output"]


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ((), "It is x.\n"),
        (("--format", "csv"), "name\nx\n"),
        (("--sql",), "SELECT 'x';\n"),
    ],
)
def test_the_answer_is_written_as_the_options_say(
    call: Callable[..., Any], options: tuple[str, ...], printed: str
) -> None:
    ran = call("x", *options)
    assert (ran.exit_code, ran.output) == (0, printed)


def test_the_ending_of_a_file_says_the_format(call: Callable[..., Any], tmp_path: Path) -> None:
    assert call("x", "-o", tmp_path / "x.json").output == ""
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == '{\n  "name": "x"\n}\n'


def test_findings_are_the_exit_code(call: Callable[..., Any]) -> None:
    assert call("odd").exit_code == 1
    assert call("odd", "--sql").exit_code == 0


@pytest.mark.parametrize(
    "options", [("-o", "x.docx"), ("--sql", "--format", "json"), ("--sql", "-o", "x.csv")]
)
def test_a_destination_that_cannot_be_is_refused_before_the_work_starts(
    call: Callable[..., Any], options: tuple[str, ...]
) -> None:
    assert isinstance(call("x", *options).exception, UserError)
    assert started == []
