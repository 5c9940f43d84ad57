"""A chapter for each dimension: its narrative, its groups, and the level of every case on its
criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from vfi.problems import both, capitalised, either
from vfi.reporting.chapters.chapter import Chapter, chapter, with_id
from vfi.reporting.chapters.columns import grouped_ranges, most_columns
from vfi.reporting.lettering import longest_word
from vfi.reporting.tiers import groups_between, tiers_of
from vfi.reporting.views import MISSING, View, case_rows, node_view
from vfi.rubric.models.parts import Group
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.reporting.narrative import Section
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.tiers import Tier
    from vfi.scoring.models import Scorecard

TYPE_SIZE, HEAD_SIZE = 9.0, 8.3
FIRST_COLUMN, NARROWEST, PADDING = 40.0, 20.0, 2.6  # millimetres


def dimension_chapter(
    scorecard: Scorecard, dimension: Group, narrative: Mapping[str, Section]
) -> Chapter:
    """The chapter of a dimension; one that is judged as a whole has itself as its only column."""
    rubric, judged = scorecard.study.rubric, [part.id for part in dimension.judged]
    criteria = [node_view(scorecard.node(name), scorecard) for name in judged]
    groups = [part for part in dimension.walk() if isinstance(part, Group)][1:]
    return chapter(
        "dimension",
        f"dimension-{dimension.id}",
        f"{dimension.id} {dimension.title}",
        question=dimension.question,
        node=node_view(scorecard.node(dimension.id), scorecard),
        tier=capitalised(tiers_of(rubric, [dimension.id])[0].title),
        judged=either([tier.title for tier in tiers_of(rubric, judged)]),
        is_holistic=dimension.is_holistic,
        groups=[_group(scorecard, group, narrative.get(group.id)) for group in groups],
        group_named=capitalised(
            either([tier.title for tier in reversed(tiers_of(rubric, [one.id for one in groups]))])
        ),
        groups_named=_named(tiers_of(rubric, [group.id for group in groups])),
        criteria=criteria,
        parts=_parts(scorecard, judged),
        rows=case_rows(scorecard, judged),
        has_score=any(view["score"] != MISSING["code"] for view in criteria),
        left_out=all(scorecard.node(name).step.missing == "exclude" for name in judged),
    )


def _named(tiers: Sequence[Tier]) -> str:
    return capitalised(both([tier.plural for tier in reversed(tiers)]))


def _group(scorecard: Scorecard, group: Group, section: Section | None) -> View:
    """A group with its question and with its section of the narrative, where there is one."""
    title = (section.title if section else None) or group.title
    return {
        **node_view(scorecard.node(group.id), scorecard),
        "question": group.question,
        "heading": with_id(group.id, title),
        "text": None if section is None else section.text,
    }


def _parts(scorecard: Scorecard, judged: Sequence[str]) -> list[View]:
    """Which criteria stand together in a table: all of them, unless they are too many for the width
    of a page. Those of a group stay together where they can.
    """
    rubric = scorecard.study.rubric
    runs = [(group, list(names)) for group, names in groupby(judged, rubric.parents.__getitem__)]
    shown = [*judged, *(group for group, _ in runs if group in rubric.parts)]
    heads = [text for name in shown for text in (name, rubric.parts[name].title)]
    levels = [
        INSUFFICIENT,
        *(level for name in judged for level in rubric.judgement_scale(name).names),
        *(scorecard.node(group).result for name in judged for group in _up(rubric, name)[1:]),
    ]
    widest = max(longest_word(heads, HEAD_SIZE), longest_word(levels, TYPE_SIZE))
    most = most_columns(widest + PADDING, FIRST_COLUMN, NARROWEST)
    ranges = grouped_ranges([len(names) for _, names in runs], most)
    return [
        {
            "first": places.start,
            "end": places.stop,
            "heads": _heads(rubric, judged[places.start : places.stop]),
            "results": _results(scorecard, judged[places.start : places.stop]),
        }
        for places in ranges
    ]


def _heads(rubric: Rubric, judged: Sequence[str]) -> list[View]:
    """The groups that columns are part of, each with how many are; none where all stand right under
    the dimension.
    """
    if not any(groups_between(rubric, name) for name in judged):
        return []
    return [
        {"id": group, "title": rubric.parts[group].title, "columns": len(list(columns))}
        for group, columns in groupby(judged, rubric.parents.__getitem__)
    ]


def _results(scorecard: Scorecard, judged: Sequence[str]) -> list[View]:
    """A row of ratings for each tier below the dimension, the lowest first: each cell with the
    columns that it spans, and no node where there is none of the tier.
    """
    rubric = scorecard.study.rubric
    rows = []
    for tier in tiers_of(rubric, {node for name in judged for node in _up(rubric, name)}):
        nodes = [
            next((node for node in _up(rubric, name) if rubric.kinds[node] == tier.id), None)
            for name in judged
        ]
        cells = [
            {
                "node": node_view(scorecard.node(name), scorecard) if name else None,
                "columns": len(list(columns)),
            }
            for name, columns in groupby(nodes)
        ]
        rows.append({"tier": capitalised(tier.title), "cells": cells})
    return rows


def _up(rubric: Rubric, node: str) -> list[str]:
    """What a column is rated as: its criterion, and the groups between that and the dimension."""
    return [node, *groups_between(rubric, node)]
