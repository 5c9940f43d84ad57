"""`vfi rubric table` of a node that takes unrounded scores: the ratings that each profile of
ratings can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vfi.cli.terminal.blocks import Block, Table

if TYPE_CHECKING:
    from vfi.inspection.score_tables import ScoreTable
    from vfi.profiles import Possible
    from vfi.rubric import Rubric

MOST_LINES = 200
CANNOT_OCCUR = "Cannot occur"
COLUMNS = ("rating", "can_be", "score_from", "score_to", "is_exact")


def score_lines(table: ScoreTable) -> Iterator[Block]:
    """The table for reading."""
    from vfi.problems import listed
    from vfi.synthesis import step_in_words

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
        f"{tried.decided:,} give one rating whatever the scores are, {open_profiles:,} more than "
        "one."
    )
    yield ""
    rows = [(share.rating, f"{share.always:,}", f"{share.possible:,}") for share in table.shares]
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
            yield (
                f"  {table.profile_in_words(place)}{scores}{'' if entry.is_exact else ', at most these ratings'}"
            )


def _number(table: ScoreTable) -> str:
    from vfi.profiles import SEED

    tried = table.tried
    if tried.is_all:
        return (
            f"{len(tried.profiles):,} profiles of ratings of {len(tried.space.names)} inputs, all "
            "there are"
        )
    return (
        f"{len(tried.profiles):,} of {tried.space.total:,} profiles of ratings, drawn with the "
        f"seed {SEED}"
    )


def _alternatives(ratings: Sequence[str]) -> str:
    if not ratings:
        return CANNOT_OCCUR
    *first, last = reversed(ratings)
    return f"{', '.join(first)} or {last}" if first else last


def score_document(table: ScoreTable, rubric: Rubric) -> dict[str, Any]:
    """The table as plain data."""
    from vfi.profiles import SEED

    tried = table.tried
    return {
        "schema": "vfi.rubric-score-table/1",
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256},
        "node": table.node,
        "inputs": list(tried.space.names),
        "takes": "unrounded scores",
        "only_numbers_count": tried.space.is_anonymous,
        "total": tried.space.total,
        "tried": len(tried.profiles),
        "seed": None if tried.is_all else SEED,
        "decided": tried.decided,
        "ratings": [
            {"rating": share.rating, "always": share.always, "possible": share.possible}
            for share in table.shares
        ],
        "profiles": [
            {"levels": _levels(table, place), **_entry(entry)}
            for place, entry in enumerate(tried.possible)
        ],
    }


def _entry(entry: Possible) -> dict[str, Any]:
    scores = entry.scores and {
        "from": str(entry.scores.lower.value),
        "from_included": not entry.scores.lower.beyond,
        "to": str(entry.scores.upper.value),
        "to_included": not entry.scores.upper.beyond,
    }
    rating = entry.ratings[0] if len(entry.ratings) == 1 else None
    return {
        "rating": rating,
        "can_be": list(entry.ratings),
        "is_exact": entry.is_exact,
        "scores": scores,
    }


def score_rows(table: ScoreTable) -> list[Sequence[str]]:
    """The table as rows; `rating` is empty where the ratings below do not decide it."""
    rows: list[Sequence[str]] = [(*table.tried.space.names, *COLUMNS)]
    for place, entry in enumerate(table.tried.possible):
        levels = [level or "" for level in _levels(table, place)]
        rating = entry.ratings[0] if len(entry.ratings) == 1 else ""
        scores = ("", "") if entry.scores is None else entry.scores.ends_in_words
        rows.append(
            (*levels, rating, "; ".join(entry.ratings), *scores, "yes" if entry.is_exact else "no")
        )
    return rows


def _levels(table: ScoreTable, place: int) -> list[str | None]:
    from vfi.profiles import inputs_of

    return [entry.level for entry in inputs_of(table.tried.space, table.tried.profiles[place])]
