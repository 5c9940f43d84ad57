"""Decision tables: a row per profile of levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from vfi.inputs.fields import AsTuple, Identifier, Model, Name, unacceptable
from vfi.signs import plain_name
from vfi.synthesis.choices import keys_or_words
from vfi.synthesis.decision import CONSTANT, Feature, Guard, reaches
from vfi.synthesis.rows import RowsRule
from vfi.synthesis.rule import NamedLevel, Path, Worked

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entries, Entry
    from vfi.synthesis.scale import Scale


class LevelRange(Model):
    """The levels from one of them upwards or downwards."""

    at_or_above: Name | None = None
    at_or_below: Name | None = None


def _cell(value: object) -> object:
    if isinstance(value, str) and value.strip():
        return plain_name(value)
    if isinstance(value, list | tuple) and value and all(isinstance(level, str) for level in value):
        return tuple(plain_name(level) for level in value)
    if isinstance(value, dict) and list(value) in [[side] for side in LevelRange.model_fields]:
        return value
    expected = "a level, a list of levels, {at_or_above: LEVEL} or {at_or_below: LEVEL}"
    raise unacceptable(keys_or_words(value), expected)


Cell = Annotated[str | tuple[str, ...] | LevelRange, BeforeValidator(_cell)]


class TableRow(Model):
    """A level, and what each child named has to be at for it; a child that is not named may be at
    any.
    """

    when: Annotated[dict[Identifier, Cell], Field(min_length=1)]
    rating: Name

    @property
    def conditions(self) -> str:
        """`E1 at or above Good and E2 Poor or Adequate`."""
        return " and ".join(cell_in_words(child, cell) for child, cell in self.when.items())

    @property
    def sentence(self) -> str:
        """`Good if E1 at or above Good and E2 Poor or Adequate`."""
        return f"{self.rating} if {self.conditions}"


class DecisionTable(RowsRule):
    """A row per profile of levels; the first row that fits gives the rating."""

    rule: Literal["table"]
    rows: Annotated[tuple[TableRow, ...], AsTuple, Field(min_length=1)]
    otherwise: Name | None = None

    @property
    def by_name(self) -> bool:
        """It always does."""
        return True

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """For each row how many inputs are as their cell in it asks."""
        return {_fitting(number): Feature(_fits(row)) for number, row in enumerate(self.rows)}

    def guards(self, number: int) -> Iterator[Guard]:
        """That as many inputs fit as the row has cells."""
        yield reaches({_fitting(number): 1}, {CONSTANT: len(self.rows[number].when)})

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        return f"By a table of {inputs}; the first row that fits: {self.rows_in_words()}."

    def row_lines(self, number: int, worked: Worked) -> str:
        """What a row asks, and which inputs do not fit."""
        row = self.rows[number]
        levels = {entry.id: entry.level for entry in worked.entries}
        misfits = [_misfit(child, levels) for child in unmet(row, worked.entries)]
        does_not = f"does not fit, for {' and '.join(misfits)}"
        return f"{row.sentence}; {does_not if misfits else 'fits and gives the rating'}"

    def levels_in_row(self, number: int) -> Iterator[NamedLevel]:
        """The levels in its cells."""
        for child, cell in self.rows[number].when.items():
            for path, level in _levels_of(cell):
                yield NamedLevel(("rows", number, "when", child, *path), level, child)

    def children_named(self) -> Iterator[tuple[Path, str]]:
        """The inputs that have cells."""
        for number, row in enumerate(self.rows):
            yield from ((("rows", number, "when", child), child) for child in row.when)


def unmet(row: TableRow, entries: Entries) -> list[str]:
    """The children whose cell in a row does not fit; one without a level fits no cell."""
    by_id = {entry.id: entry for entry in entries}
    return [
        child
        for child, cell in row.when.items()
        if child not in by_id or not _suits(cell, by_id[child])
    ]


def cell_in_words(child: str, cell: str | tuple[str, ...] | LevelRange) -> str:
    """What a table asks of a child: `E1 at or above Good`, `E2 Poor or Adequate`."""
    if isinstance(cell, str):
        return f"{child} {cell}"
    if isinstance(cell, LevelRange):
        above = f"at or above {cell.at_or_above}"
        return f"{child} {f'at or below {cell.at_or_below}' if cell.at_or_above is None else above}"
    return f"{child} {' or '.join(cell)}"


def _fitting(number: int) -> str:
    return f"fitting {number}"


def _fits(row: TableRow) -> Callable[[Entry], int]:
    def counts(entry: Entry) -> int:
        return int(entry.id in row.when and _suits(row.when[entry.id], entry))

    return counts


def _suits(cell: str | tuple[str, ...] | LevelRange, entry: Entry) -> bool:
    if isinstance(cell, str):
        return entry.level == cell
    if isinstance(cell, LevelRange):
        positions = entry.scale.positions
        position = positions[entry.level]
        if cell.at_or_above is not None:
            return position >= positions[cell.at_or_above]
        return cell.at_or_below is not None and position <= positions[cell.at_or_below]
    return entry.level in cell


def _levels_of(cell: str | tuple[str, ...] | LevelRange) -> Iterator[tuple[Path, str]]:
    if isinstance(cell, str):
        yield (), cell
    elif isinstance(cell, LevelRange):
        sides = (("at_or_above", cell.at_or_above), ("at_or_below", cell.at_or_below))
        yield from (((side,), level) for side, level in sides if level is not None)
    else:
        yield from (((index,), level) for index, level in enumerate(cell))


def _misfit(child: str, levels: dict[str, str]) -> str:
    return f"{child} is {levels[child]}" if child in levels else f"{child} has no level"
