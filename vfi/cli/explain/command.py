"""`vfi explain`: why a rating is what it is."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.options import StudyArgument


def explain_command(
    study: StudyArgument,
    node: Annotated[
        str,
        typer.Argument(
            metavar="NODE",
            help="A criterion (E1.2), a dimension or group (E3), or overall.",
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
) -> Answer:
    """Show the reasoning behind one rating.

    In words and numbers down to the judgements: how many cases are at each level, the sum, the
    exact mean, the thresholds and the distance to them, and what was left out. A person could redo
    it with a pencil.
    """
    from vfi.cli.explain.text import explanation_text
    from vfi.cli.opening import open_study
    from vfi.scoring.explanation import explain
    from vfi.scoring.explanation_document import explanation_document, explanation_rows
    from vfi.scoring.scorecard import score

    scorecard = score(open_study(study))
    explanation = explain(scorecard, node, case)
    return Answer(
        document=lambda: explanation_document(explanation),
        rows=lambda: explanation_rows(explanation),
        text=lambda: explanation_text(explanation, scorecard),
    )
