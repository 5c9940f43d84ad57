from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.making import ROOT
from vfi.reporting.standalone.attributes import drawing_faults
from vfi.reporting.standalone.styles import style_faults
from vfi.reporting.templating import TemplateFolders


def faults_of(css: str) -> list[str]:
    return [found for found, _ in style_faults(css, drawing_faults)]


def test_stylesheet_of_the_report_is_sound() -> None:
    assert faults_of(TemplateFolders([ROOT / "templates"]).stylesheet("report.css")) == []


@pytest.mark.parametrize(
    "css",
    [
        'a::before { content: "url(http://x/) @import" counters(a, ".") }',
        "@media (width < 600px) { a:not(.b):nth-child(2n+1) { transform: rotate(3deg) } }",
        "@page :first { @bottom-right { content: counter(page) ' of ' counter(pages) } }",
        (
            "/* url(http://x/) @import 'x' */ a { color: color-mix(in oklab, red 50%, var(--x, "
            "blue)) }"
        ),
        "a { background: linear-gradient(to right, #fff, #000), url(#b) }",
        "@font-face { src: local(X), url(data:font/woff2;base64,AAAA) format('woff2') }",
    ],
)
def test_style_that_fetches_nothing_is_sound(css: str) -> None:
    assert faults_of(css) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a { b: url(http://x/) }", '"http://x/"'),
        ("a { b: url( 'x.png' ) }", '"x.png"'),
        ("a { b: URL(\\68ttp://x/) }", '"http://x/"'),
        ("a { b: \\75 \\72 \\6c(http://x/) }", '"http://x/"'),
        ("a { --b: { c: [ (url(x)) ] } }", '"x"'),
        ("@import 'x';", '"@import"'),
        ("@\\49MPORT 'x';", '"@IMPORT"'),
        ("a { @import 'x'; }", '"@import"'),
        ("a { b: image-set('x' 1x) }", '"image-set()"'),
        ("a { b: calc(src('x')) }", '"src()"'),
        ("a { width: expression(x) }", '"expression()"'),
        ("a { b: url(x y) }", "bad URL"),
        ("a { content: '</style>' }", '"</style>'),
        ("/* <!-- */", '"<!-- */"'),
        ("a { b: url(data:image/svg+xml,<svg/>) }", '"<svg/>'),
        ("a { b: url(data:text/css,x) }", '"data:text/css,x"'),
    ],
)
def test_style_that_fetches_or_ends_early_is_told(css: str, found: str) -> None:
    assert any(found.lower() in told.lower() for told in faults_of(css)), faults_of(css)


def test_style_of_many_brackets_is_read_without_recursion() -> None:
    def nothing(_: bytes) -> Iterator[tuple[str, str]]:
        yield from ()

    assert (
        len(list(style_faults("a { b: " + "(" * 5000 + "url(x)" + ")" * 5000 + " }", nothing))) == 1
    )
