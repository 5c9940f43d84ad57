"""`vfi audit`: whether ratings, printed figures and a report's sentences are right."""

from __future__ import annotations

import typer

from vfi.cli.audit.group import AuditGroup

audit_app = typer.Typer(
    cls=AuditGroup,
    help="Look into whether ratings, figures and sentences are right.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
