"""What scoring answers: nodes with their ratings and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from vfi.numbers import count_of
from vfi.problems import NotFound, not_known
from vfi.synthesis.outcome import STATE_NAMES, Input, Margin, State

if TYPE_CHECKING:
    from vfi.scoring.contract import ScorecardDocument
    from vfi.scoring.perspectives import PerspectiveScore
    from vfi.study.models import Determination, Reading, Study
    from vfi.synthesis.hurdles import HurdleOutcome
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

Kind = Literal["criterion", "dimension", "overall"]


class Node(NamedTuple):
    """A criterion, a dimension or the whole, with its rating and the trace behind it.

    Attributes:
        id: `E1.2`, `E1` or `overall`.
        kind: which of the three it is.
        title: its title in the rubric.
        case: the case that it is about; None for all cases together.
        step: the synthesis step that made it.
        inputs: what it was synthesised from.
        value: the exact result of the rule; None where nothing was judged.
        rating: its level, after hurdles; None where it has none, for which `state` says why.
        margin: the thresholds of the rating before hurdles, for a rule that has thresholds.
        counts: how many inputs are at each level of their scale, the lowest level first.
        judged: how many judgements below the node have a level.
        missing: how many judgements below the node are insufficient evidence.
        scale: the scale of the rating.
        state: rated, insufficient evidence, or undetermined: the rule does not cover what was
            found.
        reason: in words why there is no rating; empty where there is one.
        row: which row of a counting rule or table, or which band, gave the rating, from 0.
        before: the rating before hurdles.
        hurdles: what each hurdle of the node did, in the order declared.
        determined: what the panel settled on instead, with its reason; the rating stays the
            computed one.
        is_judgement: whether the level is a case's judgement itself and nothing was synthesised.
    """

    id: str
    kind: Kind
    title: str
    case: str | None
    step: Rule
    inputs: tuple[Input, ...]
    value: Fraction | None
    rating: str | None
    margin: Margin | None
    counts: Mapping[str, int]
    judged: int
    missing: int
    scale: Scale
    state: State
    reason: str
    row: int | None
    before: str | None
    hurdles: tuple[HurdleOutcome, ...]
    determined: Determination | None
    is_judgement: bool

    def __repr__(self) -> str:
        of = "" if self.case is None else f", case={self.case!r}"
        value = "" if self.value is None else f", value={self.value}"
        return f"<Node {self.id!r}: {self.result!r}{value}{of}>"

    @property
    def result(self) -> str:
        """The rating, or the words for the state that there is instead."""
        return self.rating or STATE_NAMES[self.state]

    @property
    def score(self) -> Fraction | None:
        """The unrounded score that the node above may take: the value, limited by hurdles that
        lowered the rating.
        """
        if self.rating is None or self.value is None:
            return None
        return (
            self.value
            if self.rating == self.before
            else min(self.value, self.scale.by_name[self.rating].value)
        )

    @property
    def lowered_by(self) -> tuple[HurdleOutcome, ...]:
        """The hurdles that lowered the rating."""
        return tuple(outcome for outcome in self.hurdles if outcome.lowered)

    @property
    def counted(self) -> tuple[Input, ...]:
        """The inputs that have a level."""
        return tuple(entry for entry in self.inputs if entry.value is not None)

    @property
    def excluded(self) -> tuple[Input, ...]:
        """The inputs that have none."""
        return tuple(entry for entry in self.inputs if entry.value is None)


@dataclass(frozen=True, slots=True, repr=False)
class CaseScore:
    """One case: the levels it was judged at, and its own dimension and overall ratings by the same
    rules.

    Attributes:
        id: the id of the case.
        name: its name.
        levels: the level of each judgement, by criterion or holistic dimension; None for
            insufficient evidence.
        criteria: a node for each judged criterion, whose rating is the judgement, limited by
            hurdles.
        dimensions: its ratings of the dimensions.
        overall: its overall rating.
    """

    id: str
    name: str
    levels: Mapping[str, str | None]
    criteria: tuple[Node, ...]
    dimensions: tuple[Node, ...]
    overall: Node

    def __repr__(self) -> str:
        return f"<CaseScore {self.id!r}: {self.overall.result!r}>"

    @property
    def nodes(self) -> dict[str, Node]:
        """The nodes of the case by id."""
        return {node.id: node for node in (*self.criteria, *self.dimensions, self.overall)}


@dataclass(frozen=True, slots=True)
class Proposal:
    """The level that an indicator proposes for a case, beside the one that was judged.

    Attributes:
        reading: the measured quantity.
        proposed: the level whose band holds it; None where none does.
        judged: the level of the judgement; None for insufficient evidence.
        reason: the reason of the judgement.
    """

    reading: Reading
    proposed: str | None
    judged: str | None
    reason: str

    @property
    def departs(self) -> bool:
        """Whether the judgement is not what the indicator proposes."""
        return self.proposed is not None and self.proposed != self.judged


@dataclass(frozen=True, repr=False)
class Scorecard:
    """Every rating of a study, with its trace.

    In a notebook it shows itself as a small table of ratings.

    Attributes:
        study: what was scored.
        criteria: the nodes of the criteria over all cases, in the order of the rubric.
        dimensions: those of the dimensions.
        overall: that of the whole.
        cases: the ratings of each case, in the order of the study.
        proposals: what indicators propose, beside what was judged.
    """

    study: Study
    criteria: tuple[Node, ...]
    dimensions: tuple[Node, ...]
    overall: Node
    cases: tuple[CaseScore, ...]
    proposals: tuple[Proposal, ...] = ()

    def __repr__(self) -> str:
        rubric = self.study.rubric
        return (
            f"<Scorecard of {self.study.id!r} by {rubric.id} {rubric.version}: "
            f"{self.overall.result!r}, {self.coverage}, {count_of(len(self.cases), 'case')}>"
        )

    def _repr_html_(self) -> str:
        from vfi.scoring.notebook import ratings_table

        return ratings_table(self)

    @property
    def coverage(self) -> str:
        """How many judgements have a level, of how many: `244 of 247 judged`."""
        return f"{self.overall.judged} of {self.overall.judged + self.overall.missing} judged"

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
            raise NotFound(not_known("node", node_id, list(self.nodes)))
        return self.nodes[node_id]

    def case(self, case_id: str) -> CaseScore:
        """The case with an id.

        Raises:
            NotFound: the study has no such case.
        """
        for case in self.cases:
            if case.id == case_id:
                return case
        raise NotFound(not_known("case", case_id, [case.id for case in self.cases]))

    def walk(self) -> Iterator[Node]:
        """Every node: those over all cases, then those of each case."""
        yield from self.nodes.values()
        for case in self.cases:
            yield from (*case.dimensions, case.overall)

    def to_dict(self, perspectives: Sequence[PerspectiveScore] = ()) -> ScorecardDocument:
        """The document of `vfi score --format json` (`vfi.scorecard/2`) as plain data.

        Args:
            perspectives: scores under perspectives of the rubric, to stand beside its own.
        """
        from vfi.scoring.comparison import compare
        from vfi.scoring.document import scorecard_document

        return scorecard_document(self, compare(self), perspectives)

    def to_json(self, perspectives: Sequence[PerspectiveScore] = ()) -> str:
        """The document of `vfi score --format json`, as text.

        Args:
            perspectives: as for `to_dict`.
        """
        from vfi.visible import as_json

        return as_json(self.to_dict(perspectives))

    def rows(self, perspectives: Sequence[PerspectiveScore] = ()) -> list[Sequence[str]]:
        """The rows of `vfi score --format csv`, the header first; every cell is text.

        Args:
            perspectives: as for `to_dict`.
        """
        from vfi.scoring.document import scorecard_rows

        return scorecard_rows(self, perspectives)

    def to_frame(self, library: Literal["pandas", "polars"] | None = None) -> Any:
        """The rows as a data frame, with numbers in the columns that hold them.

        Args:
            library: whose data frame; the first of pandas and polars that is installed where
                none is named.

        Raises:
            UserError: the library is not installed, or neither is.
        """
        from vfi.frames import frame_of
        from vfi.scoring.document import WORD_COLUMNS

        return frame_of(self.rows(), WORD_COLUMNS, library)
