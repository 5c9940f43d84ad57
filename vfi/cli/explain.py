"""`vfi explain`: why a rating is what it is."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli.options import Format, FormatOption, OutputOption, StudyArgument, chosen_format


def explain_command(
    study: StudyArgument,
    node: Annotated[
        str,
        typer.Argument(metavar="NODE", help="A criterion (E1.2), a dimension (E3) or overall.", show_default=False),
    ],
    case: Annotated[
        str | None,
        typer.Option(
            "--case",
            help="Explain this case's own rating, or its judgement on a criterion.",
            show_default=False,
        ),
    ] = None,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show the reasoning behind one rating.

    In words and numbers down to the judgements: how many cases are at each level, the sum, the exact mean, the
    thresholds and the distance to them, and what was left out. A person could redo it with a pencil.
    """
    from vfi.cli.explanation_text import explanation_rows, explanation_text
    from vfi.cli.output import as_csv, as_json, colour_is_wanted, deliver
    from vfi.scoring import explain, score
    from vfi.scoring.document import explanation_document
    from vfi.study import load_study

    scorecard = score(load_study(study))
    explanation = explain(scorecard, node, case)
    match chosen_format(format_, output):
        case Format.JSON:
            text = as_json(explanation_document(explanation))
        case Format.CSV:
            text = as_csv(explanation_rows(explanation))
        case Format.TABLE:
            text = explanation_text(explanation, scorecard, colour_is_wanted(output))
    deliver(text, output)
