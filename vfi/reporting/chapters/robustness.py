"""How firm the ratings are: what would overturn each, by how much, and what other rules would have
given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from vfi.numbers import exact_percent, named, out_of, part_of, points_at_most
from vfi.problems import both, either
from vfi.reporting import robustness_charts
from vfi.reporting.answers import MOST_CASES, Answers
from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.tiers import role, tiers_of
from vfi.reporting.views import OPEN, View, rated, scale_view
from vfi.robustness.other.alternatives import Alternative, agreement, is_own_throughout
from vfi.robustness.other.leave_out import LeftOut, What, by_change
from vfi.robustness.words import (
    bounds_in_words,
    bounds_limit,
    chances_limit,
    changes_in_words,
    each_without,
    flip_in_words,
    flips_limit,
)
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.robustness.firmness import Firmness, Ranking
    from vfi.robustness.search.bounds import Bounds
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Node, Scorecard


def robustness_chapter(answers: Answers) -> Chapter:
    """The annex on how firm the ratings are; what a study is too large for is said to be left
    out.
    """
    scorecard, ranking = answers.scorecard, answers.ranking
    return chapter(
        "robustness",
        "robustness",
        "How firm are these ratings?",
        appendix=True,
        opening=list(_opening(answers)),
        rows=[_row(firmness, scorecard) for firmness in ranking.ratings],
        verdicts=_verdicts(scorecard, ranking),
        limit=flips_limit(answers.flips),
        most_cases=MOST_CASES,
        distances=robustness_charts.distances(scorecard, ranking),
        chances=_chances(answers) if answers.chances else None,
        rules=_rules(scorecard, answers.alternatives),
        bounds=_bounds(scorecard, answers.bounds),
        left_out=[
            _left_out(scorecard, what, answers.left_out.get(what)) for what in _kinds(scorecard)
        ],
    )


def _top(scorecard: Scorecard) -> tuple[str, ...]:
    """The dimensions and the whole."""
    return (*scorecard.study.rubric.children[OVERALL], OVERALL)


def _kinds(scorecard: Scorecard) -> dict[What, tuple[str, str, int]]:
    """The kinds of things to leave out: what one and many are called, and how many there are."""
    study, noun = scorecard.study, scorecard.study.about.case_noun
    rubric = study.rubric
    lowest, highest = rubric.tiers[0], rubric.tiers[-1]
    return {
        "case": (noun.singular, noun.plural, len(study.cases)),
        "criterion": (lowest.title, lowest.plural, len(rubric.criteria)),
        **_groups(rubric),
        "dimension": (highest.title, highest.plural, len(rubric.dimensions)),
    }


def _groups(rubric: Rubric) -> dict[What, tuple[str, str, int]]:
    """The groups between criteria and dimensions as things to leave out, where there are any."""
    if not rubric.groups:
        return {}
    tiers = tiers_of(rubric, (group.id for group in rubric.groups))
    one, many = either([tier.title for tier in tiers]), both([tier.plural for tier in tiers])
    return {"group": (one, many, len(rubric.groups))}


def _opening(answers: Answers) -> Iterator[View]:
    """What there is to say of the overall rating: a heading and its words, each."""
    scorecard, overall = answers.scorecard, answers.scorecard.overall
    yield _overturning(overall, answers.ranking.by_node[OVERALL])
    words = bounds_in_words(overall, answers.bounds[OVERALL])
    number, every = overall.missing, overall.judged + overall.missing
    if number:
        verb = named(number, "is", "are")
        words = f"{part_of(number, every, 'judgement')} {verb} insufficient evidence. {words}"
    yield {"title": "What the missing evidence leaves open.", "words": words}
    hangs = [
        _hangs(*_kinds(scorecard)[what], things)
        for what, things in answers.left_out.items()
        if things
    ]
    if hangs and overall.rating is not None:
        yield {"title": "What hangs on one part.", "words": " ".join(hangs)}


def _overturning(overall: Node, firmness: Firmness) -> View:
    if overall.rating is None:
        words = (
            f"There is no overall rating ({overall.result.lower()}), and so nothing to overturn."
        )
        return {"title": "What would overturn it.", "words": words}
    if firmness.nearest is None:
        words = "No change of judgements, however large, makes it another."
    else:
        words = flip_in_words(overall, firmness.nearest)
    return {"title": f"How firm it is: {firmness.words}.", "words": words}


def _hangs(one: str, many: str, number: int, things: Sequence[LeftOut]) -> str:
    """What leaving out one thing of a kind does to the overall rating."""
    grouped = by_change(things, (OVERALL,))
    same = grouped.pop((), [])
    if number == 1:
        return f"There is only one {one}, so that none can be left out."
    if not grouped:
        return f"Without any one of the {number} {many} it is the same."
    told = [
        f"{each_without(ids)}{',' if len(ids) > 1 else ''} it is {changes[0].after}"
        for changes, ids in grouped.items()
    ]
    rest = f"; without any one of the other {many} it is the same" if same else ""
    return f"Without {'; without '.join(told)}{rest}."


def _verdicts(scorecard: Scorecard, ranking: Ranking) -> list[View]:
    """Each verdict, what it takes, and how many ratings have it."""
    given = [firmness.verdict for firmness in ranking.ratings]
    words = ranking.thresholds.in_words(scorecard.study.about.case_noun.singular)
    return [
        {"verdict": verdict, "words": what, "count": given.count(verdict)}
        for verdict, what in words
    ]


def _row(firmness: Firmness, scorecard: Scorecard) -> View:
    parts = scorecard.study.rubric.parts
    node, near = scorecard.nodes[firmness.node], firmness.nearest
    found: View = {
        "id": node.id,
        "role": role(scorecard.study.rubric, node.id),
        "label": parts[node.id].label if node.id in parts else node.title,
        "rating": rated(node.result, node.scale),
        "verdict": firmness.words,
        "nearest": None,
        "direction": "",
        "steps": "",
        "judgements": "",
        "of": node.judged,
    }
    if near is None:
        return found
    for name, distance in (("steps", near.steps), ("judgements", near.judgements)):
        found[name] = f"{'' if distance.exact else 'at least '}{distance.fewest}"
    to = near.steps.to
    unknown = {"text": "lower" if near.direction == "down" else "higher", "class": "missing"}
    return found | {
        "direction": near.direction,
        "nearest": rated(to, node.scale) if to else unknown,
    }


def _chances(answers: Answers) -> View:
    """The figure of chances with what the model is."""
    scorecard, errors, chances = answers.scorecard, answers.settings.errors, answers.chances
    recorded = {judgement.confidence for judgement in scorecard.study.judgements}
    largest = max(of.error(level) for of in chances.values() for level in of.chances)
    return {
        **robustness_charts.chances(scorecard, chances, answers.ranking.order),
        "rate": exact_percent(errors.rate),
        "rates": [
            {"confidence": name, "rate": exact_percent(rate)}
            for name, rate in errors.by_confidence.items()
            if name in recorded
        ],
        "draws": next(iter(chances.values())).draws,
        "limit": chances_limit(chances, answers.settings.draws),
        "seed": answers.settings.seed,
        "error": points_at_most(largest, 2),
    }


def _rules(scorecard: Scorecard, alternatives: Sequence[Alternative]) -> View:
    """The dimensions and the whole under each alternative rule: a table for each alone, and one for
    throughout.
    """
    top = _top(scorecard)
    rubric, nodes = scorecard.study.rubric, [scorecard.nodes[node] for node in top]
    own = {one.rule: one.own for one in alternatives}
    tables = [_table(nodes, {one.rule: one.alone for one in alternatives}, own)]
    others = [one for one in alternatives if not is_own_throughout(one, rubric)]
    tables.append(_table(nodes, {one.rule: one.throughout for one in others if one.throughout}, {}))
    now = [rated(node.result, node.scale) for node in nodes]
    shown = [*now, *(cell for table in tables for row in table for cell in row["cells"])]
    return {
        "nodes": ["All" if node == OVERALL else node for node in top],
        "now": now,
        "alone": tables[0],
        "throughout": tables[1],
        "agreement": [_agreement(scorecard, tuple(alternatives), node) for node in top],
        "has_undetermined": any(cell and cell["code"] == OPEN["code"] for cell in shown),
        "scales": [
            scale_view(rubric.scale),
            *(scale_view(scale, name) for name, scale in rubric.scales.items()),
        ],
    }


def _agreement(scorecard: Scorecard, alternatives: tuple[Alternative, ...], node: str) -> str:
    found = agreement(scorecard, alternatives, node)
    return out_of(found.agree, found.rules)


def _table(
    nodes: Sequence[Node],
    by_rule: Mapping[str, Mapping[str, str]],
    own: Mapping[str, Collection[str]],
) -> list[View]:
    rows = []
    for rule, results in by_rule.items():
        cells = [
            _cell(node, results.get(node.id), is_own=node.id in own.get(rule, ())) for node in nodes
        ]
        if any(cells):
            rows.append({"rule": rule, "cells": cells})
    return rows


def _cell(node: Node, result: str | None, is_own: bool) -> View | None:
    if result is None:
        return None
    return {**rated(result, node.scale), "differs": result != node.result, "is_own": is_own}


def _bounds(scorecard: Scorecard, bounds: Mapping[str, Bounds]) -> View:
    """How many ratings the missing evidence leaves as they are, and the others in words."""
    nodes = scorecard.nodes.values()
    open_nodes = [node for node in nodes if node.missing and _is_open(node, bounds[node.id])]
    return {
        "missing": scorecard.overall.missing,
        "same": len(nodes) - len(open_nodes),
        "of": len(nodes),
        "limit": bounds_limit(bounds),
        "others": [bounds_in_words(node, bounds[node.id]) for node in open_nodes],
    }


def _is_open(node: Node, bounds: Bounds) -> bool:
    return not bounds.exact or bounds.unrated or list(bounds.ratings) != [node.result]


def _left_out(scorecard: Scorecard, what: What, things: Sequence[LeftOut] | None) -> View:
    """What changes without one thing of a kind; `things` is None where a report does not ask."""
    one, many, number = _kinds(scorecard)[what]
    grouped = by_change(things or (), tuple(scorecard.nodes))
    same = grouped.pop((), [])
    return {
        "one": one,
        "many": many,
        "number": number,
        "is_known": things is not None,
        "same": len(same),
        "changes": [
            {"without": each_without(ids), "words": changes_in_words(changes)}
            for changes, ids in grouped.items()
        ],
    }
