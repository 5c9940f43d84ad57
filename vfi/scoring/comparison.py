"""The computed ratings beside the published ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard


@dataclass(frozen=True, slots=True)
class Compared:
    """One published rating and the computed one."""

    node: str
    published: str
    computed: str
    source: str

    @property
    def equal(self) -> bool:
        """Whether both are the same level."""
        return self.published == self.computed


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every published rating beside the computed one."""

    rows: tuple[Compared, ...]

    @property
    def differences(self) -> tuple[Compared, ...]:
        """Those that are not equal."""
        return tuple(row for row in self.rows if not row.equal)


def compare(scorecard: Scorecard) -> Comparison | None:
    """The comparison with the study's published ratings; None when it has none."""
    if not scorecard.study.published:
        return None
    return Comparison(
        tuple(
            Compared(rating.node, rating.rating, scorecard.node(rating.node).result, rating.source)
            for rating in scorecard.study.published
        )
    )
