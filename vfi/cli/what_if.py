"""The study scored again with some judgements changed: `vfi robustness STUDY --apply`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vfi.cli.options import Format
from vfi.cli.output import as_csv, as_json, columns
from vfi.cli.robustness_input import read_changes
from vfi.problems import UserError
from vfi.robustness import Change, apply_changes, find_flips
from vfi.robustness.document import changes_document, changes_rows
from vfi.robustness.words import judgements_in_words
from vfi.scoring import Scorecard, score


def what_if(scorecard: Scorecard, wanted: str, format_: Format) -> str:
    """The changes and every rating before and after them; as CSV the changes alone, which can be applied again.

    Raises:
        UserError: there is no such flip or file, or a change does not fit the study.
    """
    changes = _changes(scorecard, wanted)
    after = score(apply_changes(scorecard.study, changes))
    labels = {name: part.label for name, part in scorecard.study.rubric.parts.items()}
    pairs = [
        (node.id, labels.get(node.id, ""), node.result, after.nodes[node.id].result)
        for node in scorecard.nodes.values()
    ]
    if format_ is Format.CSV:
        return as_csv(changes_rows(changes))
    if format_ is Format.JSON:
        ratings = [{"id": name, "before": before, "after": then} for name, _, before, then in pairs]
        return as_json({"changes": changes_document(changes), "ratings": ratings})
    return "\n".join(_lines(changes, pairs))


def _changes(scorecard: Scorecard, wanted: str) -> Sequence[Change]:
    node, colon, direction = wanted.rpartition(":")
    if not colon or direction not in ("down", "up"):
        return read_changes(Path(wanted))
    for flip in find_flips(scorecard, (scorecard.node(node).id,))[node]:
        if flip.direction == direction and flip.steps.witness:
            return flip.steps.witness
    raise UserError(f"no changes of judgements are known that move {node} {direction}")


def _lines(changes: Sequence[Change], pairs: Sequence[tuple[str, str, str, str]]) -> list[str]:
    rows = [("Case", "Criterion", "From", "To"), *((one.case, one.criterion, one.before, one.after) for one in changes)]
    moved = [pair for pair in pairs if pair[2] != pair[3]]
    lines = [f"{judgements_in_words(len(changes))} changed", "", *columns(rows), ""]
    if not moved:
        return [*lines, "Scored again, every rating is as it was."]
    title = f"Scored again, {len(moved)} of {len(pairs)} ratings are others"
    return [*lines, title, "", *columns([("Node", "Title", "Before", "After"), *moved])]
