from __future__ import annotations

from pathlib import Path

from tests.reporting.narratives import html_of
from tests.reporting.reading_html import body_rows, read_html


def wide(columns: int, letters: int = 12) -> str:
    head = "|".join(f"{'c' * (letters - 2)}{place:02}" for place in range(columns))
    return f"|{head}|\n|{'---|' * columns}\n|{'|'.join(f'v{place}' for place in range(columns))}|\n"


def test_table_too_wide_for_a_page_is_divided_and_each_part_has_the_first_column(
    tmp_path: Path,
) -> None:
    tables = read_html(html_of(tmp_path, wide(20))).find("table")
    heads = [[cell.text[-2:] for cell in table.find("th")] for table in tables]
    assert len(tables) > 2
    assert {head[0] for head in heads} == {"00"}
    assert [name for head in heads for name in head[1:]] == [
        f"{place:02}" for place in range(1, 20)
    ]
    assert body_rows(tables[1])[0] == [f"v{int(name)}" for name in heads[1]]
    last = len(heads[0])
    assert tables[0].find("caption")[0].text == f"The table in parts: columns 2 to {last} of 20"


def test_table_that_fits_in_smaller_type_stays_in_one_piece(tmp_path: Path) -> None:
    (small,) = read_html(html_of(tmp_path / "1", wide(7))).find("table")
    (usual,) = read_html(html_of(tmp_path / "2", wide(4))).find("table")
    assert (small.classes, usual.classes) == (["wide"], [])
