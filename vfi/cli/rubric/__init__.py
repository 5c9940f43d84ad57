"""`vfi rubric`: what a rubric says and implies, and how to start one."""

from __future__ import annotations

from typing import ClassVar

import typer

from vfi.cli.lazy import LazyGroup


class RubricGroup(LazyGroup):
    """The commands of `vfi rubric`."""

    places: ClassVar = {
        "check": "vfi.cli.rubric.check:check_command",
        "table": "vfi.cli.rubric.table:table_command",
        "diff": "vfi.cli.rubric.diff:diff_command",
        "new": "vfi.cli.rubric.new:new_command",
        "schema": "vfi.cli.rubric.schema:schema_command",
        "show": "vfi.cli.rubric.show:show_command",
    }


rubric_app = typer.Typer(
    cls=RubricGroup,
    help="Look into a rubric, or start one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
