"""The rating of each profile of a node as the JSON document that other programs read:
`vfi.rubric-table/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypedDict

from vfi.documents import Count, Exact, Id, RubricIdentity, Text
from vfi.inspection.checks.weights import Pull, pulls
from vfi.inspection.tables import RatingTable
from vfi.profiles.space import inputs_of
from vfi.profiles.tried import SEED
from vfi.rubric.document import rubric_identity
from vfi.rubric.models.rubric import Rubric

SCHEMA: Final = "vfi.rubric-table/1"

Levels = list[Text | None]


class RatingShareDocument(TypedDict):
    """A rating, and the profiles that have it.

    Attributes:
        rating: The rating, or a state without one.
        profiles: How many of the profiles tried have it.
        least: The profiles that it takes at least: no input of theirs could be lower.
    """

    rating: Text
    profiles: Count
    least: list[Levels]


class WeightDocument(TypedDict):
    """The weight of an input beside its effect.

    Attributes:
        input: The input.
        weight: Its weight.
        share: Its share of all weights.
        moves_that_count: Of all moves of the input by one level, the share of those that change
            the rating.
        share_of_effect: Its share of all such moves; null where none change the rating.
        is_exact: Whether every profile was counted.
    """

    input: Id
    weight: Exact
    share: Exact
    moves_that_count: Exact
    share_of_effect: Exact | None
    is_exact: bool


class ProfileDocument(TypedDict):
    """A profile, and its rating.

    Attributes:
        levels: The level of each input; null for insufficient evidence.
        rating: The rating, or a state without one.
    """

    levels: Levels
    rating: Text


class RatingTableDocument(TypedDict):
    """The rating of each profile of a node, as `vfi rubric table RUBRIC NODE --format json` prints
    it.

    Attributes:
        schema: The name and version of this contract.
        rubric: The rubric.
        node: The node.
        inputs: What goes into it.
        only_numbers_count: Whether only how many inputs are at each level decides, so that a
            profile stands for all of its orders.
        total: How many profiles there are.
        tried: How many are in the table.
        seed: What they were drawn with; null where all are there.
        ratings: Each rating with its profiles, the highest first.
        weights: The weight of each input beside its effect; empty where there are no weights.
        profiles: Every profile tried with its rating.
    """

    schema: Literal["vfi.rubric-table/1"]
    rubric: RubricIdentity
    node: Id
    inputs: list[Text]
    only_numbers_count: bool
    total: Count
    tried: Count
    seed: int | None
    ratings: list[RatingShareDocument]
    weights: list[WeightDocument]
    profiles: list[ProfileDocument]


def rating_table_document(table: RatingTable, rubric: Rubric) -> RatingTableDocument:
    """The table as plain data."""
    space, every = table.tried.space, range(len(table.tried.profiles))
    return {
        "schema": SCHEMA,
        "rubric": rubric_identity(rubric),
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
                "least": [_levels(table, index) for index in s.least],
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
            {"levels": _levels(table, index), "rating": table.rating(index)} for index in every
        ],
    }


def rating_table_rows(table: RatingTable) -> list[Sequence[str]]:
    """The table as rows, the header first."""
    rows: list[Sequence[str]] = [(*table.tried.space.names, "rating")]
    every = range(len(table.tried.profiles))
    return rows + [
        (*(level or "" for level in _levels(table, index)), table.rating(index)) for index in every
    ]


def _levels(table: RatingTable, index: int) -> list[str | None]:
    return [entry.level for entry in inputs_of(table.tried.space, table.tried.profile(index))]


def pulls_of(table: RatingTable) -> Sequence[Pull]:
    """The pull of each input; none where there are no weights."""
    has_weights = getattr(table.tried.space.step, "weights", None) is not None
    return pulls(table.tried.space) if has_weights else ()
