"""`vfi audit rules`: which rules give the published ratings?"""

from __future__ import annotations

import typer

from vfi.cli.options import Format, FormatOption, OutputOption, StudyArgument, chosen_format


def audit_rules_command(study: StudyArgument, format_: FormatOption = None, output: OutputOption = None) -> None:
    """Find out which rules the published ratings were made by.

    Tries every combination of a rule for each step (mean, median, mode, worst, best), a way with ties and with
    insufficient evidence, of ratings or of unrounded scores, step by step or pooled from the judgements; says what
    the published ratings identify, what they leave open, and where each combination fails. The exit code is 1 when
    no combination gives every published rating.
    """
    from vfi.audit.rules import audit_rules
    from vfi.audit.rules_document import rules_document, rules_rows
    from vfi.cli.audit_rules_text import rules_text
    from vfi.cli.output import as_csv, as_json, colour_is_wanted, deliver
    from vfi.study import load_study

    audit = audit_rules(load_study(study))
    match chosen_format(format_, output):
        case Format.JSON:
            text = as_json(rules_document(audit))
        case Format.CSV:
            text = as_csv(rules_rows(audit))
        case Format.TABLE:
            text = rules_text(audit, colour_is_wanted(output))
    deliver(text, output)
    if not audit.reproducing:
        raise typer.Exit(1)
