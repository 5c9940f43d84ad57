"""Are the ratings what the judgements give? Every one recomputed by another path, and compared to
the digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vfi.audit.published import PublishedDifference, published_differences
from vfi.problems import NotFound, UserError, not_known
from vfi.relational.figures import RecomputedNode
from vfi.relational.rows import COLUMNS, Rows
from vfi.relational.run import recompute
from vfi.steps import tell_step

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard
    from vfi.study.models import Study

FIELDS = ("state", "rating", "value", "judged", "missing")
ABSENT = "not there"
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure that the two paths do not agree on.

    Attributes:
        case: the case; None for all cases together.
        node: the node.
        field: what differs: state, rating, value, judged or missing; `node` where one path has no
            such node.
        scored: what the scorecard says.
        recomputed: what the recomputation says.
    """

    case: str | None
    node: str
    field: str
    scored: str
    recomputed: str


@dataclass(frozen=True)
class Audit:
    """The recomputation of a scorecard, and the published ratings beside it.

    Attributes:
        scorecard: what was audited.
        figures: every node as recomputed: those over all cases, then those of each case.
        differences: where the two paths differ.
        published: where the scorecard differs from the published ratings, with what would have to
            be true.
    """

    scorecard: Scorecard
    figures: tuple[RecomputedNode, ...]
    differences: tuple[Disagreement, ...]
    published: tuple[PublishedDifference, ...]

    @property
    def equal(self) -> int:
        """How many nodes are equal in every field."""
        return len(self.figures) - len({(entry.case, entry.node) for entry in self.differences})


def audit(scorecard: Scorecard) -> Audit:
    """Recompute every rating of a scorecard from the rows of the study's files, and compare.

    Raises:
        UserError: the study was not read from files, or holds something that cannot be recomputed.
    """
    tell_step("recomputing every rating in SQL")
    figures = recompute(rows_of(scorecard.study), scorecard.study.rubric)
    differences = tuple(compare_figures(scorecard, figures))
    return Audit(scorecard, figures, differences, published_differences(scorecard))


def rows_of(study: Study) -> Rows:
    """What the recomputation starts from: the cells that were read, not what the study made of
    them.

    Raises:
        UserError: the study was not read from files.
    """
    if not study.rows:
        raise UserError("a study that was not read from files cannot be recomputed from them")
    return {
        table: [
            tuple(row.cells[column] for column in columns)
            for row in study.rows.get(f"{table}.csv", ())
        ]
        for table, columns in COLUMNS.items()
    }


def study_under(study: Study, perspective: str) -> Study:
    """The study under a perspective of its rubric; without the published ratings, which are not
    about it.

    Raises:
        NotFound: the rubric has no such perspective.
    """
    perspective_ids = [entry.id for entry in study.rubric.perspectives]
    if perspective not in perspective_ids:
        raise NotFound(not_known("perspective", perspective, perspective_ids))
    about = study.about.model_copy(update={"determinations": ()})
    return replace(study, about=about, rubric=study.rubric.under(perspective), published=())


def compare_figures(
    scorecard: Scorecard, figures: tuple[RecomputedNode, ...]
) -> Iterator[Disagreement]:
    """Every field in which the scorecard and the recomputation differ."""
    scored = {(figure.case, figure.node): figure for figure in _figures(scorecard)}
    recomputed: Mapping[Key, RecomputedNode] = {
        (figure.case, figure.node): figure for figure in figures
    }
    for case, node in dict.fromkeys([*scored, *recomputed]):
        ours, theirs = scored.get((case, node)), recomputed.get((case, node))
        if ours is None or theirs is None:
            yield Disagreement(case, node, "node", _rating(ours), _rating(theirs))
            continue
        for field in FIELDS:
            if getattr(ours, field) != getattr(theirs, field):
                yield Disagreement(case, node, field, _shown(ours, field), _shown(theirs, field))


def _figures(scorecard: Scorecard) -> Iterator[RecomputedNode]:
    yield from map(_figure, scorecard.nodes.values())
    for case in scorecard.cases:
        yield from map(_figure, case.nodes.values())


def _figure(node: Node) -> RecomputedNode:
    return RecomputedNode(
        node.case, node.id, node.state, node.rating, node.value, node.judged, node.missing
    )


def _rating(figure: RecomputedNode | None) -> str:
    return ABSENT if figure is None else figure.rating or figure.state


def _shown(figure: RecomputedNode, field: str) -> str:
    value = getattr(figure, field)
    return "none" if value is None else str(value)
