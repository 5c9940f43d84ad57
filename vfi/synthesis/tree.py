"""What synthesis has to know of a rubric: which node lies below which, and what limits them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from vfi.synthesis.hurdles import Hurdle

OVERALL = "overall"


class Named(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> str:
        """Its name for programs."""


class Tree(Protocol):
    """Nodes below nodes, with hurdles: a rubric is one."""

    @property
    def node_ids(self) -> tuple[str, ...]:
        """Every node, each after those below it."""

    @property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The nodes below each."""

    @property
    def criteria(self) -> Sequence[Named]:
        """Every criterion."""

    @property
    def hurdles(self) -> tuple[Hurdle, ...]:
        """What limits nodes, in the order declared."""
