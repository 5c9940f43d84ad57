"""What stands below the ratings of a scorecard: hurdles, gaps in rules, determinations, indicators,
perspectives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vfi.cli.terminal.blocks import Block, Heading, Table
from vfi.numbers import count_of, named
from vfi.problems import listed
from vfi.scoring.models import Node, Scorecard
from vfi.scoring.perspectives import PerspectiveScore
from vfi.synthesis.scale import INSUFFICIENT


def notes(scorecard: Scorecard, perspectives: Sequence[PerspectiveScore]) -> Iterator[list[Block]]:
    """Each part as lines; a study without hurdles, determinations and so on has none."""
    parts = (
        _hurdles(scorecard),
        _undetermined(scorecard),
        _determinations(scorecard),
        _indicators(scorecard),
    )
    titles = (
        "Hurdles",
        "Undetermined",
        "Determinations, beside the indicative ratings",
        "Indicators",
    )
    for title, lines in zip(titles, map(list, parts), strict=True):
        if lines:
            yield [Heading(title), *lines]
    if perspectives:
        yield [Heading("Perspectives"), *_perspectives(scorecard, perspectives)]


def _hurdles(scorecard: Scorecard) -> Iterator[str]:
    for node in scorecard.nodes.values():
        for outcome in node.lowered_by:
            change = f"{node.id}: {outcome.before} before, {outcome.after} after"
            yield f"{change}, by {outcome.hurdle.title} ({outcome.hurdle.kind}): {outcome.findings}"
    for hurdle in scorecard.study.rubric.hurdles:
        lowered = [
            case.id for case in scorecard.cases if _lowers(hurdle.id, case.nodes.get(hurdle.node))
        ]
        if lowered:
            noun = scorecard.study.about.case_noun
            what = count_of(len(lowered), noun.singular, noun.plural)
            yield f"{hurdle.node} of {what} lowered by {hurdle.title}: {listed(lowered, 20)}"


def _lowers(hurdle: str, node: Node | None) -> bool:
    return node is not None and any(outcome.hurdle.id == hurdle for outcome in node.lowered_by)


def _undetermined(scorecard: Scorecard) -> Iterator[str]:
    for node in scorecard.walk():
        if node.state == "undetermined":
            yield f"{node.id}{f' of {node.case}' if node.case else ''}: {node.reason}"


def _determinations(scorecard: Scorecard) -> Iterator[str]:
    of_cases = (node for case in scorecard.cases for node in case.nodes.values())
    for node in (*scorecard.nodes.values(), *of_cases):
        if node.determined is not None:
            told, whose = node.determined, f" of {node.case}" if node.case else ""
            yield (
                f"{node.id}{whose}: {told.level} ({node.result} indicated), {told.who}, "
                f"{told.date}: {told.reason}"
            )


def _indicators(scorecard: Scorecard) -> Iterator[str]:
    if not scorecard.proposals:
        return
    departing = [proposal for proposal in scorecard.proposals if proposal.departs]
    readings, judgements = (
        count_of(len(scorecard.proposals), "reading"),
        count_of(len(departing), "judgement"),
    )
    yield (
        f"{readings}; {judgements} {named(len(departing), 'departs', 'depart')} from what is "
        "proposed"
    )
    for proposal in departing:
        pair = f"{proposal.reading.criterion} of {proposal.reading.case}"
        levels = f"{proposal.judged or INSUFFICIENT}, {proposal.proposed} proposed"
        yield f"{pair}: {levels}: {proposal.reason or 'no reason was recorded'}"


def _perspectives(scorecard: Scorecard, perspectives: Sequence[PerspectiveScore]) -> list[Block]:
    titles = [one.perspective.title for one in perspectives]
    rows: list[tuple[str, ...]] = [("", "", "Rubric", *titles)]
    for node in scorecard.nodes.values():
        others = [one.scorecard.nodes[node.id].result for one in perspectives]
        marked = (f"{other} *" if other != node.result else other for other in others)
        title = "" if node.kind == "overall" else node.title
        rows.append((node.id if node.kind != "overall" else "Overall", title, node.result, *marked))
    return [Table(rows), "", "* differs from the rubric's own"]
