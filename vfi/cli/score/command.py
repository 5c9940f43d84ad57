"""`vfi score`: every rating of a study, and how they compare with the published ones."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.options import StudyArgument


def score_command(
    study: StudyArgument,
    perspective: Annotated[
        list[str] | None,
        typer.Option(
            "--perspective",
            help=(
                "Show the ratings under this perspective of the rubric beside its own; `all` for "
                "every one. May be given several times."
            ),
            show_default=False,
        ),
    ] = None,
) -> Answer:
    """Compute every rating of a study.

    Ratings of criteria, dimensions and the whole over all cases, and each case's own, with the
    hurdles that lowered them and what the panel determined instead. Perspectives are shown side by
    side. Where the study has published ratings, the command says whether all are equal; a
    difference is shown side by side and the exit code is 1.
    """
    from vfi.cli.opening import open_study
    from vfi.cli.score.ratings import scorecard_table
    from vfi.scoring.comparison import compare
    from vfi.scoring.document import scorecard_document, scorecard_rows
    from vfi.scoring.perspectives import score_perspectives
    from vfi.scoring.scorecard import score

    loaded = open_study(study)
    scorecard = score(loaded)
    perspectives = score_perspectives(loaded, perspective or ())
    comparison = compare(scorecard)
    differences = () if comparison is None else comparison.differences
    return Answer(
        document=lambda: scorecard_document(scorecard, comparison, perspectives),
        rows=lambda: scorecard_rows(scorecard, perspectives),
        text=lambda: scorecard_table(scorecard, comparison, perspectives),
        has_findings=bool(differences),
        warnings=[
            f"{row.node}: published {row.published}, computed {row.computed} ({row.source})"
            for row in differences
        ],
    )
