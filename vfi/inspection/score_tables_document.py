"""The ratings that each profile of a node that takes unrounded scores can have, as the JSON
document that other programs read: `vfi.rubric-score-table/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.inspection.score_tables import ScoreTable
from vfi.profiles import SEED, Possible, inputs_of
from vfi.rubric.models import Rubric

SCHEMA = "vfi.rubric-score-table/1"
COLUMNS = ("rating", "can_be", "score_from", "score_to", "is_exact")


def score_table_document(table: ScoreTable, rubric: Rubric) -> dict[str, Any]:
    """The table as plain data."""
    tried = table.tried
    return {
        "schema": SCHEMA,
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


def score_table_rows(table: ScoreTable) -> list[Sequence[str]]:
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
    return [entry.level for entry in inputs_of(table.tried.space, table.tried.profiles[place])]
