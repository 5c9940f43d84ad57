"""Tables: declared once, read by one reader, whatever they are written in.

A *declaration* (`DeclaredTable`) says which columns a table has, what kind of cell stands in each,
which have to be filled, which words a cell may hold, and what no two rows have alike. A *source*
yields records: texts by column, each with the place where it stands. `read_records` turns records
into rows with a typed entry, and tells every problem where it is. `read_table` does so for a CSV
file and `read_sheet` for any header with lines below it; a sheet that is laid out in another way is
one more source of records.

A new table is one declaration. `docs/` shows its columns from there.
"""
