"""An explanation for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from vfi.cli.output import bold, columns
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Explanation, JudgementExplanation, Scorecard
from vfi.scoring.words import decimal

WIDTH = 96


def explanation_text(explanation: Explanation | JudgementExplanation, scorecard: Scorecard, colour: bool) -> str:
    """The explanation as text: what the rating is, by which rule, from what, and how far from another."""
    if isinstance(explanation, JudgementExplanation):
        return "\n".join(_judgement(explanation, colour))
    return "\n".join(_node(explanation, scorecard, colour))


def explanation_rows(explanation: Explanation | JudgementExplanation) -> list[Sequence[str]]:
    """The explanation as the rows of a table, its header first: a row for each input."""
    if isinstance(explanation, JudgementExplanation):
        judgement = explanation.judgement
        level = judgement.level or INSUFFICIENT
        row = (judgement.case, judgement.criterion, level, judgement.reason, " ".join(judgement.evidence))
        return [("case", "criterion", "level", "reason", "evidence"), row]
    rows: list[Sequence[str]] = [("node", "input", "level", "value", "counted")]
    for entry in explanation.node.inputs:
        value = "" if entry.value is None else str(entry.value)
        counted = "no" if entry.value is None else "yes"
        rows.append((explanation.node.id, entry.id, entry.level or INSUFFICIENT, value, counted))
    return rows


def _node(explanation: Explanation, scorecard: Scorecard, colour: bool) -> Iterator[str]:
    node = explanation.node
    whose = f" of {node.case}" if node.case else ""
    name = node.title if node.kind == "overall" else f"{node.id} {node.title}"
    yield bold(f"{name}{whose}: {node.rating or INSUFFICIENT}", colour)
    yield ""
    yield from _wrapped("Rule", explanation.rule)
    levels = ", ".join(f"{level.name} {decimal(level.value)}" for level in scorecard.study.rubric.scale.levels)
    yield from _wrapped("Levels", levels)
    yield ""
    yield from (_shares(explanation) if node.step.of == "ratings" or node.kind == "criterion" else _scores(explanation))
    yield ""
    yield from _result(explanation, scorecard)


def _shares(explanation: Explanation) -> Iterator[str]:
    rows = [("Level", "Count", "", "Value", "", "Points", "Which")]
    for share in explanation.shares:
        count, value = str(len(share.inputs)), decimal(share.level.value)
        which = textwrap.shorten(" ".join(share.inputs), 70, placeholder=" ...")
        rows.append((share.level.name, count, "x", value, "=", decimal(share.points), which))
    rows.append(("Sum", str(explanation.counted), "", "", "", decimal(explanation.total), ""))
    yield from columns(rows, right=(1, 3, 5))


def _scores(explanation: Explanation) -> Iterator[str]:
    rows = [("Input", "Rating", "Score", "Exactly")]
    for entry in explanation.node.counted:
        assert entry.value is not None  # noqa: S101 - counted inputs have a value
        rows.append((entry.id, entry.level or "", decimal(entry.value), str(entry.value)))
    rows.append(("Sum", "", decimal(explanation.total), str(explanation.total)))
    yield from columns(rows, right=(2, 3))


def _result(explanation: Explanation, scorecard: Scorecard) -> Iterator[str]:
    node = explanation.node
    yield from _wrapped("Excluded", _excluded(explanation))
    if node.value is None:
        yield from _wrapped("Rating", f"{INSUFFICIENT}: nothing below this node was judged.")
        return
    exactly = "" if str(node.value) == decimal(node.value) else f" = {node.value}"
    quotient = f"{explanation.total} / {explanation.counted}"
    simplified = "" if quotient.replace(" ", "") == str(node.value) else exactly
    yield from _wrapped("Mean", f"{quotient}{simplified} = {decimal(node.value)}")
    yield from _wrapped("Rating", f"{node.rating}: the mean is " + "; and ".join(explanation.thresholds) + ".")
    total = node.judged + node.missing
    yield from _wrapped("Coverage", f"{node.judged} of {total} judgements below this node have a level.")
    for published in scorecard.study.published:
        if published.node == node.id and node.case is None:
            verdict = "equal" if published.rating == node.rating else "DIFFERENT"
            source = f" ({published.source})" if published.source else ""
            yield from _wrapped("Published", f"{published.rating}, {verdict}{source}")


def _excluded(explanation: Explanation) -> str:
    if not explanation.excluded:
        return "nothing; all inputs have a level."
    return f"{len(explanation.excluded)} with {INSUFFICIENT.lower()}: {', '.join(explanation.excluded)}"


def _judgement(explanation: JudgementExplanation, colour: bool) -> Iterator[str]:
    judgement, criterion = explanation.judgement, explanation.criterion
    level = judgement.level or INSUFFICIENT
    yield bold(f"{criterion.id} {criterion.title}, {explanation.case.name}: {level}", colour)
    yield ""
    if explanation.standard is not None:
        provenance = explanation.standard.provenance
        yield from _wrapped("Standard", f"{explanation.standard.text} [{provenance.kind}: {provenance.passage}]")
    yield from _wrapped("Reason", judgement.reason or "none was recorded")
    for source in explanation.evidence:
        yield from _wrapped("Evidence", ", ".join(part for part in (source.title, source.location) if part))
    if not explanation.evidence:
        yield from _wrapped("Evidence", "none is cited")
    yield from _wrapped("Assessor", judgement.assessor or "not recorded")
    yield from _wrapped("Date", judgement.date or "not recorded")


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=label.ljust(11), subsequent_indent=" " * 11, break_on_hyphens=False
    )
