"""`vfi rubric table` of a node that takes unrounded scores: the ratings that each profile of
ratings can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vfi.cli.terminal.blocks import Block, Table
from vfi.numbers import count_of, grouped, named, part_of

if TYPE_CHECKING:
    from vfi.inspection.score_tables import ScoreTable

MOST_LINES = 200
CANNOT_OCCUR = "Cannot occur"


def score_lines(table: ScoreTable) -> Iterator[Block]:
    """The table for reading."""
    from vfi.problems import listed
    from vfi.synthesis.step import step_in_words

    tried = table.tried
    number = len(tried.profiles)
    open_profiles = sum(len(entry.ratings) > 1 for entry in tried.possible)
    yield (
        f"{table.node}: "
        f"{step_in_words(tried.space.step, f'the unrounded scores of {listed(tried.space.names)}')}"
    )
    yield (
        "It takes unrounded scores, so the ratings below do not always decide its own. "
        f"{_number(table)}:"
    )
    yield (
        f"{grouped(tried.decided)} {named(tried.decided, 'gives', 'give')} one rating whatever the "
        f"scores are, {grouped(open_profiles)} more than one."
    )
    yield ""
    rows = [
        (share.rating, grouped(share.always), grouped(share.possible)) for share in table.shares
    ]
    yield Table([("Rating", "Always", "Can have"), *rows], right=(1, 2))
    if number > MOST_LINES:
        yield ""
        yield "--format csv lists every profile with the ratings that it can have."
        return
    for ratings, places in table.places_by_ratings().items():
        yield ""
        yield _alternatives(ratings)
        for place in places:
            entry = tried.possible[place]
            scores = "" if entry.scores is None else f"  (score {entry.scores.in_words})"
            limit = "" if entry.is_exact else ", at most these ratings"
            yield f"  {table.profile_in_words(place)}{scores}{limit}"


def _number(table: ScoreTable) -> str:
    from vfi.profiles.tried import SEED

    tried = table.tried
    if tried.is_all:
        return (
            f"{count_of(len(tried.profiles), 'profile of ratings', 'profiles of ratings')} of "
            f"{count_of(len(tried.space.names), 'input')}, all there are"
        )
    return (
        f"{part_of(len(tried.profiles), tried.space.total, 'profile')} of ratings, drawn with the "
        f"seed {SEED}"
    )


def _alternatives(ratings: Sequence[str]) -> str:
    if not ratings:
        return CANNOT_OCCUR
    *first, last = reversed(ratings)
    return f"{', '.join(first)} or {last}" if first else last
