"""How firm the ratings are, for reading: the verdicts and what would overturn each, the most
fragile first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vfi.cli.robustness.tables import chances, rules, ties, weights
from vfi.cli.terminal.blocks import Block, Heading, Paragraph, Table
from vfi.numbers import count_of, grouped, named, part_of
from vfi.problems import listed
from vfi.robustness.examination import Robustness
from vfi.robustness.firmness import Firmness, Thresholds
from vfi.robustness.other.leave_out import Difference, LeftOut, What, by_change
from vfi.robustness.search.flips import Distance, Flip
from vfi.robustness.words import bounds_limit, each_without, flip_in_words, flips_limit
from vfi.scoring.models import Node
from vfi.synthesis.nodes import OVERALL

TREE: tuple[What, ...] = ("criterion", "group", "dimension")
BASES: dict[What, tuple[str, str]] = {
    "assessor": ("assessor", "assessors"),
    "evidence": ("source of evidence", "sources of evidence"),
}


def robustness_text(answers: Robustness) -> Iterator[Block]:
    """Every answer as text, each under a heading of its own."""
    parts = {
        "What would overturn each rating": _flips(answers),
        "What the missing evidence leaves open": _bounds(answers),
        "What changes without ...": _left_out(answers),
        "Other rules": rules(answers),
        "Chances": chances(answers),
        "Weights": weights(answers),
        "Ties": ties(answers),
    }
    yield Heading(f"How firm are these ratings? {answers.scorecard.study.about.title}")
    for title, part in parts.items():
        blocks = list(part)
        if blocks:
            yield ""
            yield Heading(title)
            yield from blocks


def _flips(answers: Robustness) -> Iterator[Block]:
    ranking = answers.ranking
    if ranking is None:
        return
    nodes = [answers.scorecard.nodes[node] for node in ranking.order]
    criteria = {criterion.id for criterion in answers.scorecard.study.rubric.criteria}
    told = nodes if len(nodes) == 1 else [node for node in nodes if node.id not in criteria]
    for node in sorted(told, key=lambda one: one.kind != "overall"):
        yield from _sentences(
            node, ranking.by_node[node.id], answers.flips[node.id], every=len(nodes) == 1
        )
    yield ""
    yield from _measure(ranking.thresholds, answers.scorecard.study.about.case_noun.singular)
    yield ""
    labels = {name: part.label for name, part in answers.scorecard.study.rubric.parts.items()}
    head = ("", "Rating", "Verdict", "Nearest", "Steps", "Judgements")
    rows = [_row(node, labels.get(node.id, node.title), ranking.by_node[node.id]) for node in nodes]
    yield Table([head, *rows], right=(4, 5))
    reason = flips_limit(answers.flips)
    if reason:
        yield ""
        yield f"Where >= stands before a number, {reason}."


def _measure(thresholds: Thresholds, case: str) -> Iterator[Block]:
    """What the ratings are ordered by, and what the verdicts mean."""
    verdicts = "; ".join(f"{verdict}, {words}" for verdict, words in thresholds.in_words(case))
    yield Paragraph(
        "A step moves one judgement by one level. The fewest steps to another rating decide the "
        f"order, the most fragile rating first, and the verdict: {verdicts}. Judgements says how "
        "many are enough if each may move by any number of levels. vfi robustness --apply "
        "NODE:down scores the changes again.",
        indent=0,
    )


def _row(node: Node, label: str, firmness: Firmness) -> tuple[str, ...]:
    name = f"{node.id} {label}" if node.kind != "overall" else label
    first = (name, node.result, firmness.words)
    near = firmness.nearest
    if near is None:
        return (*first, "", "", f"of {node.judged}")
    level = near.steps.to or ("lower" if near.direction == "down" else "higher")
    judgements = f"{_number(near.judgements)} of {grouped(node.judged)}"
    return (*first, level, _number(near.steps), judgements)


def _number(distance: Distance) -> str:
    fewest = "" if distance.fewest is None else grouped(distance.fewest)
    return fewest if distance.exact else f">={fewest}"


def _sentences(
    node: Node, firmness: Firmness, flips: tuple[Flip, ...], every: bool
) -> Iterator[Block]:
    name = "The overall rating" if node.id == OVERALL else f"{node.id} {node.title}"
    verdict = "" if firmness.nearest is None else f" ({firmness.words})"
    told = sorted(flips, key=lambda flip: flip is not firmness.nearest)[: None if every else 1]
    words = " ".join(flip_in_words(node, flip) for flip in told)
    yield f"{name} is {node.result}{verdict}. {words}"


def _bounds(answers: Robustness) -> Iterator[Block]:
    if "bounds" not in answers.questions:
        return
    scorecard = answers.scorecard
    missing = sum(judgement.level is None for judgement in scorecard.study.judgements)
    if not missing:
        yield "No judgement is insufficient evidence."
        return
    several = [
        node
        for node in answers.nodes
        if len(answers.bounds[node].ratings) + answers.bounds[node].unrated > 1
    ]
    firm = len(answers.nodes) - len(several)
    noun = f"{count_of(missing, 'judgement')} {named(missing, 'is', 'are')} insufficient evidence"
    levels = named(missing, "level it", "levels they")
    if not several:
        yield f"{noun}. Whatever {levels} took, every rating would be as it is."
        return
    same = (
        f"{part_of(firm, len(answers.nodes), 'rating')} would be as "
        f"{named(firm, 'it is', 'they are')}"
    )
    yield f"{noun}. Whatever {levels} took, {same}; the others:"
    for node in several:
        bounds = answers.bounds[node]
        possible = [*bounds.ratings, *(["no rating"] if bounds.unrated else [])]
        more = "" if bounds.exact else ", perhaps others"
        yield (
            f"  {node}: {scorecard.nodes[node].result} now; possible: "
            f"{listed(possible) or 'not known'}{more}"
        )
    reason = bounds_limit(answers.bounds)
    if reason:
        yield f"Where others are possible, {reason}."


def _left_out(answers: Robustness) -> Iterator[Block]:
    if "leave-out" not in answers.questions:
        return
    for one, many, things in _kinds_of_things(answers):
        if not things:
            continue
        by_changes = by_change(things, answers.nodes)
        same = by_changes.pop((), [])
        change = named(len(same), "changes", "change")
        changing = f"{part_of(len(same), len(things), one, many)} {change} no rating"
        yield f"any one {one}: {changing}" if len(things) > 1 else f"the only {one}, {things[0].id}"
        for changes, ids in by_changes.items():
            yield f"  without {each_without(ids, 20)}: {_changes(changes, len(answers.nodes))}"


def _kinds_of_things(answers: Robustness) -> Iterator[tuple[str, str, list[LeftOut]]]:
    """What one thing and what several are called, and those that were left out: nodes by their
    tier.
    """
    rubric, noun = answers.scorecard.study.rubric, answers.scorecard.study.about.case_noun
    nodes = [left_out for left_out in answers.left_out if left_out.what in TREE]
    yield noun.singular, noun.plural, _of_kind(answers, "case")
    for tier in rubric.tiers:
        yield tier.title, tier.plural, [one for one in nodes if rubric.kinds[one.id] == tier.id]
    for what, (one, many) in BASES.items():
        yield one, many, _of_kind(answers, what)


def _of_kind(answers: Robustness, what: What) -> list[LeftOut]:
    return [left_out for left_out in answers.left_out if left_out.what == what]


def _changes(changes: Sequence[Difference], nodes: int) -> str:
    after = {change.after for change in changes}
    if len(changes) == nodes > 1 and len(after) == 1:
        return f"every rating becomes {after.pop()}"
    by_result: dict[str, list[str]] = {}
    for change in changes:
        by_result.setdefault(change.after, []).append(f"{change.node} (now {change.before})")
    return "; ".join(f"{result} for {listed(ids, 20)}" for result, ids in by_result.items())
