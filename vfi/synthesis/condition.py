"""What every condition of a hurdle says of itself: the form of a condition's file.

A condition looks at the levels of some nodes, or at what is recorded for cases. Either way it comes
down to three totals (how many of the nodes meant are at the levels meant, how many have a level at
all, for how many cases something is recorded) and to guards on them, which every reader takes from
here: one rating, a search, many draws, the cells of a spreadsheet, the sentences.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from vfi.inputs.fields import Model

if TYPE_CHECKING:
    from vfi.synthesis.decision import Guard, Totals
    from vfi.synthesis.nodes import Nodes
    from vfi.synthesis.scale import Scale

SELECTED, JUDGED, RECORDED = "selected", "judged", "recorded"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What hurdles look at.

    Attributes:
        levels: the level of each criterion and dimension after hurdles, by id; None where it has
            none.
        scales: the scale of each of those levels.
        failures: for each failure indicator, the cases meant that it is recorded for.
        of_case: whether they are about one case, for which one record is enough however many cases
            are asked for.
    """

    levels: Mapping[str, str | None]
    scales: Mapping[str, Scale]
    failures: Mapping[str, Sequence[str]] = field(default_factory=dict)
    of_case: bool = False


class NodeReference(NamedTuple):
    """A node that a condition looks at, and where the condition names it.

    Attributes:
        path: where; empty keys where all nodes of a kind are meant.
        node: the node.
    """

    path: tuple[str | int, ...]
    node: str


class Condition(Model):
    """One condition of a hurdle."""

    key: ClassVar[str]  # the key by which it is told in a rubric; empty for one without
    record: ClassVar[str | None] = None

    @abstractmethod
    def guards(self, of_case: bool) -> Iterator[Guard]:
        """What has to hold of the totals.

        Args:
            of_case: whether they are about one case, and not about all of them together.
        """

    @property
    @abstractmethod
    def sentence(self) -> str:
        """What it asks: `E1 is at or below Poor`."""

    @abstractmethod
    def finding(self, circumstances: Circumstances, node: str, tree: Nodes) -> tuple[bool, str]:
        """Whether it holds, and in words what there is.

        Args:
            circumstances: what there is.
            node: the node that the hurdle limits.
            tree: the nodes of the rubric.
        """

    def references(self, node: str, tree: Nodes) -> Iterator[NodeReference]:
        """The nodes that it looks at."""
        return iter(())

    def nodes(self, node: str, tree: Nodes) -> tuple[str, ...]:
        """The nodes that it looks at, by id."""
        return tuple(reference.node for reference in self.references(node, tree))

    def selects(self, level: str, scale: Scale) -> bool:
        """Whether a level is one of those meant."""
        return False

    @property
    def level_named(self) -> tuple[str, str] | None:
        """The key and the level that it names; None where it names none."""
        return None

    @property
    def counts_judged(self) -> bool:
        """Whether it asks how many of the nodes have a level at all."""
        return False

    @property
    def failure_named(self) -> str | None:
        """The failure indicator that it looks at; None where it looks at none."""
        return None

    @property
    def rises_with_low_levels(self) -> bool:
        """Whether, once it holds, it goes on holding where levels become lower."""
        return True

    def holds(self, totals: Totals) -> bool:
        """Whether it does for these totals over all cases together."""
        return all(guard.holds(totals) for guard in self.guards(of_case=False))
