"""The rating of each profile of a node as the JSON document that other programs read:
`vfi.rubric-table/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.inspection.checks import Pull, pulls
from vfi.inspection.tables import RatingTable
from vfi.profiles import SEED, inputs_of
from vfi.rubric.models import Rubric

SCHEMA = "vfi.rubric-table/1"


def rating_table_document(table: RatingTable, rubric: Rubric) -> dict[str, Any]:
    """The table as plain data."""
    space, every = table.tried.space, range(len(table.tried.profiles))
    return {
        "schema": SCHEMA,
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256},
        "node": table.node,
        "inputs": list(space.names),
        "only_numbers_count": space.is_anonymous,
        "total": space.total,
        "tried": len(every),
        "seed": None if table.tried.is_all else SEED,
        "ratings": [
            {
                "rating": s.rating,
                "profiles": s.profiles,
                "least": [_levels(table, place) for place in s.least],
            }
            for s in table.shares
        ],
        "weights": [
            {
                "input": pull.child,
                "weight": str(pull.weight),
                "share": str(pull.nominal),
                "moves_that_count": str(pull.pivotal),
                "share_of_effect": None if pull.effective is None else str(pull.effective),
                "is_exact": pull.is_exact,
            }
            for pull in pulls_of(table)
        ],
        "profiles": [
            {"levels": _levels(table, place), "rating": table.rating(place)} for place in every
        ],
    }


def rating_table_rows(table: RatingTable) -> list[Sequence[str]]:
    """The table as rows, the header first."""
    rows: list[Sequence[str]] = [(*table.tried.space.names, "rating")]
    every = range(len(table.tried.profiles))
    return rows + [
        (*(level or "" for level in _levels(table, place)), table.rating(place)) for place in every
    ]


def _levels(table: RatingTable, place: int) -> list[str | None]:
    return [entry.level for entry in inputs_of(table.tried.space, table.tried.profile(place))]


def pulls_of(table: RatingTable) -> Sequence[Pull]:
    """The pull of each input; none where there are no weights."""
    has_weights = getattr(table.tried.space.step, "weights", None) is not None
    return pulls(table.tried.space) if has_weights else ()
