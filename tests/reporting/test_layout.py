from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import page
import pytest
from weasyprint import HTML

from tests.making import FILES, ROOT, RUBRIC, changed, make_study
from tests.reporting.reading_pdf import Reading, read_pdf
from tests.reporting.shapes import scored, shipped_rubric
from tests.reporting.tag_checks import faults
from vfi.problems import InvalidInput
from vfi.reporting import render, report_html
from vfi.reporting.layout import lay_out, misfits, sparse_pages
from vfi.reporting.pdf import pdf_from_html
from vfi.scoring import score
from vfi.study import load_study

STYLE = """
@page { size: 100mm 100mm; margin: 10mm }
body { margin: 0; font: 4mm/5mm sans-serif }
h1, p, table { margin: 0 0 5mm }
h2 { break-before: page; margin: 0 }
table { border-collapse: collapse } td { padding: 0 1mm } ul { list-style-type: disc }
.whole { break-inside: avoid }
"""


def typeset(body: str, folder: Path, style: str = "") -> Reading:
    """A small document on pages of 16 lines."""
    head = (
        '<!DOCTYPE html><html lang="en-GB"><head><title>A'
        f" page</title><style>{STYLE}{style}</style></head>"
    )
    path = folder / "a.pdf"
    path.write_bytes(pdf_from_html(f"{head}<body><h1>A page</h1>{body}</body></html>"))
    assert page.validate_pdf(path).failures == []
    reading = read_pdf(path)
    assert not [fault for fault in faults(reading) if "head" not in fault]
    return reading


def table(rows: int, head: str = "", kind: str = "") -> str:
    cells = "".join(
        f'<tr><th scope="row">r{number}</th><td>v{number}</td></tr>' for number in range(rows)
    )
    return f'<table class="{kind}">{head}<tbody>{cells}</tbody></table>'


HEAD = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'


def page_texts(reading: Reading) -> list[str]:
    """The text of each page, as its structure elements hold it."""
    texts: dict[int, str] = {}
    numbers = {found.obj.objgen: number for number, found in enumerate(reading.pdf.pages)}
    for element in reading.document.walk():
        if element.marks:
            number = numbers[element.object.Pg.objgen]
            texts[number] = texts.get(number, "") + " " + " ".join(element.marks)
    return [" ".join(texts[number].split()) for number in sorted(texts)]


# --- Nothing leaves the page ---


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{'w' * 200}</td><td>b</td></tr></table>",
        f"<table><tr>{'<td>twelveletter</td>' * 9}</tr></table>",
        f"<table><tr>{'<td>seven77</td>' * 12}</tr></table>",
        (
            '<table style="table-layout: fixed; width: '
            f'80mm"><tr>{"<td>letters</td>" * 9}</tr></table>'
        ),
        f"<ul><li><p>https://example.org/{'a' * 300}?{'b=c&amp;' * 40}</p></li></ul>",
        f"<p><strong>{'n' * 30}</strong>{'o' * 90} and {'x' * 400}</p>",
    ],
)
def test_what_is_wide_is_made_to_fit_and_none_of_it_is_lost(body: str, tmp_path: Path) -> None:
    reading = typeset(body, tmp_path, "p { overflow-wrap: break-word }")
    text = "A page" + unescape(re.sub("<[^>]*>", " ", body))
    assert "".join("".join(page_texts(reading)).replace("•", "").split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            f'<p style="white-space: nowrap">{"x " * 200}</p>',
            r"page 1: found \"x x.*…\", [\d.]+ mm outside its column",
        ),
        (f"<h2>Costs</h2><table><tr>{'<td>w</td>' * 90}</tr></table>", r"page [23] \(Costs\)"),
        (
            f'<div style="overflow: hidden; height: 5mm"><p>{"word " * 90}</p></div>',
            "page 1: found",
        ),
        ('<p style="margin-left: -20mm">Words</p>', 'page 1: found "Words"'),
        ('<p style="position: absolute; top: 95mm">Words</p>', 'page 1: found "Words"'),
        ('<svg width="999" height="9"><title>A drawing</title></svg>', 'page 1: found "a picture"'),
    ],
)
def test_text_that_cannot_be_made_to_fit_is_told_with_its_page(
    body: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput, match=told) as refused:
        typeset(body, tmp_path)
    assert all(problem.file == "the report" for problem in refused.value.problems)


LONG = "x" * 118
LEVEL = f"{'W' * 60} {'i' * 60}"
LONG_RUBRIC = {
    "High": LEVEL,
    "title: Opening hours": f"title: {LONG}",
    "text: Open by day": f"text: https://example.org/{LONG}",
    "question: Can people reach it?": f"question: {'long words ' * 400}",
    "meaning: Anyone can come in.": f"meaning: {LONG} {'words ' * 900}",
}
WIDE_TABLE = "\n".join(
    [
        "|" + "|".join(f"column{place:06}" for place in range(20)) + "|",
        "|---" * 20 + "|",
        "|valuevalue12" * 20 + "|",
    ]
)
WIDE_TEXT = (
    f"{WIDE_TABLE}\n\n```\n{'c' * 400}\n```\n\n    {'d' * 300}\n\n`{'e' * 200}` and {'f' * 300}\n"
)


def test_study_with_long_words_everywhere_is_typeset_whole(tmp_path: Path) -> None:
    rubric = RUBRIC
    for old, new in LONG_RUBRIC.items():
        rubric = rubric.replace(old, new)
    rows = "".join(
        f"{case},{node},{LEVEL},{LONG},,{LONG},2026-03\n"
        for case in "NS"
        for node in ("A.1", "A.2", "B.1")
    )
    files = {
        "judgements.csv": f"case,criterion,level,reason,evidence,assessor,date\n{rows}",
        "cases.csv": f"id,name\nN,{LONG}\nS,{'Words ' * 60}\n",
        "published.csv": None,
        "narrative/summary.md": f"# {LONG}\n\n{WIDE_TEXT}",
        "study.yaml": changed(
            FILES["study.yaml"], "Two branch libraries", f"{LONG} {'words ' * 90}"
        ),
    }
    path = render(score(load_study(make_study(tmp_path, files, rubric))), tmp_path / "a.pdf")
    assert page.validate_pdf(path, limits=page.SafetyLimits.unlimited()).failures == []
    words = "".join(word for text in page_texts(read_pdf(path)) for word in text.split())
    assert all(f"column{place:06}" in words for place in range(20))
    assert all(
        letters in words for letters in ("c" * 400, "d" * 300, "e" * 200, "f" * 300, LONG, "W" * 60)
    )


# --- No page is left almost empty ---


def test_short_table_is_kept_whole(tmp_path: Path) -> None:
    first, second = page_texts(typeset("<p>W</p>" * 5 + table(6, kind="whole"), tmp_path))
    assert ("r0" in first, "r0 v0" in second, "v5" in second) == (False, True, True)


@pytest.mark.parametrize("rows", [10, 14, 15, 16, 40])
def test_table_that_would_leave_a_page_almost_empty_is_divided(rows: int, tmp_path: Path) -> None:
    texts = page_texts(typeset(f"<p>W</p>{table(rows, kind='whole')}", tmp_path))
    assert "r0 v0" in texts[0]
    assert f"v{rows - 1}" in texts[-1]


def test_page_before_a_chapter_may_be_almost_empty(tmp_path: Path) -> None:
    texts = page_texts(typeset(f"<p>W</p><h2>C</h2>{table(6, kind='whole')}", tmp_path))
    assert [text.split()[0] for text in texts] == ["A", "C"]


@pytest.mark.parametrize("name", ["cpa-2002-hurdles", "domestic-abuse-duty-qca-children"])
def test_report_of_a_shipped_rubric_has_no_sparse_page_and_nothing_outside_its_column(
    name: str,
) -> None:
    html = HTML(string=report_html(scored(shipped_rubric(name)), (ROOT / "templates",)))
    document = lay_out(html, pdf_variant="pdf/ua-1")
    assert list(sparse_pages(document)) == []
    assert list(misfits(document)) == []


# --- What runs over pages is one element ---


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
