"""Decision tables: a row per profile of levels."""

from __future__ import annotations

from vfi.synthesis.outcome import Entries, Entry, Outcome, profile_in_words, rated, undetermined
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import Cell, DecisionTable, LevelRange, TableRow


def table(step: DecisionTable, entries: Entries, scale: Scale) -> Outcome:
    """The rating of the first row that the levels of the inputs fit."""
    for place, row in enumerate(step.rows):
        if not unmet(row, entries):
            return rated(row.rating, scale, place)
    if step.otherwise is not None:
        return rated(step.otherwise, scale)
    return undetermined(f"no row of the table covers {profile_in_words(entries)}")


def unmet(row: TableRow, entries: Entries) -> list[str]:
    """The children whose cell in a row does not fit; one without a level fits no cell."""
    by_id = {entry.id: entry for entry in entries}
    return [
        child
        for child, cell in row.when.items()
        if child not in by_id or not _fits(cell, by_id[child])
    ]


def _fits(cell: Cell, entry: Entry) -> bool:
    if isinstance(cell, str):
        return entry.level == cell
    if isinstance(cell, LevelRange):
        place = entry.scale.positions[entry.level]
        if cell.at_or_above is not None:
            return place >= entry.scale.positions[cell.at_or_above]
        return cell.at_or_below is not None and place <= entry.scale.positions[cell.at_or_below]
    return entry.level in cell
