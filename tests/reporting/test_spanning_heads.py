from __future__ import annotations

from pathlib import Path

from tests.reporting.reading_pdf import Reading
from tests.reporting.typesetting import HEAD, table, typeset

HEADS = (
    '<thead><tr><th scope="col">Part of</th><th scope="col" colspan="2">G</th>'
    '<th scope="col">H</th></tr><tr><th scope="col">Case</th><th scope="col">a</th>'
    '<th scope="col">b</th><th scope="col">c</th></tr></thead>'
)


def heads(reading: Reading) -> dict[str, list[str]]:
    """The heads of each cell."""
    texts = {str(cell.object.ID): cell.text for cell in reading.document.find("TH")}
    return {
        cell.text: [texts[str(name)] for name in cell.attribute("/Headers")]
        for cell in reading.document.find("TD")
    }


def test_cells_are_related_to_all_heads_above_them(tmp_path: Path) -> None:
    body = (
        '<tr><th scope="row">r</th><td>1</td><td>2</td><td>3</td></tr>'
        '<tr><th scope="row">s</th><td colspan="2">4</td><td>5</td></tr>'
    )
    reading = typeset(f"<table>{HEADS}<tbody>{body}</tbody></table>", tmp_path)
    assert heads(reading) == {
        "1": ["r", "G", "a"],
        "2": ["r", "G", "b"],
        "3": ["r", "H", "c"],
        "4": ["s", "G", "a", "b"],
        "5": ["s", "H", "c"],
    }


def test_cells_on_later_pages_are_related_to_them_too(tmp_path: Path) -> None:
    rows = "".join(
        f'<tr><th scope="row">r{n}</th><td>{n}a</td><td>{n}b</td><td>{n}c</td></tr>'
        for n in range(40)
    )
    reading = typeset(f"<table>{HEADS}<tbody>{rows}</tbody></table>", tmp_path)
    assert len(reading.pdf.pages) > 2
    assert heads(reading)["39b"] == ["r39", "G", "b"]


def test_table_without_such_heads_stays_as_it_is(tmp_path: Path) -> None:
    assert heads(typeset(table(1, HEAD), tmp_path)) == {"v0": ["r0", "B"]}
