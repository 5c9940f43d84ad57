from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from vfi.cli.audit_group import AuditGroup


def group(with_study: bool = True) -> typer.Typer:
    app = typer.Typer(cls=AuditGroup, no_args_is_help=True, rich_markup_mode=None)

    @app.command("figures")
    def figures(table: str) -> None:
        typer.echo(f"figures of {table}")

    @app.command("rules")
    def rules(study: str) -> None:
        typer.echo(f"rules of {study}")

    if with_study:

        @app.command("study")
        def study(study: str, format_: str = typer.Option("table", "--format")) -> None:
            typer.echo(f"study {study} as {format_}")

    return app


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


def test_without_study_there_is_no_short_form() -> None:
    ran = CliRunner().invoke(group(with_study=False), ["branches"])
    assert ran.exit_code == 2
    assert "No such command" in ran.output
