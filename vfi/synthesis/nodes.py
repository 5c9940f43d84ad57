"""The nodes of a rubric as far as conditions have to know them: which lies below which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

OVERALL = "overall"


class Nodes(Protocol):
    """Nodes below nodes: a rubric has them."""

    @property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The nodes right below each."""

    def below(self, node: str, kind: str) -> tuple[str, ...]:
        """All nodes of a tier, by its plural (`criteria`, `dimensions`), anywhere below one."""
