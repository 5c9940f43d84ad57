"""The one reader of tables: records and a declaration in, typed rows and located problems out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any, Generic

from vfi.inputs.tables.declaration import (
    DeclaredColumn,
    DeclaredTable,
    Reference,
    UniqueKey,
    Variants,
)
from vfi.inputs.tables.kinds import Mistake, Words
from vfi.inputs.tables.records import EntryT, Record, References, Row, problem_at
from vfi.problems import Problems, Severity, quoted
from vfi.signs import plain_name, plain_prose

EMPTY = "an empty cell"


def read_records(
    table: DeclaredTable[EntryT],
    records: Iterable[Record],
    references: References,
    problems: Problems,
) -> list[Row[EntryT]]:
    """The rows of a table, from records of any source.

    Every mistake of a cell is told where the cell stands: those of a row in the order of the
    columns, then repetitions, then what does not hold between its cells.

    Args:
        table: what the records have to hold.
        records: the records; their cells are trimmed and put in plain spelling here.
        references: what cells may refer to.
        problems: where problems are added.
    """
    return _RecordReader(table, [*records], references, problems).rows()


@dataclass
class _RecordReader(Generic[EntryT]):
    """Reads the records of one table, a column at a time.

    Attributes:
        table: the table.
        records: the records.
        references: what cells may refer to.
        problems: where problems are added.
        texts: the texts of each column in plain spelling, one for each record.
        values: what they say.
        unsound: the positions of records in which something is wrong.
    """

    table: DeclaredTable[EntryT]
    records: list[Record]
    references: References
    problems: Problems
    texts: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, list[Any]] = field(default_factory=dict)
    unsound: set[int] = field(default_factory=set)

    def rows(self) -> list[Row[EntryT]]:
        """The rows, after every mistake in them was told."""
        for name, columns in self.table.by_name.items():
            self.texts[name] = self._spelt(name, columns)
            self.values[name] = [columns[0].kind.empty] * len(self.records)
        everywhere = range(len(self.records))
        for part in self.table.columns:
            if isinstance(part, Variants):
                self._read_variants(part)
            else:
                self._read_column(part, everywhere)
        for key in self.table.keys:
            self._check_key(key)
        cells = [dict(zip(self.texts, texts, strict=True)) for texts in self._across(self.texts)]
        self._check_rules(cells)
        return [*self._rows(cells)]

    def _rows(self, cells: Sequence[Mapping[str, str]]) -> Iterator[Row[EntryT]]:
        entries = starmap(self.table.entry, self._across(self.values))
        for position, (record, texts, entry) in enumerate(
            zip(self.records, cells, entries, strict=True)
        ):
            is_sound = position not in self.unsound
            yield Row(record.location, texts, entry, is_sound, record.cell_locations)

    def _across(self, columns: Mapping[str, Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
        """The columns row by row."""
        return zip(*(columns[name] for name in self.table.names), strict=True)

    def _spelt(self, name: str, columns: Sequence[DeclaredColumn]) -> list[str]:
        """The texts of a column, each different one put in plain spelling once."""
        is_prose = any(column.kind.is_prose for column in columns)
        cells = [record.cells.get(name, "") for record in self.records]
        spell = plain_prose if is_prose else plain_name
        spelling = {text: spell(text) for text in {*cells}}
        texts = [spelling[text] for text in cells]
        return _repeated(texts) if any(column.repeats for column in columns) else texts

    def _read_column(
        self, column: DeclaredColumn, positions: Sequence[int], needed_by: str = ""
    ) -> None:
        """Read the cells of a column in some of the records."""
        texts, values, empty = self.texts[column.name], self.values[column.name], column.kind.empty
        if column.required:
            self._check_filled(column, positions, needed_by)
        for group, words in self._by_words(column, positions):
            different = {texts[position] for position in group} - {""}
            if not different:
                continue
            parsed, mistakes = column.kind.read(different, words)
            for position in group:
                values[position] = parsed.get(texts[position], empty)
            for position in group if mistakes else ():
                for mistake in mistakes.get(texts[position], ()):
                    self._tell(position, column.name, mistake)

    def _check_filled(
        self, column: DeclaredColumn, positions: Sequence[int], needed_by: str
    ) -> None:
        texts = self.texts[column.name]
        if "" not in texts:
            return
        expected = f"{column.expected}, which {needed_by} needs" if needed_by else column.expected
        for position in positions:
            if not texts[position]:
                self._tell(position, column.name, Mistake(EMPTY, expected))

    def _by_words(
        self, column: DeclaredColumn, positions: Sequence[int]
    ) -> Iterator[tuple[Sequence[int], Words]]:
        """The records among some in groups that may hold the same words in a column."""
        words = column.words
        if not isinstance(words, Reference):
            yield positions, words
            return
        referenced = self.references.get(words.to)
        if not callable(referenced):
            yield positions, referenced
            return
        for texts, group in self._grouped(words.by, positions).items():
            yield group, referenced(*texts)

    def _grouped(
        self, columns: Sequence[str], positions: Sequence[int]
    ) -> Mapping[tuple[str, ...], list[int]]:
        """The records among some by their texts in columns."""
        groups: dict[tuple[str, ...], list[int]] = {}
        keys = self._together(columns)
        for position in positions:
            groups.setdefault(keys[position], []).append(position)
        return groups

    def _together(self, columns: Sequence[str]) -> list[tuple[str, ...]]:
        """The texts of each record in some columns."""
        return [*zip(*(self.texts[column] for column in columns), strict=True)]

    def _read_variants(self, variants: Variants) -> None:
        """Read the columns of each variant in the records that are of it; of a word that stands for
        no variant, which is told where it stands, nothing is asked.
        """
        mapping = self.references.get(variants.through) if variants.through else None
        through = mapping if isinstance(mapping, Mapping) else {}
        groups = self._grouped((variants.by,), range(len(self.records)))
        for (word,), positions in groups.items():
            variant = through.get(word, "") if variants.through else word
            if variant in variants.columns:
                self._read_variant(variants, variant, positions)

    def _read_variant(self, variants: Variants, variant: str, positions: Sequence[int]) -> None:
        label = variants.named.format(variant)
        columns = {column.name: column for column in variants.columns[variant]}
        for name in variants.names:
            if name in columns:
                self._read_column(columns[name], positions, label)
                continue
            for position in positions:
                if text := self.texts[name][position]:
                    expected = f"{EMPTY}: {label} has no {name}"
                    self._tell(position, name, Mistake(quoted(text), expected))

    def _check_key(self, key: UniqueKey) -> None:
        """Tell rows that have in the columns of a key what an earlier one has; where a cell is
        empty that has to be filled, that alone is told.
        """
        keys = self._together(key.columns)
        if len({*keys}) == len(keys):
            return
        required = [self.texts[name] for name in key.columns if name in self.table.required]
        groups = self._grouped(key.columns, range(len(self.records)))
        for first, *repetitions in groups.values():
            if repetitions and all(texts[first] for texts in required):
                self._tell_repetitions(key, first, repetitions)

    def _tell_repetitions(self, key: UniqueKey, first: int, repetitions: Iterable[int]) -> None:
        parts = [self.texts[name][first] for name in key.shown or key.columns]
        label = quoted(key.joined.join(filter(None, parts)))
        for position in repetitions:
            where = self.records[first].location.seen_from(self.records[position].location)
            repetition = f"{label} a second time (first {where})"
            mistake = Mistake(repetition, key.expected, key.hint)
            self._tell(position, key.field or key.columns[-1], mistake)

    def _check_rules(self, cells: Sequence[Mapping[str, str]]) -> None:
        for rule in self.table.rules:
            for position, texts in enumerate(cells):
                for column, mistake in rule(texts):
                    self._tell(position, column, mistake)

    def _tell(self, position: int, column: str, mistake: Mistake) -> None:
        self.problems.add(problem_at(self.records[position], column, *mistake))
        if mistake.severity is Severity.ERROR:
            self.unsound.add(position)


def _repeated(texts: Iterable[str]) -> list[str]:
    """The texts of a column in which an empty cell repeats the one above."""
    filled, above = [], ""
    for text in texts:
        above = text or above
        filled.append(above)
    return filled
