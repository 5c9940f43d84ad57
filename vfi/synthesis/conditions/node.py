"""A criterion or a dimension is at one of some levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import model_validator

from vfi.inputs.fields import Identifier, unacceptable
from vfi.synthesis.condition import SELECTED, Circumstances, Condition, NodeReference
from vfi.synthesis.decision import Guard, exceeds
from vfi.synthesis.levels import Selector

if TYPE_CHECKING:
    from vfi.synthesis.nodes import Nodes


class NodeCondition(Selector, Condition):
    """A criterion or a dimension is at one of the levels meant."""

    key = "node"

    node: Identifier

    @model_validator(mode="after")
    def _names_a_level(self) -> NodeCondition:
        if self.selector is None:
            raise unacceptable("no level", "one of at, at_or_above, above, at_or_below, below")
        return self

    def guards(self, of_case: bool) -> Iterator[Guard]:
        """That its one node is at the levels meant."""
        yield exceeds({SELECTED: 1}, {})

    def references(self, node: str, tree: Nodes) -> Iterator[NodeReference]:
        """Its one node."""
        yield NodeReference(("node",), self.node)

    @property
    def level_named(self) -> tuple[str, str] | None:
        """The key and the level."""
        return self.selector

    @property
    def rises_with_low_levels(self) -> bool:
        """Whether it speaks of low levels."""
        return self.looks_down

    @property
    def sentence(self) -> str:
        """`E1 is at or below Poor`."""
        return f"{self.node} is {self.in_words}"

    def finding(self, circumstances: Circumstances, node: str, tree: Nodes) -> tuple[bool, str]:
        """The level of the node, and whether it is one of those meant."""
        level = circumstances.levels.get(self.node)
        if level is None:
            return False, f"{self.node} has no level"
        holds = self.selects(level, circumstances.scales[self.node])
        if self.selector is not None and level == self.selector[1]:
            return holds, f"{self.node} is {level}"
        verdict = self.in_words if holds else f"not {self.in_words}"
        return holds, f"{self.node} is {level}, {verdict}"
