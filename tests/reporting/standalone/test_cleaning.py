from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.reporting.standalone.oracle import complaints
from tests.reporting.standalone.vectors import (
    AWAY,
    CONFUSING,
    EXHAUSTING,
    FETCHING,
    HOSTILE,
    IMG,
    RUN,
    RUNNING,
)
from vfi.problems import InvalidInput
from vfi.reporting.standalone.cleaning import POLICY, cleaned, stand_alone

SOUND = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A &lt;report&gt;</title>\
<meta name="author" content="A, B">
<style>@font-face { src: url(data:font/woff2;base64,d09GMg==) } a > b { fill: url(#stripes) } \
p { top: 0 }
@page { @top-left { content: string(report) counter(page) } } \
a::after { content: target-counter(attr(href), page) }
</style></head>
<body id="top"><p style="background: url('data:image/png;base64,AAAA')">\
See <a href="#top">above</a>,
<a href="https://www.gov.uk/x?src(1)&amp;y" rel="external">the source</a> or \
<a href="mailto:a@example.org">write</a>.
url(http://x/) onclick=1 &lt;script&gt;</p><pre>

two lines down</pre><table><thead><tr><th scope="col" colspan="2">a</th></tr></thead></table>
<p data-anchor="#top" aria-label="x" role="note">1 &lt; 2</p>\
<ol start="3"><li value="4">x<li>y</ol>
<img src="data:image/png;base64,AAAA" alt="x">\
<svg viewBox="0 0 9 9"><title>T</title><use href="#top"/>
<rect fill="url(#stripes)" transform="translate(1 2)"/></svg><!-- a note --></body></html>"""


def with_body(markup: str) -> str:
    return SOUND.replace("<!-- a note --></body>", f"{markup}</body>")


def problems_of(html: str) -> list[str]:
    with pytest.raises(InvalidInput) as refused:
        stand_alone(html, "report.html")
    return [str(problem) for problem in refused.value.problems]


def test_document_with_all_in_itself_keeps_all_of_it() -> None:
    page = stand_alone(SOUND, "report.html")
    head, body = page.split("<body", 1)
    for kept in (
        "<title>A &lt;report&gt;</title>",
        'content="A, B"',
        "a > b { fill: url(#stripes) }",
    ):
        assert kept in head
    for kept in (
        '<a href="https://www.gov.uk/x?src(1)&amp;y" rel="external">the source</a>',
        "url(http://x/) onclick=1 &lt;script&gt;",
        "<pre>\n\ntwo lines down</pre>",
        '<th scope="col" colspan="2">a</th>',
        '<p data-anchor="#top" aria-label="x" role="note">1 &lt; 2</p>',
        '<ol start="3"><li value="4">x</li><li>y</li></ol>',
        '<svg viewBox="0 0 9 9"><title>T</title><use href="#top"/>',
        '<rect fill="url(#stripes)" transform="translate(1 2)"/></svg>',
    ):
        assert kept in body
    assert "a note" not in page
    assert not complaints(page)


def test_page_begins_with_its_encoding_and_a_policy_that_fetches_and_runs_nothing() -> None:
    page = stand_alone(SOUND, "report.html")
    opening = (
        '<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" '
        f'content="{POLICY}">\n'
    )
    assert opening in page[:400]
    assert page.count("Content-Security-Policy") == page.count("charset=") == 1
    for directive in (
        "default-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "img-src data:",
        "font-src data:",
    ):
        assert directive in POLICY
    assert "script-src" not in POLICY


@pytest.mark.parametrize("markup", [*RUNNING, *FETCHING, *EXHAUSTING])
def test_document_that_runs_fetches_or_sends_is_refused(markup: str) -> None:
    first, *_ = problems_of(with_body(markup))
    assert first.startswith("report.html: ")
    assert "; expected " in first


@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_hostile_is_written_wherever_it_stands(markup: str) -> None:
    for before, after in (
        ("", ""),
        ("<p>x", "y"),
        ("<table><tr>", "</tr></table>"),
        ("<svg><g>", "</g></svg>"),
    ):
        page = cleaned(before + markup + after).html
        assert complaints(page) == []
        assert cleaned(page).html == page


@pytest.mark.parametrize("markup", [markup for markup in CONFUSING if RUN in markup])
def test_what_would_run_is_refused_or_is_only_text(markup: str) -> None:
    page = cleaned(with_body(markup))
    assert page.faults or IMG not in page.html


SIGNS = """< > / = " ' & -- ! - ]]> <![CDATA[ <!-- --> --!> &lt; &#13; &#x80; &quot
onerror=x style= href= src= id=a class=b x url( \\ javascript:x data:image/png;base64,AA== #a ) { }
; @import"""
NAMES = """a b i p div table tr td th caption svg math title style textarea script noscript
template select option mtext mglyph annotation-xml foreignObject desc g text image img pre li form
frameset body html head br colgroup iframe xmp plaintext button"""
TAGS = [
    f"<{end}{name}{close}"
    for name in NAMES.split()
    for end in ("", "/")
    for close in (">", " ", "/>")
]
PIECES = st.sampled_from([*SIGNS.split(), " ", "\n", "\x00", "\ud800", AWAY, *TAGS])


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
@example("<table><a><table><a>")
@example("<pre>\n\nx</pre>")
@example("<svg><title><svg><title>")
def test_what_is_written_holds_only_what_is_admitted_and_cleaning_it_again_changes_nothing(
    markup: str,
) -> None:
    page = cleaned(markup).html
    assert complaints(page) == []
    assert cleaned(page).html == page
    assert page.encode("utf-8")


def test_all_problems_are_told_at_once_and_each_kind_of_thing_once() -> None:
    told = problems_of(
        '<script></script><img src="x.png"><a href="#a">x</a><a href="#b">x</a>'
        + "<p onclick=x>" * 300
    )
    assert len(told) == 5


def test_link_to_a_place_that_the_page_does_not_have_is_told() -> None:
    (problem,) = problems_of(with_body('<a href="#no%20where">x</a>'))
    assert problem.startswith('report.html: a href: found "#no where"; expected the id of a place')
    stand_alone(with_body('<p id="no where"></p><a href="#no%20where">x</a>'), "report.html")


def test_long_address_is_told_in_short() -> None:
    (problem,) = problems_of(f'<img src="http://example.org/{"x" * 1000}">')
    assert len(problem) < 300


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x9b", "\ud800", "\uffff", "&#x1b;", "&#xd800;"]
)
def test_control_characters_do_not_come_through(character: str) -> None:
    page = cleaned(f'<p title="a{character}b">a{character}b</p>').html
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", page)
    assert page.encode("utf-8")


def test_elements_too_deep_in_each_other_are_told() -> None:
    (problem,) = problems_of("<div>" * 250)
    assert "more than 200 elements, each in another" in problem
