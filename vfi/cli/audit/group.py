"""The group `vfi audit`: its sub-commands, and `vfi audit STUDY` as the short form of `vfi audit
study STUDY`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from vfi.cli.lazy import LazyGroup

SHORT_FORM = "study"


class AuditGroup(LazyGroup):
    """A group in which a first word that is no sub-command is an argument of `study`."""

    places: ClassVar = {
        "figures": "vfi.cli.audit.figures:figures_command",
        "claims": "vfi.cli.audit.claims:claims_command",
        "study": "vfi.cli.audit.study:study_command",
        "rules": "vfi.cli.audit.rules:rules_command",
    }

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `study` before arguments that begin with neither a sub-command nor a call for
        help.
        """
        if args and args[0] not in (*self.commands, *self.get_help_option_names(ctx)):
            args = [SHORT_FORM, *args]
        rest: list[str] = super().parse_args(ctx, args)
        return rest
