"""Commands that are built when they are asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from vfi.cli.lazy import LazyCommands, LazyGroup

MODULE = """\
import typer

group = typer.Typer()

@group.command("one")
def first():
    \"\"\"The first.\"\"\"
    print("first")

@group.command("two")
def second():
    print("second")

def plain(name: str):
    \"\"\"Greet somebody.\"\"\"
    print("hello", name)
"""
PLACES = {"greet": "made_commands:plain", "more": "made_commands:group", "none": "no_such:thing"}


@pytest.fixture
def _made_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made_commands.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "made_commands", raising=False)


@pytest.mark.usefixtures("_made_commands")
def test_names_are_known_before_anything_is_imported() -> None:
    commands = LazyCommands(PLACES)
    assert (list(commands), len(commands)) == (["greet", "more", "none"], 3)
    assert "made_commands" not in sys.modules
    assert commands["greet"].name == "greet"
    assert "made_commands" in sys.modules


@pytest.mark.usefixtures("_made_commands")
def test_a_command_is_built_once() -> None:
    commands = LazyCommands(PLACES)
    assert commands["greet"] is commands["greet"]
    with pytest.raises(KeyError):
        commands["nothing"]


@pytest.mark.usefixtures("_made_commands")
@pytest.mark.parametrize(
    ("arguments", "printed"), [(["greet", "you"], "hello you\n"), (["more", "two"], "second\n")]
)
def test_functions_and_groups_are_run_by_their_names(arguments: list[str], printed: str) -> None:
    class Commands(LazyGroup):
        places = PLACES

    app = typer.Typer(cls=Commands)
    app.callback()(lambda: None)
    ran = CliRunner().invoke(app, arguments)
    assert (ran.exit_code, ran.output) == (0, printed)
