"""What a node is synthesised from, in cells: the judgements of all cases, or the nodes below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from vfi.synthesis.step import counted
from vfi.workbook.cells import Cell, Cells
from vfi.workbook.expressions import INEXACT_PLACE, added

if TYPE_CHECKING:
    from vfi.scoring.models import Node
    from vfi.synthesis.condition import Condition
    from vfi.synthesis.outcome import Entry
    from vfi.synthesis.scale import Scale
    from vfi.workbook.plan import BookPlan, NodeLine


class Inputs(Protocol):
    """The inputs of a node, for the formulas of its rule."""

    line: NodeLine
    size: int

    @property
    def shared(self) -> Scale | None:
        """The scale that all inputs are on, if it is one."""

    def cells(self) -> Cells:
        """The cells that hold the inputs."""

    def states_that_pass_on(self) -> str:
        """The lowest place among the inputs; one below -2 is that of the node as well."""

    def counted(self) -> str:
        """How many inputs the rule counts."""

    def rated(self) -> str:
        """How many inputs have a level of their own."""

    def unanswered(self) -> str:
        """How many inputs are undetermined; empty where none can be."""

    def count(self, place: int) -> str:
        """How many of the inputs counted are at a place of the scale that all of them share."""

    @property
    def named(self) -> list[tuple[str, Scale]]:
        """Each input with its scale, where each has a cell of its own."""

    def cell(self, which: int) -> str:
        """The cell that holds the place of an input."""


def entries_of(line: NodeLine) -> list[Entry]:
    """What the rule of a node counts."""
    return counted(line.node.step, line.node.inputs, line.node.scale)


def places_meant(condition: Condition, scale: Scale) -> range:
    """The places of a scale that a condition speaks of."""
    meant = [place for name, place in scale.positions.items() if condition.selects(name, scale)]
    return range(meant[0], meant[-1] + 1) if meant else range(0)


class JudgementInputs:
    """The judgements of all cases on one criterion or holistic group, counted by level."""

    def __init__(self, line: NodeLine, plan: BookPlan) -> None:
        self.line, self._plan = line, plan
        self.shared = plan.rubric.judgement_scale(line.node.id)
        self.size = len(plan.case_rows)
        self._filled = line.node.step.stands_in

    def cells(self) -> Cells:
        """A count for each level, as it was judged."""
        cells = self._plan.judgements(self.line.node.id)
        levels = [entry.level for entry in self.line.node.inputs]
        return {
            ("count", name): Cell(lambda p=place: f"COUNTIF({cells},{p})", levels.count(name))  # type: ignore[misc]
            for name, place in self.shared.positions.items()
        }

    def states_that_pass_on(self) -> str:
        """The lowest place among the judgements: -4 where one of them is no level."""
        return f"MIN({self._plan.judgements(self.line.node.id)})"

    def rated(self) -> str:
        """How many cases have a level."""
        return self.line.here("judged")

    def unanswered(self) -> str:
        """None: a judgement is never undetermined."""
        return ""

    def counted(self) -> str:
        """How many judgements the rule counts."""
        return f"({self.rated()}+{self.line.here('missing')})" if self._filled else self.rated()

    def count(self, place: int) -> str:
        """How many judgements count at a place of the scale."""
        name = self.shared.names[place]
        own = self.line.here("count", name)
        return f"({own}+{self.line.here('missing')})" if name == self._filled else own

    @property
    def named(self) -> list[tuple[str, Scale]]:
        """None: judgements are counted by level."""
        return []

    def cell(self, which: int) -> str:  # noqa: ARG002
        """None: judgements are counted by level."""
        raise ValueError("judgements are counted by level")


class NodeInputs:
    """The nodes below a node, each with the place of its level on its own scale."""

    def __init__(self, line: NodeLine, plan: BookPlan) -> None:
        self.line, self._plan = line, plan
        self.children = plan.children(line)
        self.size = len(self.children)
        self.scales = [child.scale for child in self.children]
        self.shared = (
            self.scales[0] if all(scale == self.scales[0] for scale in self.scales) else None
        )
        self.filled = line.node.step.stands_in

    def raw(self, which: int) -> str:
        """An expression for the place of a child, before insufficient evidence counts as a
        level.
        """
        return self._plan.place(self.line.node.case, self.children[which].id)

    def cells(self) -> Cells:
        """The place of each child, and how many are at each level where all are on one scale."""
        places = [self.place_now(which) for which in range(self.size)]
        found: Cells = {}
        if self.shared is not None:
            for name, place in self.shared.positions.items():
                found[("count", name)] = Cell(partial(self._counted_at, place), places.count(place))
        for which in range(self.size):
            found[("input", which)] = Cell(lambda w=which: self._place(w), places[which])  # type: ignore[misc]
        return found

    def _counted_at(self, place: int) -> str:
        return f"COUNTIF({self._block()},{place})"

    def _place(self, which: int) -> str:
        raw = self.raw(which)
        if self.filled is None:
            return raw
        stands_for = str(self.scales[which].positions[self.filled])
        return f"IF({raw}<={INEXACT_PLACE},{raw},IF({raw}<0,{stands_for},{raw}))"

    def place_now(self, which: int) -> int:
        """The place of a child with the judgements of the study, as its cell holds it."""
        child = self.children[which]
        level = child.rating or self.filled
        if level is None:
            return -2 if child.state == "undetermined" else -1
        return child.scale.positions[level]

    def _block(self) -> str:
        return self.line.block("input", self.size)

    def line_of(self, which: int) -> NodeLine | None:
        """The line of a child; a judgement of a case has none where no hurdle limits it."""
        return self._plan.lines.get((self.line.node.case, self.children[which].id))

    def states_that_pass_on(self) -> str:
        """The lowest place among the children: -3 or -4 where one is not exact or rests on what is
        no level.
        """
        return f"MIN({self._block()})"

    def rated(self) -> str:
        """How many children have a level of their own."""
        return added(f"({self.raw(which)}>=0)" for which in range(self.size))

    def unanswered(self) -> str:
        """How many children are undetermined; empty where none can be."""
        may_be = [
            which for which, child in enumerate(self.children) if self._may_lack_an_answer(child)
        ]
        return added(f"({self.raw(which)}=-2)" for which in may_be) if may_be else ""

    def _may_lack_an_answer(self, node: Node) -> bool:
        """Whether some judgements would leave a node undetermined, by its own rule or by one
        below.
        """
        if node.is_judgement:
            return False
        below = [self._plan.node(node.case, child) for child in self._plan.rubric.children[node.id]]
        return (not node.step.always_answers) or any(map(self._may_lack_an_answer, below))

    def counted(self) -> str:
        """How many children the rule counts."""
        return f'COUNTIF({self._block()},">=0")'

    def count(self, place: int) -> str:
        """How many children count at a place of their scale."""
        assert self.shared is not None  # noqa: S101 - only rules that compare levels ask, and those need one scale
        return self.line.here("count", self.shared.names[place])

    @property
    def named(self) -> list[tuple[str, Scale]]:
        """Each child with the scale of its level."""
        return [(child.id, child.scale) for child in self.children]

    def cell(self, which: int) -> str:
        """The cell that holds the place of a child."""
        return self.line.here("input", which)
