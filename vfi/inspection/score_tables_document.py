"""The ratings that each profile of a node that takes unrounded scores can have, as the JSON
document that other programs read: `vfi.rubric-score-table/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypedDict

from vfi.documents import Count, Exact, Id, RubricIdentity, Text
from vfi.inspection.score_tables import ScoreTable
from vfi.profiles.scores import Possible
from vfi.profiles.space import inputs_of
from vfi.profiles.spans import Span
from vfi.profiles.tried import SEED
from vfi.rubric.document import rubric_identity
from vfi.rubric.models.rubric import Rubric

SCHEMA: Final = "vfi.rubric-score-table/1"
COLUMNS = ("rating", "can_be", "score_from", "score_to", "is_exact")


class PossibleShareDocument(TypedDict):
    """A rating, and the profiles of ratings that can have it.

    Attributes:
        rating: The rating, or a state without one.
        always: How many profiles have it whatever the scores are.
        possible: How many can have it.
    """

    rating: Text
    always: Count
    possible: Count


ScoresDocument = TypedDict(
    "ScoresDocument", {"from": Exact, "from_included": bool, "to": Exact, "to_included": bool}
)
ScoresDocument.__doc__ = """The scores that a node can have.

Attributes:
    from: The lowest score.
    from_included: Whether the lowest score itself can be had.
    to: The highest score.
    to_included: Whether the highest score itself can be had.
"""


class ScoreProfileDocument(TypedDict):
    """A profile of ratings, and the ratings that it can have.

    Attributes:
        levels: The rating of each input; null for insufficient evidence.
        rating: The rating, where the profile decides it; else null.
        can_be: Each rating that it can have.
        is_exact: Whether it can have each of them; else at most these.
        scores: The scores that the node can have; null where it has none.
    """

    levels: list[Text | None]
    rating: Text | None
    can_be: list[Text]
    is_exact: bool
    scores: ScoresDocument | None


class ScoreTableDocument(TypedDict):
    """The ratings that each profile of a node that takes unrounded scores can have, as
    `vfi rubric table RUBRIC NODE --format json` prints them.

    Attributes:
        schema: The name and version of this contract.
        rubric: The rubric.
        node: The node.
        inputs: What goes into it.
        takes: What it takes of them.
        only_numbers_count: Whether only how many inputs have each rating decides, so that a profile
            stands for all of its orders.
        total: How many profiles there are.
        tried: How many are in the table.
        seed: What they were drawn with; null where all are there.
        decided: How many profiles decide the rating, whatever the scores are.
        ratings: Each rating with its profiles, the highest first.
        profiles: Every profile tried with the ratings that it can have.
    """

    schema: Literal["vfi.rubric-score-table/1"]
    rubric: RubricIdentity
    node: Id
    inputs: list[Text]
    takes: Literal["unrounded scores"]
    only_numbers_count: bool
    total: Count
    tried: Count
    seed: int | None
    decided: Count
    ratings: list[PossibleShareDocument]
    profiles: list[ScoreProfileDocument]


def score_table_document(table: ScoreTable, rubric: Rubric) -> ScoreTableDocument:
    """The table as plain data."""
    tried_scores = table.tried
    return {
        "schema": SCHEMA,
        "rubric": rubric_identity(rubric),
        "node": table.node,
        "inputs": list(tried_scores.space.names),
        "takes": "unrounded scores",
        "only_numbers_count": tried_scores.space.is_anonymous,
        "total": tried_scores.space.total,
        "tried": len(tried_scores.profiles),
        "seed": None if tried_scores.is_all else SEED,
        "decided": tried_scores.decided,
        "ratings": [
            {"rating": share.rating, "always": share.always, "possible": share.possible}
            for share in table.shares
        ],
        "profiles": [
            _profile(_levels(table, index), entry)
            for index, entry in enumerate(tried_scores.possible)
        ],
    }


def _profile(levels: list[str | None], entry: Possible) -> ScoreProfileDocument:
    return {
        "levels": levels,
        "rating": entry.ratings[0] if len(entry.ratings) == 1 else None,
        "can_be": list(entry.ratings),
        "is_exact": entry.is_exact,
        "scores": None if entry.scores is None else _scores(entry.scores),
    }


def _scores(scores: Span) -> ScoresDocument:
    return {
        "from": str(scores.lower.value),
        "from_included": not scores.lower.beyond,
        "to": str(scores.upper.value),
        "to_included": not scores.upper.beyond,
    }


def score_table_rows(table: ScoreTable) -> list[Sequence[str]]:
    """The table as rows; `rating` is empty where the ratings below do not decide it."""
    rows: list[Sequence[str]] = [(*table.tried.space.names, *COLUMNS)]
    for index, entry in enumerate(table.tried.possible):
        levels = [level or "" for level in _levels(table, index)]
        rating = entry.ratings[0] if len(entry.ratings) == 1 else ""
        scores = ("", "") if entry.scores is None else entry.scores.ends_in_words
        rows.append(
            (*levels, rating, "; ".join(entry.ratings), *scores, "yes" if entry.is_exact else "no")
        )
    return rows


def _levels(table: ScoreTable, index: int) -> list[str | None]:
    return [entry.level for entry in inputs_of(table.tried.space, table.tried.profiles[index])]
