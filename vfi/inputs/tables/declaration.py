"""What a table is: its columns, the kind of cell in each, and what holds between its rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, NamedTuple

from vfi.inputs.tables.kinds import NAME, CellKind, Mistake
from vfi.inputs.tables.records import EntryT

VOWELS = ("a", "e", "i", "o", "u")
Rule = Callable[[Mapping[str, str]], Iterable[tuple[str, Mistake]]]
"""What must hold between the cells of one row: each mistake with the column that it is told of."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand elsewhere: in another table, or in the rubric.

    Attributes:
        to: what they are called in the references that the reader is handed.
        by: the columns of the row on whose words they depend, such as the levels that a criterion
            can have; the reference is then a function of the texts of these.
    """

    to: str
    by: tuple[str, ...] = ()


class DeclaredColumn(NamedTuple):
    """A column of a table.

    Attributes:
        name: its heading.
        about: what it holds, as docs say it.
        kind: the kind of its cells.
        required: whether every row has to fill it; a file has to have the column then.
        words: the words that may stand in it; None where any may.
        repeats: whether an empty cell repeats the one above it.
        noun: what is missing where a required cell is empty, if not what the heading says.
    """

    name: str
    about: str
    kind: CellKind[Any] = NAME
    required: bool = False
    words: Collection[str] | Reference | None = None
    repeats: bool = False
    noun: str = ""

    @property
    def expected(self) -> str:
        """What should stand in an empty cell that has to be filled."""
        if self.kind.expected:
            return self.kind.expected
        noun = self.noun or self.name
        return f"an {noun}" if noun.startswith(VOWELS) else f"a {noun}"


class Variants(NamedTuple):
    """Columns that rows have or have not, depending on a word in another column.

    A row of a variant has to fill the required columns of it, may fill the others, and leaves the
    columns of other variants empty.

    Attributes:
        by: the column whose word decides.
        columns: the columns of each variant.
        named: what a row of a variant is, as `a claim of kind "{}"`.
        through: the reference that gives the variant for each word of `by`; "" where the word
            itself is the variant.
    """

    by: str
    columns: Mapping[str, tuple[DeclaredColumn, ...]]
    named: str
    through: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of all variants, each once."""
        names = (column.name for columns in self.columns.values() for column in columns)
        return tuple(dict.fromkeys(names))


class UniqueKey(NamedTuple):
    """Columns in which no two rows have the same.

    Attributes:
        columns: the columns.
        field: the column that a repetition is told of; the last one where nothing is said.
        shown: the columns that name what is repeated; all of them where nothing is said.
        joined: what stands between these.
        expected: how often it should be there.
        hint: what to do about a repetition.
    """

    columns: tuple[str, ...]
    field: str = ""
    shown: tuple[str, ...] = ()
    joined: str = " on "
    expected: str = "once"
    hint: str = ""


@dataclass(frozen=True)
class DeclaredTable(Generic[EntryT]):
    """A table that may be read.

    Attributes:
        name: the name of its file; what it holds, for a file that people name themselves.
        about: what it is for, in a sentence.
        entry: what makes the typed entry of a row, from the values of its cells in the order of
            the columns.
        columns: its columns in order; `Variants` stand where their columns do.
        keys: what no two rows have alike.
        rules: what must hold between the cells of a row beyond what the columns say.
        is_optional: whether a study can do without the file.
    """

    name: str
    about: str
    entry: Callable[..., EntryT]
    columns: tuple[DeclaredColumn | Variants, ...]
    keys: tuple[UniqueKey, ...] = ()
    rules: tuple[Rule, ...] = ()
    is_optional: bool = True

    @cached_property
    def by_name(self) -> Mapping[str, tuple[DeclaredColumn, ...]]:
        """The columns by name, in order: several of one name where they differ by variant."""
        by_name: dict[str, list[DeclaredColumn]] = {}
        for column in self._each_column():
            by_name.setdefault(column.name, []).append(column)
        return {name: tuple(columns) for name, columns in by_name.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(self.by_name)

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that a file has to have; what only a variant needs is not among them."""
        return tuple(
            column.name
            for column in self.columns
            if isinstance(column, DeclaredColumn) and column.required
        )

    @property
    def references(self) -> frozenset[str]:
        """What the table refers to, by the names of references."""
        words = (column.words for column in self._each_column())
        through = (part.through for part in self.columns if isinstance(part, Variants))
        return frozenset(
            [*(entry.to for entry in words if isinstance(entry, Reference)), *filter(None, through)]
        )

    def _each_column(self) -> Iterator[DeclaredColumn]:
        for part in self.columns:
            if isinstance(part, DeclaredColumn):
                yield part
            else:
                for columns in part.columns.values():
                    yield from columns
