"""The steps by which a rule came to its result, each a line that a person can follow with a
pencil.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.scoring.landmarks import landmarks
from vfi.synthesis.rule import Line, Worked
from vfi.synthesis.step import counted, shortfall_of

if TYPE_CHECKING:
    from vfi.scoring.models import Node
    from vfi.synthesis.outcome import Entry


def entries_of(node: Node) -> list[Entry]:
    """What the rule of a node counted, missing inputs that stand for a level among it."""
    return counted(node.step, node.inputs, node.scale)


def working(node: Node) -> tuple[Line, ...]:
    """A label and a text for each step of the rule, down to where its result is plain; none where
    it never ran.
    """
    entries = entries_of(node)
    if node.is_judgement or shortfall_of(node.step, node.inputs):
        return ()
    worked = Worked(entries, node.scale, node.before, node.value, node.row, landmarks(node))
    return tuple(node.step.working(worked))


def hurdle_lines(node: Node) -> Iterator[Line]:
    """What each hurdle of a node asked, found and did."""
    for outcome in node.hurdles:
        hurdle = outcome.hurdle
        limit = (
            f"cap {hurdle.cap}" if hurdle.kind == "soft" else f"drops to {node.scale.bottom.name}"
        )
        if outcome.lowered:
            did = f"triggered, lowers {outcome.before} to {outcome.after}"
        elif not outcome.triggered:
            did = "not triggered"
        else:
            why = "there is no rating to lower" if outcome.before is None else "lowers nothing"
            did = f"triggered, but {why}"
        found = f"{hurdle.title} ({hurdle.kind}, {limit}): {did}. Found: {outcome.findings}."
        yield "Hurdle", f"{found} It exists because: {hurdle.reason}"
    if node.hurdles and node.before is not None:
        yield "Before", f"{node.before} before hurdles, {node.rating} after them."


def filled(node: Node) -> tuple[str, ...]:
    """The inputs without a level that count as one."""
    if node.step.stands_in is None:
        return ()
    return tuple(entry.id for entry in node.excluded)
