"""Every judgement and every rating on one page, and how the levels are spread."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from vfi.reporting import charts
from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.chapters.columns import grouped_ranges, most_columns
from vfi.reporting.lettering import longest_word
from vfi.reporting.views import (
    View,
    case_rows,
    determination_view,
    hurdle_view,
    rated,
    rating_cell,
    scale_view,
)
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Scorecard

TYPE_SIZE = 7.6
FIRST_COLUMN, NARROWEST, PADDING = 20.0, 7.5, 1.5  # millimetres


def grid_chapter(scorecard: Scorecard) -> Chapter:
    """The heat map of cases by criteria, with each case's own ratings, and the distribution per
    criterion.
    """
    rubric = scorecard.study.rubric
    judged = list(rubric.judged)
    above = _above(rubric)
    rows = case_rows(scorecard, judged)
    for row, case in zip(rows, scorecard.cases, strict=True):
        nodes = [*(case.nodes[name] for name in above), case.overall]
        row["ratings"] = [rating_cell(node) for node in nodes]
    single_cases = _single_cases(scorecard)
    over_all = [scorecard.node(name) for name in (*judged, *above)]
    return chapter(
        "grid",
        "grid",
        "The whole grid",
        criteria=judged,
        groups=above,
        parts=_parts(judged, above, rubric),
        rows=rows,
        all_cases=[rating_cell(node) for node in (*over_all, scorecard.overall)],
        has_undetermined=any(node.state == "undetermined" for node in scorecard.walk()),
        is_marked=any(node.lowered_by or node.determined for node in scorecard.walk())
        or bool(single_cases),
        single_cases=single_cases,
        scales=[
            scale_view(rubric.scale),
            *(scale_view(scale, name) for name, scale in rubric.scales.items()),
        ],
        distributions=charts.distributions(scorecard),
        case_ratings=_case_ratings(scorecard),
    )


def _above(rubric: Rubric) -> list[str]:
    """What is rated from judgements below it, a tier after the other, the whole aside."""
    nodes = [node for node in rubric.node_ids if rubric.children[node] and node != OVERALL]
    return [node for tier in rubric.tiers for node in nodes if rubric.kinds[node] == tier.id]


def _parts(judged: Sequence[str], above: Sequence[str], rubric: Rubric) -> list[list[View]]:
    """The columns of the grid, its parts as wide as a page: for each its head and the place of its
    cell in a row; there is room before each tier.
    """
    heads = [*judged, *above, "All"]
    starts = _starts(judged, above, rubric)
    columns = [
        {
            "place": place,
            "head": head,
            "of_case": place >= len(judged),
            "start": place in starts,
        }
        for place, head in enumerate(heads)
    ]
    widest = longest_word(heads, TYPE_SIZE) + PADDING
    sizes = [len(heads)]
    if rubric.groups:
        of_tiers = [end - start for start, end in pairwise([*starts, len(heads)])]
        sizes = [*(len(dimension.judged) for dimension in rubric.dimensions), *of_tiers]
    ranges = grouped_ranges(sizes, most_columns(widest, FIRST_COLUMN, NARROWEST))
    return [[columns[place] for place in places] for places in ranges]


def _starts(judged: Sequence[str], above: Sequence[str], rubric: Rubric) -> list[int]:
    """The places of the columns that a tier of the cases' own ratings starts with."""
    kinds = [rubric.kinds[node] for node in above]
    return sorted({len(judged), *(len(judged) + kinds.index(kind) for kind in kinds)})


def _single_cases(scorecard: Scorecard) -> list[View]:
    """The nodes of single cases that a hurdle lowered or that the panel settled otherwise."""
    labels = {name: part.label for name, part in scorecard.study.rubric.parts.items()}
    return [
        {
            "case": case.id,
            "name": case.name,
            "id": node.id,
            "label": labels.get(node.id, node.title),
            "computed": rating_cell(node),
            "hurdles": [hurdle_view(outcome, node) for outcome in node.lowered_by],
            "determined": None
            if node.determined is None
            else determination_view(node.determined, node.scale),
        }
        for case in scorecard.cases
        for node in case.nodes.values()
        if node.lowered_by or node.determined is not None
    ]


def _case_ratings(scorecard: Scorecard) -> list[View]:
    scale = scorecard.overall.scale
    found = [case.overall.result for case in scorecard.cases]
    names = (*reversed(scale.names), INSUFFICIENT, UNDETERMINED)
    return [{**rated(name, scale), "count": found.count(name)} for name in names if name in found]
