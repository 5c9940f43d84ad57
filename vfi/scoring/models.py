"""What scoring answers: nodes with their ratings and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from vfi.problems import NotFound, listed, nearest
from vfi.rubric import AnyStep
from vfi.rubric.rules import Input, Margin
from vfi.study import Study

Kind = Literal["criterion", "dimension", "overall"]


@dataclass(frozen=True, slots=True)
class Node:
    """A criterion, a dimension or the whole, with its rating and the trace behind it.

    Attributes:
        id: `E1.2`, `E1` or `overall`.
        kind: which of the three it is.
        title: its title in the rubric.
        case: the case that it is about; None for all cases together.
        step: the synthesis step that made it.
        inputs: what it was synthesised from.
        value: the exact result of the rule; None where nothing was judged.
        rating: the level that the value is nearest to; None stands for insufficient evidence.
        margin: the thresholds of the rating; None where there is no rating.
        counts: how many inputs are at each level of the scale, the lowest level first.
        judged: how many judgements below the node have a level.
        missing: how many judgements below the node are insufficient evidence.
    """

    id: str
    kind: Kind
    title: str
    case: str | None
    step: AnyStep
    inputs: tuple[Input, ...]
    value: Fraction | None
    rating: str | None
    margin: Margin | None
    counts: Mapping[str, int]
    judged: int
    missing: int

    @property
    def counted(self) -> tuple[Input, ...]:
        """The inputs that entered the synthesis."""
        return tuple(entry for entry in self.inputs if entry.value is not None)

    @property
    def excluded(self) -> tuple[Input, ...]:
        """The inputs that were left out for insufficient evidence."""
        return tuple(entry for entry in self.inputs if entry.value is None)


@dataclass(frozen=True, slots=True)
class CaseScore:
    """One case: the levels it was judged at, and its own dimension and overall ratings by the same rules."""

    id: str
    name: str
    levels: Mapping[str, str | None]
    dimensions: tuple[Node, ...]
    overall: Node


@dataclass(frozen=True)
class Scorecard:
    """Every rating of a study, with its trace."""

    study: Study
    criteria: tuple[Node, ...]
    dimensions: tuple[Node, ...]
    overall: Node
    cases: tuple[CaseScore, ...]

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """The nodes over all cases by id: each dimension after its criteria, then overall."""
        criteria = {node.id: node for node in self.criteria}
        dimensions = {node.id: node for node in self.dimensions}
        by_id = criteria | dimensions | {self.overall.id: self.overall}
        return {node_id: by_id[node_id] for node_id in self.study.rubric.node_ids}

    def node(self, node_id: str) -> Node:
        """The node with an id.

        Raises:
            NotFound: the rubric has no such node.
        """
        if node_id not in self.nodes:
            raise NotFound(_no_such("node", node_id, list(self.nodes)))
        return self.nodes[node_id]

    def case(self, case_id: str) -> CaseScore:
        """The case with an id.

        Raises:
            NotFound: the study has no such case.
        """
        for case in self.cases:
            if case.id == case_id:
                return case
        raise NotFound(_no_such("case", case_id, [case.id for case in self.cases]))

    def walk(self) -> Iterator[Node]:
        """Every node: those over all cases, then those of each case."""
        yield from self.nodes.values()
        for case in self.cases:
            yield from (*case.dimensions, case.overall)


def _no_such(what: str, name: str, known: list[str]) -> str:
    hint = nearest(name, known)
    return f'there is no {what} "{name}"; known are {listed(known, 20)}' + (f"; {hint}" if hint else "")
