"""Tables: declared once, read by one reader, whatever they are written in.

A *declaration* (`DeclaredTable`) says which columns a table has, what kind of cell stands in each,
which have to be filled, which words a cell may hold, and what no two rows have alike. A *source*
yields records: texts by column, each with the place where it stands. `read_records` turns records
into rows with a typed entry, and tells every problem where it is. `read_table` does so for a CSV
file and `read_sheet` for any header with lines below it; a sheet that is laid out in another way is
one more source of records.

A new table is one declaration. `docs/` shows its columns from there.
"""

from vfi.inputs.tables.declaration import (
    DeclaredColumn,
    DeclaredTable,
    Reference,
    UniqueKey,
    Variants,
)
from vfi.inputs.tables.files import ReadTable, read_sheet, read_table
from vfi.inputs.tables.headings import Sheet
from vfi.inputs.tables.kinds import CellKind, Mistake
from vfi.inputs.tables.reading import read_records
from vfi.inputs.tables.records import Location, Record, References, Row

__all__ = [
    "CellKind",
    "DeclaredColumn",
    "DeclaredTable",
    "Location",
    "Mistake",
    "ReadTable",
    "Record",
    "Reference",
    "References",
    "Row",
    "Sheet",
    "UniqueKey",
    "Variants",
    "read_records",
    "read_sheet",
    "read_table",
]
