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
from tests.reporting.typesetting import table, typeset
from vfi.problems import InvalidInput
from vfi.reporting.answers import answers_of
from vfi.reporting.layout import lay_out, misfits, sparse_pages
from vfi.reporting.report import render
from vfi.reporting.web import report_html
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


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
    html = HTML(string=report_html(answers_of(scored(shipped_rubric(name))), (ROOT / "templates",)))
    document = lay_out(html, pdf_variant="pdf/ua-1")
    assert list(sparse_pages(document)) == []
    assert list(misfits(document)) == []
