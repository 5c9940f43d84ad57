"""What scoring answers: nodes with their ratings and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from vfi.numbers import count_of
from vfi.problems import NotFound, not_known
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.outcome import STATE_NAMES, Input, Margin, State

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.contract import ScorecardDocument
    from vfi.scoring.perspectives import PerspectiveScore
    from vfi.study.models import Determination, Reading, Study
    from vfi.synthesis.hurdles import HurdleOutcome
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale


class Node(NamedTuple):
    """A criterion, a dimension or group, or the whole, with its rating and the trace behind it.

    Attributes:
        id: `E1.2`, `E1` or `overall`.
        kind: the id of its tier: `criterion`, `dimension`, another that the rubric declares, or
            `overall`.
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
    kind: str
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
    """One case: the levels it was judged at, and its own ratings by the same rules.

    Attributes:
        id: the id of the case.
        name: its name.
        levels: the level of each judgement, by criterion or holistic group; None for insufficient
            evidence.
        nodes: its nodes by id, in the order of the rubric. That of a criterion has the judgement as
            its rating, limited by hurdles; a criterion that the case was not judged on has none.
        tree: the rubric that says which node is where.
    """

    id: str
    name: str
    levels: Mapping[str, str | None]
    nodes: Mapping[str, Node]
    tree: Rubric

    def __repr__(self) -> str:
        return f"<CaseScore {self.id!r}: {self.overall.result!r}>"

    @property
    def criteria(self) -> tuple[Node, ...]:
        """A node for each judged criterion."""
        ids = (criterion.id for criterion in self.tree.criteria)
        return tuple(self.nodes[node] for node in ids if node in self.nodes)

    @property
    def groups(self) -> tuple[Node, ...]:
        """Its ratings of the groups between criteria and dimensions."""
        return tuple(self.nodes[group.id] for group in self.tree.groups)

    @property
    def dimensions(self) -> tuple[Node, ...]:
        """Its ratings of the dimensions."""
        return tuple(self.nodes[dimension.id] for dimension in self.tree.dimensions)

    @property
    def overall(self) -> Node:
        """Its overall rating."""
        return self.nodes[OVERALL]


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
        nodes: the nodes over all cases by id, each after those below it, overall last.
        cases: the ratings of each case, in the order of the study.
        proposals: what indicators propose, beside what was judged.
    """

    study: Study
    nodes: Mapping[str, Node]
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

    @property
    def criteria(self) -> tuple[Node, ...]:
        """The nodes of the criteria over all cases, in the order of the rubric."""
        return tuple(self.nodes[criterion.id] for criterion in self.study.rubric.criteria)

    @property
    def groups(self) -> tuple[Node, ...]:
        """Those of the groups between criteria and dimensions, each after those below it."""
        return tuple(self.nodes[group.id] for group in self.study.rubric.groups)

    @property
    def dimensions(self) -> tuple[Node, ...]:
        """Those of the dimensions."""
        return tuple(self.nodes[dimension.id] for dimension in self.study.rubric.dimensions)

    @property
    def overall(self) -> Node:
        """That of the whole."""
        return self.nodes[OVERALL]

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
        """Every node: those over all cases, then those of each case, its criteria aside."""
        yield from self.nodes.values()
        criteria = {criterion.id for criterion in self.study.rubric.criteria}
        for case in self.cases:
            yield from (node for name, node in case.nodes.items() if name not in criteria)

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
