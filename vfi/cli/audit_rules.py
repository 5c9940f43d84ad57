"""`vfi audit rules`: which rules give the published ratings?"""

from __future__ import annotations

import typer

from vfi.cli.options import FormatOption, OutputOption, StudyArgument


def audit_rules_command(
    study: StudyArgument, format_: FormatOption = None, output: OutputOption = None
) -> None:
    """Find out which rules the published ratings were made by.

    Tries every combination of a rule for each step (mean, median, mode, worst, best), a way with
    ties and with insufficient evidence, of ratings or of unrounded scores, step by step or pooled
    from the judgements; says what the published ratings identify, what they leave open, and where
    each combination fails. The exit code is 1 when no combination gives every published rating.
    """
    from vfi.audit.rules import audit_rules
    from vfi.audit.rules_document import rules_document, rules_rows
    from vfi.cli.audit_rules_text import rules_text
    from vfi.cli.opening import open_study
    from vfi.cli.output import destination

    answer = destination(format_, output)
    audit = audit_rules(open_study(study))
    answer.deliver(
        table=lambda: rules_text(audit),
        json=lambda: rules_document(audit),
        csv=lambda: rules_rows(audit),
    )
    if not audit.reproducing:
        raise typer.Exit(1)
