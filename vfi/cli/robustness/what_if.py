"""The study scored again with some judgements changed: `vfi robustness STUDY --apply`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vfi.cli.answer import Answer
from vfi.cli.robustness.options import read_changes
from vfi.cli.terminal.blocks import Block, Table
from vfi.numbers import count_of, grouped, or_none
from vfi.problems import capitalised
from vfi.robustness.applying import (
    Applied,
    applied_changes,
    applied_document,
    overturning_changes,
)
from vfi.robustness.document import changes_rows
from vfi.robustness.grid import Change
from vfi.scoring.models import Scorecard
from vfi.scoring.rescoring import RatingChange

MOST_ROWS = 40  # ratings that are shown one by one


def what_if(scorecard: Scorecard, flip_or_file: str) -> Answer:
    """The changes and every rating before and after them; as rows the changes alone, which can be
    applied again.

    Raises:
        UserError: there is no such flip or file, or a change does not fit the study.
    """
    applied = applied_changes(scorecard, _changes(scorecard, flip_or_file))
    return Answer(
        document=lambda: applied_document(applied),
        rows=lambda: changes_rows(applied.changes),
        text=lambda: _lines(applied, scorecard),
    )


def _changes(scorecard: Scorecard, flip_or_file: str) -> Sequence[Change]:
    node, colon, direction = flip_or_file.rpartition(":")
    if not colon or direction not in ("down", "up"):
        return read_changes(Path(flip_or_file), scorecard.study)
    return overturning_changes(scorecard, node, direction)


def _lines(applied: Applied, scorecard: Scorecard) -> Iterator[Block]:
    """The answer first, then the judgements changed and the ratings that are others."""
    noun = scorecard.study.about.case_noun
    of_case = count_of(
        len(applied.of_cases),
        f"rating of a single {noun.singular}",
        f"ratings of single {noun.plural}",
    )
    yield f"{count_of(len(applied.changes), 'judgement')} changed, and the study scored again:"
    together = count_of(
        len(applied.together), f"rating over all {noun.plural}", f"ratings over all {noun.plural}"
    )
    yield f"- {_moved(applied.together)} of {together} changed"
    yield f"- {_moved(applied.of_cases)} of {of_case} changed"
    yield ""
    lowest = scorecard.study.rubric.tiers[0]
    header = ("Case", capitalised(lowest.title), "From", "To")
    yield Table(
        [
            header,
            *(
                (change.case, change.criterion, change.before, change.after)
                for change in applied.changes
            ),
        ]
    )
    moved = applied.moved
    if not moved:
        return
    labels = {name: part.label for name, part in scorecard.study.rubric.parts.items()}
    yield ""
    shown = [
        (
            rating.case or "all",
            rating.node,
            labels.get(rating.node, ""),
            rating.before,
            rating.after,
        )
        for rating in moved[:MOST_ROWS]
    ]
    yield Table([("Case", "Rating of", "Title", "Before", "After"), *shown])
    if len(moved) > MOST_ROWS:
        yield f"and {grouped(len(moved) - MOST_ROWS)} more; --format json lists all of them"


def _moved(ratings: Sequence[RatingChange]) -> str:
    """How many ratings are others."""
    number = sum(rating.before != rating.after for rating in ratings)
    return or_none(number)
