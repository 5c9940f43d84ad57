"""What changes of judgements do: every rating of the study before them and after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.problems import UserError
from vfi.robustness.document import changes_document
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.search.flips import find_flips
from vfi.scoring.rescoring import RatingChange
from vfi.scoring.scorecard import score

if TYPE_CHECKING:
    from vfi.robustness.contract import AppliedDocument, AppliedRating
    from vfi.scoring.models import Node, Scorecard


@dataclass(frozen=True, slots=True)
class Applied:
    """A study scored again with some judgements changed.

    Attributes:
        changes: the judgements changed.
        together: each rating over all cases, before and after.
        of_cases: each rating of a case's own, before and after; not the changed judgements
            themselves.
    """

    changes: tuple[Change, ...]
    together: tuple[RatingChange, ...]
    of_cases: tuple[RatingChange, ...]

    @property
    def moved(self) -> tuple[RatingChange, ...]:
        """The ratings that are others, those over all cases first."""
        return tuple(
            rating for rating in (*self.together, *self.of_cases) if rating.before != rating.after
        )


def overturning_changes(scorecard: Scorecard, node: str, direction: str) -> tuple[Change, ...]:
    """The fewest changes of judgements that move the rating of a node down or up.

    Raises:
        NotFound: there is no such node.
        UserError: no such changes are known.
    """
    for flip in find_flips(scorecard, (scorecard.node(node).id,))[node]:
        if flip.direction == direction and flip.steps.witness:
            return flip.steps.witness
    raise UserError(f"no changes of judgements are known that move {node} {direction}")


def applied_changes(scorecard: Scorecard, changes: Sequence[Change]) -> Applied:
    """Every rating that scoring gives, before and after changes of judgements.

    Raises:
        UserError: a change does not fit the study.
    """
    after = score(apply_changes(scorecard.study, changes))
    changed = {(change.case, change.criterion): (change.before, change.after) for change in changes}
    together = [_pair(node, after.nodes[node.id]) for node in scorecard.nodes.values()]
    of_cases = [
        _pair(node, case_after.nodes[node.id])
        for case, case_after in zip(scorecard.cases, after.cases, strict=True)
        for node in case.nodes.values()
        if (node.result, case_after.nodes[node.id].result) != changed.get((case.id, node.id))
    ]
    return Applied(tuple(changes), tuple(together), tuple(of_cases))


def applied_document(applied: Applied) -> AppliedDocument:
    """The changes and every rating before and after them as plain data: `vfi.what-if/1`.

    `schemas/vfi.what-if-1.schema.json` is made of it.
    """
    return {
        "schema": "vfi.what-if/1",
        "changes": changes_document(applied.changes),
        "ratings": [_rating(rating) for rating in applied.together],
        "case_ratings": [
            {"case": rating.case or "", **_rating(rating)} for rating in applied.of_cases
        ],
    }


def _pair(before: Node, after: Node) -> RatingChange:
    return RatingChange(before.case, before.id, before.title, before.result, after.result)


def _rating(rating: RatingChange) -> AppliedRating:
    return {"id": rating.node, "before": rating.before, "after": rating.after}
