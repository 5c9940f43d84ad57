from __future__ import annotations

from pathlib import Path

import pytest

from tests.reporting.typesetting import HEAD, table, typeset


def test_table_over_pages_is_one_table_with_one_head(tmp_path: Path) -> None:
    reading = typeset(table(60, HEAD) + table(3, HEAD), tmp_path)
    assert len(reading.pdf.pages) == 6
    first, second = reading.document.find("Table")
    assert [cell.text for cell in first.find("THead")[0].find("TH")] == ["A", "B"]
    assert (len(first.find("THead")), len(first.find("TBody")), len(first.find("TR"))) == (1, 1, 61)
    assert [row.text for row in first.find("TR")[1:]] == [
        f"r{number} v{number}" for number in range(60)
    ]
    assert len(second.find("TR")) == 4
    repeated = [artifact.text for artifact in reading.artifacts if artifact.text.strip()]
    assert repeated == ["A", "B"] * 5


def test_two_tables_that_meet_at_the_end_of_a_page_stay_two(tmp_path: Path) -> None:
    for rows in range(10, 16):
        reading = typeset(table(rows, HEAD) + table(9, HEAD), tmp_path)
        assert [len(found.find("TR")) for found in reading.document.find("Table")] == [rows + 1, 10]


def test_row_over_pages_is_one_row_and_each_of_its_cells_one_cell(tmp_path: Path) -> None:
    words = " ".join(f"w{number}" for number in range(400))
    cells = f'<th scope="row">r</th><td><p>{words}</p></td><td>{words}<p>end</p></td>'
    head = HEAD.replace("</tr>", '<th scope="col">C</th></tr>')
    reading = typeset(f"<table>{head}<tbody><tr>{cells}</tr></tbody></table>", tmp_path)
    assert len(reading.pdf.pages) > 2
    assert [cell.text for cell in reading.document.find("TD")] == [words, f"{words} end"]
    assert len(reading.document.find("P")) == 2


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="#a">a <strong>bold</strong> and <em>long</em> link</a></p>',
        f'<p><a href="#a">{"x" * 90}</a></p>',
        "<ul><li><p>loose</p><p>list</p></li><li><p>a</p><ul><li>nested</li></ul></li></ul>",
        f"<ol>{'<li><p>one</p><p>two</p></li>' * 20}</ol>",
    ],
)
def test_link_and_list_as_markdown_makes_them_are_tagged_as_they_should_be(
    body: str, tmp_path: Path
) -> None:
    typeset(f'<h2 id="a">H</h2>{body}', tmp_path)


@pytest.mark.parametrize(
    ("body", "kind", "number"),
    [
        (f"<p>{'word ' * 600}</p><p>b</p>", "P", 2),
        (f"<section><p>{'word ' * 600}</p></section><section>b</section>", "Sect", 2),
        (f"<blockquote><p>{'word ' * 600}</p></blockquote>", "BlockQuote", 1),
        (f"<ul>{'<li>a</li>' * 40}</ul>", "L", 1),
        (f"<ul>{'<li>a</li>' * 40}</ul>", "LI", 40),
        (f"<ol><li><p>{'word ' * 400}</p></li><li>b</li></ol>", "LI", 2),
        (f'<ul style="list-style: none"><li>{"word " * 400}</li><li>b</li></ul>', "LI", 2),
        (f"<dl><dt>a</dt><dd><p>{'word ' * 400}</p></dd></dl>", "LI", 2),
        (f"<div><ul>{'<li>a</li>' * 40}</ul><p>b</p></div>", "Div", 1),
    ],
)
def test_other_elements_over_pages_are_one_element(
    body: str, kind: str, number: int, tmp_path: Path
) -> None:
    reading = typeset(body, tmp_path)
    assert len(reading.pdf.pages) > 1
    assert len(reading.document.find(kind)) == number
    assert reading.document.text.count("word") == body.count("word ") or "word" not in body
