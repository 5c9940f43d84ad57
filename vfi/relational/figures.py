"""What a recomputation answers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class RecomputedNode:
    """One node as recomputed.

    Attributes:
        case: the case that it is about; None for all cases together.
        node: the id of the node.
        state: `rated`, `insufficient evidence` or `undetermined`.
        rating: the level after hurdles; None unless rated.
        value: the exact value of the rule; None where there is none.
        judged: how many judgements below the node have a level.
        missing: how many are insufficient evidence.
    """

    case: str | None
    node: str
    state: str
    rating: str | None
    value: Fraction | None
    judged: int
    missing: int
