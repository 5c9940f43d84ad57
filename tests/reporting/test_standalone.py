from __future__ import annotations

import pytest

from vfi.problems import InvalidInput
from vfi.reporting.standalone import check_stands_alone, is_link

SOUND = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A report</title>
<style>@font-face { src: url(data:font/woff2;base64,d09GMg==) } a { fill: url(#stripes) } p { top: 0 }</style></head>
<body id="top"><p style="background: url('data:image/png;base64,AAAA')">See <a href="#top">above</a>,
<a href="https://www.gov.uk/x?src(1)">the source</a> or <a href="mailto:a@example.org">write</a>. url(http://x/)</p>
<img src="data:image/png;base64,AAAA" alt="x"><svg><use href="#top"/></svg><!-- a note --></body></html>"""


def problems_of(html: str) -> list[str]:
    with pytest.raises(InvalidInput) as refused:
        check_stands_alone(html, "report.html")
    return [str(problem) for problem in refused.value.problems]


def test_document_with_all_in_itself_is_sound() -> None:
    check_stands_alone(SOUND, "report.html")


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="//127.0.0.1:9/x.png" alt="x">',
        '<IMG SRC="x.png" alt="x">',
        '<img srcset="http://127.0.0.1:9/x.png 1x" alt="x">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="more.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<svg><image href="file:///etc/passwd"/></svg>',
        '<svg><image xlink:href="http://127.0.0.1:9/x.png"/></svg>',
        '<svg><use href="http://127.0.0.1:9/x.svg#a"/></svg>',
        '<svg><a href="#top"><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
        '<video poster="http://127.0.0.1:9/x.png"></video>',
        '<audio src="http://127.0.0.1:9/x.mp3"></audio>',
        '<body background="http://127.0.0.1:9/x.png">',
        '<object data="file:///etc/passwd"></object>',
        '<embed src="data:text/html,x">',
        '<iframe src="file:///etc/passwd"></iframe>',
        '<iframe srcdoc="x"></iframe>',
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<form action="http://127.0.0.1:9/"><button>x</button></form>',
        '<base href="file:///etc/">',
        '<meta http-equiv="Refresh" content="0;url=http://127.0.0.1:9/">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" JavaScript:alert(1)">x</a>',
        '<a href="file:///etc/passwd">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="other.html">x</a>',
        '<a href="#nowhere">x</a>',
        '<a href="#top" ping="http://127.0.0.1:9/">x</a>',
        "<p style=\"background: url('http://127.0.0.1:9/x.png')\">x</p>",
        '<p style="background: URL(x.png)">x</p>',
        '<style>@import "file:///etc/passwd";</style>',
        "<style>a { background: url(file:///etc/passwd) }</style>",
        "<style>a { background: u\\72l(http://127.0.0.1:9/) }</style>",
        "<style>a { background: \\url(http://127.0.0.1:9/) }</style>",
        "<style>a { background: image-set('http://127.0.0.1:9/x.png' 1x) }</style>",
        "<style>a { background: src('http://127.0.0.1:9/x.png') }</style>",
        "<svg><style><img src=http://127.0.0.1:9/x.png></style></svg>",
        "<!--><img src=http://127.0.0.1:9/x.png>-->",
        "<![CDATA[><img src=http://127.0.0.1:9/x.png>]]>",
    ],
)
def test_document_that_fetches_runs_or_sends_is_refused(markup: str) -> None:
    (first, *_) = problems_of(SOUND.replace("</body>", f"{markup}</body>"))
    assert first.startswith("report.html: ")
    assert "; expected " in first


def test_all_problems_are_told_at_once() -> None:
    assert len(problems_of('<script></script><img src="x.png"><a href="#a">x</a><a href="#b">x</a>')) == 4


def test_long_address_is_told_in_short() -> None:
    (problem,) = problems_of(f'<img src="http://example.org/{"x" * 1000}">')
    assert len(problem) < 200


@pytest.mark.parametrize("address", ["#a", "http://x", "HTTPS://x", " https://x", "mailto:a@b"])
def test_links_that_a_reader_may_follow(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize("address", ["", "x", "/x", "//x", "ftp://x", "javascript:#", "file:x", "data:,#"])
def test_links_that_a_reader_is_not_led_to(address: str) -> None:
    assert not is_link(address)
