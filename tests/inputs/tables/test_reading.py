"""Records of any source, held against a declaration."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from vfi.inputs.tables.declaration import (
    DeclaredColumn,
    DeclaredTable,
    Reference,
    UniqueKey,
    Variants,
)
from vfi.inputs.tables.kinds import NUMBER, CellKind, CellValues, Mistake, several_names
from vfi.inputs.tables.reading import read_records
from vfi.inputs.tables.records import Location, Record, References, Row
from vfi.problems import Problem, Problems, Severity


class Loan(NamedTuple):
    reader: str
    shelf: str
    book: str
    kind: str
    days: Fraction | None
    reason: str
    also: tuple[str, ...]


OTHERS = several_names("other readers")
LOANS = DeclaredTable(
    "loans.csv",
    "Books that were lent.",
    Loan,
    (
        DeclaredColumn("reader", "who", required=True, words=Reference("readers")),
        DeclaredColumn("shelf", "where it stood", repeats=True),
        DeclaredColumn("book", "what", required=True, words=Reference("books", by=("shelf",))),
        DeclaredColumn("kind", "how", required=True, words=("short", "long")),
        Variants(
            "kind",
            {
                "short": (DeclaredColumn("days", "how long", NUMBER, required=True),),
                "long": (DeclaredColumn("reason", "why"),),
            },
            "a {} loan",
        ),
        DeclaredColumn(
            "also", "others", several_names("other readers"), words=Reference("readers")
        ),
    ),
    keys=(UniqueKey(("reader", "book"), joined=" with "),),
    rules=(lambda cells: [("days", Mistake("no days", "some"))] if cells["days"] == "0" else [],),
)
BOOKS = {"A": ("Emma", "Persuasion"), "B": ("Middlemarch",)}
KNOWN: References = {"readers": ("Ada", "Bo"), "books": lambda shelf: BOOKS.get(shelf)}


def read(*lines: str, known: References = KNOWN) -> tuple[list[Row[Loan]], list[Problem]]:
    """Rows of which each is typed as cells with bars between them."""
    problems = Problems()
    records = [
        Record(Location("desk", number), dict(zip(LOANS.names, line.split("|"), strict=False)))
        for number, line in enumerate(lines, start=1)
    ]
    return read_records(LOANS, records, known, problems), list(problems)


def told(*lines: str, known: References = KNOWN) -> list[tuple[int | None, str, str, str]]:
    return [(p.line, p.field, p.found, p.expected) for p in read(*lines, known=known)[1]]


def test_rows_hold_what_their_cells_say() -> None:
    rows, problems = read("Ada|A| Emma |short|2.5||Bo  Ada", "Bo||Persuasion|long||a holiday")
    assert problems == []
    assert [row.entry for row in rows] == [
        Loan("Ada", "A", "Emma", "short", Fraction(5, 2), "", ("Bo", "Ada")),
        Loan("Bo", "A", "Persuasion", "long", None, "a holiday", ()),
    ]
    assert rows[0].cells["book"] == "Emma"
    assert all(row.is_sound for row in rows)


def test_mistakes_of_a_row_are_told_in_the_order_of_its_columns() -> None:
    assert told("Cy|A|Middlemarch|shrt|2||Di Bo Ed") == [
        (1, "reader", '"Cy"', "one of Ada, Bo"),
        (1, "book", '"Middlemarch"', "one of Emma, Persuasion"),
        (1, "kind", '"shrt"', "one of short, long"),
        (1, "also", '"Di"', "other readers"),
        (1, "also", '"Ed"', "other readers"),
    ]


def test_a_row_has_the_columns_of_its_variant_and_no_others() -> None:
    assert told("Ada|A|Emma|short||x", "Bo|A|Emma|long|3") == [
        (1, "days", "an empty cell", "a number such as 12.5 or 2/3, which a short loan needs"),
        (1, "reason", '"x"', "an empty cell: a short loan has no reason"),
        (2, "days", '"3"', "an empty cell: a long loan has no days"),
    ]


def test_a_variant_may_stand_for_the_word_of_another_table() -> None:
    (variants,) = (part for part in LOANS.columns if isinstance(part, Variants))
    columns = (DeclaredColumn("kind", "how"), variants._replace(through="kinds"))
    table = DeclaredTable("t", "", lambda kind, days, reason: (kind, days, reason), columns)
    problems = Problems()
    records = [Record(Location("desk", 1), {"kind": "overnight", "reason": "x", "days": "1"})]
    (row,) = read_records(table, records, {"kinds": {"overnight": "short"}}, problems)
    assert row.entry == ("overnight", Fraction(1), "")
    assert [problem.field for problem in problems] == ["reason"]
    assert [row.entry for row in read_records(table, records, {}, Problems())] == [
        ("overnight", None, "")
    ]


def test_a_repetition_is_told_once_with_where_the_first_is() -> None:
    row = "Ada|A|Emma|short|1"
    assert told(row, row, "Bo|A|Emma|short|1", row) == [
        (line, "book", '"Ada with Emma" a second time (first on line 1)', "once") for line in (2, 4)
    ]


def test_rows_without_a_word_of_their_key_are_not_repetitions() -> None:
    assert {found for _, _, found, _ in told("|A|Emma|short|1", "|A|Emma|short|1")} == {
        "an empty cell"
    }


def test_what_is_not_known_is_not_held_against_cells() -> None:
    assert told("Cy|A|Ulysses|long||x", known={}) == []
    assert told("Cy|A|Ulysses|long||x", known={"readers": None}) == []
    assert told("Ada|C|Ulysses|long||x") == []


def test_a_rule_is_about_the_cells_of_one_row() -> None:
    assert told("Ada|A|Emma|short|0", "Bo|A|Emma|short|1") == [(1, "days", "no days", "some")]


def test_cells_that_stand_elsewhere_are_told_where_they_stand() -> None:
    """A sheet with a column for each book and a row for each reader: several records a line."""
    headings, line = ("Emma", "Persuasion"), ("short", "shrt")
    records = [
        Record(
            Location("wide.xlsx [Desk]", 7),
            {"reader": "Ada", "shelf": "A", "book": book, "kind": kind, "days": "1"},
            {"kind": Location("wide.xlsx [Desk]", 7, column)},
        )
        for column, (book, kind) in enumerate(zip(headings, line, strict=True), start=2)
    ]
    problems = Problems()
    rows = read_records(LOANS, records, KNOWN, problems)
    assert [problem.where for problem in problems] == ["wide.xlsx [Desk]:7:3"]
    assert [row.is_sound for row in rows] == [True, False]


def test_a_warning_leaves_a_row_sound() -> None:
    def read_marks(texts: object, words: object) -> CellValues[str]:
        warning = Mistake("an odd mark", "another", severity=Severity.WARNING)
        return CellValues({"?": "unknown"}, {"?": (warning,)})

    column = DeclaredColumn("mark", "", CellKind(read_marks, ""))
    table = DeclaredTable("t", "", lambda mark: mark, (column,))
    problems = Problems()
    (row,) = read_records(table, [Record(Location("t", 1), {"mark": "?"})], {}, problems)
    assert (row.entry, row.is_sound, problems.errors, len(problems)) == ("unknown", True, 0, 1)
