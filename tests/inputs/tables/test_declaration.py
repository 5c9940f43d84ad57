from __future__ import annotations

import inspect
from typing import Any

import pytest

from vfi.audit.figures.table import FIGURES
from vfi.inputs.tables.declaration import DeclaredColumn, DeclaredTable, Reference, Variants
from vfi.inputs.tables.kinds import NUMBER
from vfi.robustness.changes import CHANGES
from vfi.study.tables import TABLES

DECLARED: tuple[DeclaredTable[Any], ...] = (*TABLES, FIGURES, CHANGES)
RENAMED = {"from": "before", "to": "after"}


@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in DECLARED])
def test_an_entry_takes_the_columns_in_their_order(table: DeclaredTable[Any]) -> None:
    fields = [*inspect.signature(table.entry).parameters]
    assert fields == [RENAMED.get(name, name) for name in table.names]


@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in DECLARED])
def test_every_part_of_a_declaration_names_columns_that_there_are(
    table: DeclaredTable[Any],
) -> None:
    deciding = [part.by for part in table.columns if isinstance(part, Variants)]
    by = [
        name
        for columns in table.by_name.values()
        for column in columns
        if isinstance(column.words, Reference)
        for name in column.words.by
    ]
    keys = [name for key in table.keys for name in (*key.columns, *key.shown, key.field) if name]
    assert {*deciding, *by, *keys} <= {*table.names}
    assert all(column.about for columns in table.by_name.values() for column in columns)


def test_columns_of_variants_stand_where_the_variants_do() -> None:
    value, share = DeclaredColumn("value", "", NUMBER), DeclaredColumn("share", "", required=True)
    variants = Variants("kind", {"v": (value,), "s": (share, value)}, "a {}", through="kinds")
    columns = (DeclaredColumn("kind", "", required=True), variants, value._replace(name="x"))
    table = DeclaredTable("t", "", lambda kind, value, share, x: (kind, value, share, x), columns)
    assert table.names == ("kind", "value", "share", "x")
    assert table.required == ("kind",)
    assert table.references == {"kinds"}


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (DeclaredColumn("level", ""), "a level"),
        (DeclaredColumn("id", ""), "an id"),
        (DeclaredColumn("from", "", noun="earlier level"), "an earlier level"),
        (DeclaredColumn("size", "", NUMBER), "a number such as 12.5 or 2/3"),
    ],
)
def test_what_an_empty_cell_should_hold(column: DeclaredColumn, expected: str) -> None:
    assert column.expected == expected
