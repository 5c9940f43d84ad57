"""`vfi robustness`: how firm each rating is, and what would overturn it."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.options import StudyArgument


def robustness_command(
    study: StudyArgument,
    node: Annotated[
        str | None,
        typer.Option(
            "--node",
            help="Ask about this criterion, dimension, group or overall only.",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            help=(
                "Ask only these questions, with commas between them: flips, bounds, leave-out, "
                "rules, uncertainty, bootstrap, weights, ties."
            ),
            show_default=False,
        ),
    ] = None,
    error_rate: Annotated[
        str,
        typer.Option(
            "--error-rate",
            help=(
                "How likely a judgement is to be one level off. Where judgements.csv records a "
                "confidence: a rate for each, such as 0.1,high=0.05,medium=0.15,low=0.3."
            ),
        ),
    ] = "0.1",
    draws: Annotated[
        int | None,
        typer.Option(
            "--draws",
            min=100,
            max=1_000_000,
            help="Simulate with so many draws, even where exact chances can be computed.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="What makes simulations repeatable.")
    ] = 2025,
    apply: Annotated[
        str | None,
        typer.Option(
            "--apply",
            help=(
                "Score the study again with changed judgements: those that overturn a rating "
                "(overall:down, E1.2:up) or those of a CSV file (case,criterion,from,to)."
            ),
            show_default=False,
        ),
    ] = None,
) -> Answer:
    """Show how firm each rating is.

    For each rating the fewest changes of judgements that would overturn it, with an example; what
    the missing evidence leaves open; which ratings change without a case, criterion, dimension,
    group, assessor or source; the ratings by other rules; how likely each is where judgements may
    be one level off; and how much weights and ties decide.
    """
    from vfi.cli.opening import open_study
    from vfi.cli.robustness.options import error_model, questions
    from vfi.cli.robustness.text import robustness_text
    from vfi.cli.robustness.what_if import what_if
    from vfi.robustness.document import robustness_document, robustness_rows
    from vfi.robustness.examination import Settings, robustness
    from vfi.scoring.scorecard import score
    from vfi.steps import tell_step

    scorecard = score(open_study(study))
    if apply is not None:
        return what_if(scorecard, apply)
    settings = Settings(error_model(error_rate), draws, seed)
    answers = robustness(scorecard, questions(only), node, settings, tell_step)
    return Answer(
        document=lambda: robustness_document(answers),
        rows=lambda: robustness_rows(answers),
        text=lambda: robustness_text(answers),
    )
