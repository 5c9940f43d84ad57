"""The rows of a study that the recomputation starts from: the texts of cells, as the files hold
them.

No file is opened here. Who asks for a recomputation has read the files and hands over what is in
them, so that both paths to the ratings start from the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vfi.relational.compile import CASES, FAILURES, JUDGEMENTS
from vfi.relational.errors import CannotRecompute
from vfi.relational.tables import TEXT, Statement

Rows = Mapping[str, Sequence[tuple[str, ...]]]
COLUMNS = {
    "cases": ("id",),
    "judgements": ("case", "criterion", "level"),
    "failures": ("case", "failure"),
}
"""The columns that a row has, in order, for each table."""

TABLES = {"cases": CASES, "judgements": JUDGEMENTS, "failures": FAILURES}
OPTIONAL = "failures"


def given(rows: Rows) -> Iterator[Statement]:
    """The tables that hold the rows; one without rows where a study may do without.

    Raises:
        CannotRecompute: there are no rows of a table that every study has.
    """
    for name, table in TABLES.items():
        of_table = rows.get(name, ())
        if not of_table and name != OPTIONAL:
            raise CannotRecompute(f"there are no rows of {name}.csv to recompute from")
        words = (
            f"{len(of_table)} rows of {name}.csv" if of_table else f"This study has no {name}.csv"
        )
        yield Statement(name, words, None, dict.fromkeys(table.columns, TEXT), tuple(of_table))
