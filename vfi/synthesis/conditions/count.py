"""So many of the criteria, dimensions or groups of a tier below the node are at some levels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from vfi.inputs.fields import AsTuple, Identifier, Text
from vfi.synthesis.condition import JUDGED, SELECTED, Circumstances, Condition, NodeReference
from vfi.synthesis.count import Count, tally
from vfi.synthesis.outcome import Entry

if TYPE_CHECKING:
    from vfi.synthesis.decision import Guard
    from vfi.synthesis.nodes import Nodes


class CountCondition(Count, Condition):
    """So many of the nodes of a tier below the node are at the levels meant.

    Attributes:
        among: the tier by its plural, such as `criteria`, or the ids of the nodes.
    """

    key = ""

    among: Text | Annotated[tuple[Identifier, ...], AsTuple, Field(min_length=1)]  # type: ignore[assignment]

    def guards(self, of_case: bool) -> Iterator[Guard]:
        """What the count asks."""
        return self.guards_on(SELECTED, JUDGED)

    def references(self, node: str, tree: Nodes) -> Iterator[NodeReference]:
        """The nodes that it names, or all of a tier below the node."""
        nodes = tree.below(node, self.among) if isinstance(self.among, str) else self.among
        yield from (NodeReference(("among", position), name) for position, name in enumerate(nodes))

    @property
    def level_named(self) -> tuple[str, str] | None:
        """The key and the level; None where any level counts."""
        return self.selector

    @property
    def counts_judged(self) -> bool:
        """Whether it asks for a share, or for all."""
        return self.is_of_those_judged

    @property
    def rises_with_low_levels(self) -> bool:
        """Whether it asks for many at low levels."""
        return self.looks_down and self.quantity[0].startswith("at_least")

    @property
    def sentence(self) -> str:
        """`at least 2 at Poor among the criteria`."""
        count_sentence = super().sentence
        return (
            f"{count_sentence} among the {self.among}"
            if isinstance(self.among, str)
            else count_sentence
        )

    def finding(self, circumstances: Circumstances, node: str, tree: Nodes) -> tuple[bool, str]:
        """What is asked, and how many there are."""
        nodes, entries = self.nodes(node, tree), []
        for name in nodes:
            level = circumstances.levels.get(name)
            if level is not None:
                scale = circumstances.scales[name]
                entries.append(Entry(name, level, scale.by_name[level].value, scale))
        tallied = tally(self, entries, nodes)
        return tallied.holds, tallied.sentence
