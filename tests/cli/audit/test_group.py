from __future__ import annotations

from typing import ClassVar

import pytest
import typer
from typer.testing import CliRunner

from vfi.cli.audit.group import AuditGroup

HERE = "tests.cli.audit.test_group"


def figures(table: str) -> None:
    typer.echo(f"figures of {table}")


def rules(study: str) -> None:
    typer.echo(f"rules of {study}")


def study(study: str, format_: str = typer.Option("table", "--format")) -> None:
    typer.echo(f"study {study} as {format_}")


class Group(AuditGroup):
    places: ClassVar = {name: f"{HERE}:{name}" for name in ("figures", "rules", "study")}


def group() -> typer.Typer:
    return typer.Typer(
        cls=Group, callback=lambda: None, no_args_is_help=True, rich_markup_mode=None
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["branches"], "study branches as table"),
        (["./figures"], "study ./figures as table"),
        (["branches", "--format", "json"], "study branches as json"),
        (["--format", "json", "branches"], "study branches as json"),
        (["study", "branches"], "study branches as table"),
        (["study", "figures"], "study figures as table"),
        (["figures", "table.csv"], "figures of table.csv"),
        (["rules", "branches"], "rules of branches"),
    ],
)
def test_a_first_word_that_is_no_sub_command_is_a_study(arguments: list[str], said: str) -> None:
    assert CliRunner().invoke(group(), arguments).output == said + "\n"


@pytest.mark.parametrize("arguments", [["--help"], []])
def test_help_lists_every_sub_command(arguments: list[str]) -> None:
    output = CliRunner().invoke(group(), arguments).output
    assert all(name in output for name in ("figures", "rules", "study"))


def test_help_of_the_short_form() -> None:
    assert "--format" in CliRunner().invoke(group(), ["branches", "--help"]).output
