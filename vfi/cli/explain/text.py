"""An explanation for reading on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from vfi.cli.terminal.blocks import Block, Heading, Labelled, Table
from vfi.numbers import decimal, exact, named, part_of
from vfi.problems import sentence
from vfi.scoring.explanation import Explanation, JudgementExplanation
from vfi.scoring.landmarks import landmarks
from vfi.scoring.models import Node, Scorecard
from vfi.scoring.words import proposal_in_words
from vfi.scoring.workings import hurdle_lines
from vfi.synthesis.scale import INSUFFICIENT


def explanation_text(
    explanation: Explanation | JudgementExplanation, scorecard: Scorecard
) -> Iterator[Block]:
    """The explanation as text: what the rating is, by which rule, from what, and how far from
    another.
    """
    if isinstance(explanation, JudgementExplanation):
        return _judgement(explanation)
    return _node(explanation, scorecard)


def _node(explanation: Explanation, scorecard: Scorecard) -> Iterator[Block]:
    node = explanation.node
    whose = f" of {node.case}" if node.case else ""
    name = node.title if node.kind == "overall" else f"{node.id} {node.title}"
    yield Heading(f"{name}{whose}: {node.result}")
    yield ""
    yield Labelled("Rule", explanation.rule)
    scales = {entry.scale.names: entry.scale for entry in explanation.entries} | {
        node.scale.names: node.scale
    }
    for scale in scales.values():
        yield Labelled(
            "Levels", ", ".join(f"{level.name} {exact(level.value)}" for level in scale.levels)
        )
    yield ""
    yield from _inputs(explanation)
    yield ""
    yield from _result(explanation, scorecard)


def _inputs(explanation: Explanation) -> Iterator[Block]:
    step = explanation.node.step
    if step.weights_given is not None:
        return _weighted(explanation, step.weights_given)
    return _shares(explanation) if step.of == "ratings" else _scores(explanation)


def _shares(explanation: Explanation) -> Iterator[Block]:
    rows = [("Level", "Count", "", "Value", "", "Points", "Which")]
    for share in explanation.shares:
        count, value = str(len(share.inputs)), decimal(share.level.value)
        which = " ".join(share.inputs)
        rows.append((share.level.name, count, "x", value, "=", decimal(share.points), which))
    if explanation.node.step.has_number:
        rows.append(("Sum", str(explanation.counted), "", "", "", decimal(explanation.total), ""))
        yield Table(rows, right=(1, 3, 5))
    else:
        yield Table([(row[0], row[1], row[6]) for row in rows], right=(1,))


def _weighted(explanation: Explanation, weights: Mapping[str, Fraction]) -> Iterator[Block]:
    rows = [("Input", "Level", "Value", "", "Weight", "", "Points")]
    for entry in explanation.entries:
        weight = weights[entry.id]
        near = explanation.landmarks.get(entry.id, ())
        points = exact(weight * entry.value, landmarks=[weight * landmark for landmark in near])
        rows.append(
            (
                entry.id,
                entry.level,
                exact(entry.value, landmarks=near),
                "x",
                exact(weight),
                "=",
                points,
            )
        )
    weight = sum((weights[entry.id] for entry in explanation.entries), Fraction(0))
    total = sum((weights[entry.id] * entry.value for entry in explanation.entries), Fraction(0))
    rows.append(("Sum", "", "", "", exact(weight), "", exact(total)))
    yield Table(rows, right=(2, 4, 6))


def _scores(explanation: Explanation) -> Iterator[Block]:
    rows = [("Input", "Rating", "Score", "Exactly")]
    for entry in explanation.entries:
        score = decimal(entry.value, landmarks=explanation.landmarks.get(entry.id, ()))
        rows.append((entry.id, entry.level, score, str(entry.value)))
    near = [explanation.counted * landmark for landmark in landmarks(explanation.node)]
    rows.append(("Sum", "", decimal(explanation.total, landmarks=near), str(explanation.total)))
    yield Table(rows, right=(2, 3))


def _result(explanation: Explanation, scorecard: Scorecard) -> Iterator[Block]:
    node = explanation.node
    yield Labelled("Excluded", _excluded(explanation))
    for label, text in explanation.working:
        yield Labelled(label, text)
    yield Labelled("Rating", _rating(explanation))
    for label, text in explanation.hurdles:
        yield Labelled(label, text)
    if node.state != "insufficient evidence":
        total = node.judged + node.missing
        judgements, have = (
            part_of(node.judged, total, "judgement"),
            named(node.judged, "has", "have"),
        )
        yield Labelled("Coverage", f"{judgements} below this node {have} a level.")
    yield from _determined(node)
    for published in scorecard.study.published:
        if published.node == node.id and node.case is None:
            verdict = "equal" if published.rating == node.result else "DIFFERENT"
            source = f" ({published.source})" if published.source else ""
            yield Labelled("Published", f"{published.rating}, {verdict}{source}")


def _rating(explanation: Explanation) -> str:
    node = explanation.node
    if node.before is None:
        return f"{node.result}: {node.reason}."
    if not explanation.thresholds:
        return f"{node.before}."
    return (
        f"{node.before}: the {node.step.quantity} is " + "; and ".join(explanation.thresholds) + "."
    )


def _determined(node: Node) -> Iterator[Block]:
    if node.determined is not None:
        told = node.determined
        text = (
            f"{told.level} by {told.who}, {told.date}: {sentence(told.reason)} The indicative "
            f"rating is {node.result}."
        )
        yield Labelled("Determined", text)


def _excluded(explanation: Explanation) -> str:
    if explanation.filled:
        step = explanation.node.step
        count = named(len(explanation.filled), "counts", "count")
        return (
            f"nothing; {len(explanation.filled)} without a level {count} as {step.stands_in}: "
            f"{', '.join(explanation.filled)}"
        )
    if not explanation.excluded:
        return "nothing; all inputs have a level."
    by_state: dict[str, list[str]] = {}
    for entry in explanation.node.excluded:
        by_state.setdefault(entry.result.lower(), []).append(entry.id)
    words = {INSUFFICIENT.lower(): f"with {INSUFFICIENT.lower()}"}
    return "; ".join(
        f"{len(ids)} {words.get(state, state)}: {', '.join(ids)}" for state, ids in by_state.items()
    )


def _judgement(explanation: JudgementExplanation) -> Iterator[Block]:
    judgement, criterion = explanation.judgement, explanation.criterion
    level = judgement.level or INSUFFICIENT
    yield Heading(f"{criterion.id} {criterion.title}, {explanation.case.name}: {level}")
    yield ""
    if explanation.proposal is not None and criterion.indicator is not None:
        yield Labelled("Indicator", proposal_in_words(explanation.proposal, criterion.indicator))
    if explanation.standard is not None:
        provenance = explanation.standard.provenance
        yield Labelled(
            "Standard", f"{explanation.standard.text} [{provenance.kind}: {provenance.passage}]"
        )
    yield Labelled("Reason", judgement.reason or "none was recorded")
    for source in explanation.evidence:
        yield Labelled(
            "Evidence", ", ".join(part for part in (source.title, source.location) if part)
        )
    if not explanation.evidence:
        yield Labelled("Evidence", "none is cited")
    yield Labelled("Assessor", judgement.assessor or "not recorded")
    yield Labelled("Date", judgement.date or "not recorded")
    for label, text in hurdle_lines(explanation.node):
        yield Labelled(label, text)
    yield from _determined(explanation.node)
