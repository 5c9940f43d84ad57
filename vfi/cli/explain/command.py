"""`vfi explain`: why a rating is what it is."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli.options import FormatOption, OutputOption, StudyArgument


def explain_command(
    study: StudyArgument,
    node: Annotated[
        str,
        typer.Argument(
            metavar="NODE",
            help="A criterion (E1.2), a dimension (E3) or overall.",
            show_default=False,
        ),
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

    In words and numbers down to the judgements: how many cases are at each level, the sum, the
        exact mean, the
    thresholds and the distance to them, and what was left out. A person could redo it with a
    pencil.
    """
    from vfi.cli.explain.text import explanation_rows, explanation_text
    from vfi.cli.opening import open_study
    from vfi.cli.output import destination
    from vfi.scoring import explain, score
    from vfi.scoring.document import explanation_document

    answer = destination(format_, output)
    scorecard = score(open_study(study))
    explanation = explain(scorecard, node, case)
    answer.deliver(
        table=lambda: explanation_text(explanation, scorecard),
        json=lambda: explanation_document(explanation),
        csv=lambda: explanation_rows(explanation),
    )
