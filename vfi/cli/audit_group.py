"""The group `vfi audit`: its sub-commands, and `vfi audit STUDY` as the short form of `vfi audit
study STUDY`.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

SHORT_FORM = "study"


class AuditGroup(TyperGroup):
    """A group in which a first word that is no sub-command is an argument of `study`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `study` before arguments that begin with neither a sub-command nor a call for
        help.
        """
        if (
            args
            and SHORT_FORM in self.commands
            and args[0] not in (*self.commands, *self.get_help_option_names(ctx))
        ):
            args = [SHORT_FORM, *args]
        return super().parse_args(ctx, args)
