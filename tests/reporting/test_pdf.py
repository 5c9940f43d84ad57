from __future__ import annotations

import base64
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from tests.making import ROOT
from vfi.problems import UserError
from vfi.reporting.pdf import pdf_from_html

PAGE = (
    '<!DOCTYPE html><html lang="en-GB"><head><title>A page</title>{}</head><body><h1>A '
    "page</h1>{}</body></html>"
)
# Opens every hostile document under an audit hook, which sees each file and connection that Python
# opens.
WATCHED = """
import sys
from vfi.problems import UserError
from vfi.reporting.pdf import pdf_from_html

pages = sys.stdin.read().split("\\0")
pdf_from_html(pages[0])
seen = []
sys.addaudithook(lambda event, arguments: seen.append((event, str(arguments[0])))
                 if event == "open" or event.startswith("socket.") else None)
for page in pages[1:]:
    try:
        pdf_from_html(page)
    except UserError:
        pass
print([one for one in seen if one[0] != "open" or "secret" in one[1]])
"""


def drawing(markup: str) -> str:
    svg = (
        '<!DOCTYPE svg [<!ENTITY out SYSTEM "file:///etc/hostname">]>' if "&out;" in markup else ""
    ) + f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{markup}</svg>'
    return (
        f'<img alt="x" src="data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}">'
    )


def hostile(address: str) -> list[str]:
    """Documents that ask for an address, one way each."""
    bodies = [
        f'<img src="{address}" alt="x">',
        f'<object data="{address}">x</object>',
        f'<embed src="{address}">',
        f'<a rel="attachment" href="{address}">x</a>',
        f'<p style="background: url({address})">x</p>',
        f'<ul><li style="list-style-image: url({address})">x</li></ul>',
        (
            f'<svg width="9" height="9"><title>x</title><image href="{address}" width="9" '
            'height="9"/></svg>'
        ),
        drawing(f'<image href="{address}" width="9" height="9"/>'),
        drawing(f"<style>@import url({address});</style><text>x</text>"),
    ]
    heads = [
        f'<link rel="stylesheet" href="{address}">',
        f'<link rel="attachment" href="{address}">',
        f'<style>@import "{address}";</style>',
        (
            f'<style>@font-face {{ font-family: x; src: url("{address}") }} h1 {{ font-family: x '
            "}</style>"
        ),
    ]
    return [PAGE.format("", body) for body in bodies] + [PAGE.format(head, "") for head in heads]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.png"
    path.write_text("the place of the refuge")
    return path


def test_sound_document_becomes_a_pdf() -> None:
    assert pdf_from_html(PAGE.format("", "<p>Words</p>")).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("number", range(len(hostile(""))))
@pytest.mark.parametrize("form", ["http://127.0.0.1:9/x.png", "file:{}", "ftp://127.0.0.1/x.png"])
def test_document_that_asks_for_an_address_is_refused(
    form: str, number: int, secret: Path, connections: list[object]
) -> None:
    with pytest.raises(UserError, match="the report cannot be typeset as it is:\n") as refused:
        pdf_from_html(hostile(form.format(secret))[number])
    assert connections == []
    assert secret.read_text() not in str(refused.value)
    assert len(str(refused.value)) < 1000


@pytest.mark.parametrize(
    "body",
    [
        '<img src="x.png" alt="x">',
        '<img src="//127.0.0.1:9/x.png" alt="x">',
        '<base href="file:///etc/"><img src="hostname" alt="x">',
        drawing("<text>&out;</text>"),
    ],
)
def test_document_that_asks_for_a_neighbour_is_refused(
    body: str, connections: list[object]
) -> None:
    with pytest.raises(UserError, match="cannot be typeset"):
        pdf_from_html(PAGE.format("", body))
    assert connections == []


def test_no_file_and_no_connection_is_opened_for_a_hostile_document(secret: Path) -> None:
    pages = [
        PAGE.format("", "<p>Words</p>"),
        *hostile(f"file://{secret}"),
        *hostile("http://127.0.0.1:9/x.png"),
    ]
    watched = subprocess.run(
        [sys.executable, "-c", WATCHED],
        input="\0".join(pages),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (watched.stdout, watched.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (PAGE.replace(' lang="en-GB"', ""), "lang"),
        (PAGE.replace("<title>A page</title>", ""), "title"),
        (
            PAGE.format(
                "", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC" alt="">'
            ),
            "alt",
        ),
        (
            PAGE.format("", '<svg width="9" height="9"><rect width="9" height="9"/></svg>'),
            "a figure has no text alt",
        ),
        (PAGE.format("<style>p { colour: red }</style>", ""), "colour"),
        (PAGE.format("", '<p><a href="#nowhere">x</a></p>'), "nowhere"),
        (PAGE.format("", "<p>\U00013000</p>"), "U\\+13000"),
    ],
)
def test_fault_that_would_hide_something_from_a_reader_is_told(html: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        pdf_from_html(html)


def test_logging_of_weasyprint_is_as_it_was_before() -> None:
    logger = logging.getLogger("weasyprint")
    before = logger.handlers[:], logger.propagate
    with pytest.raises(UserError):
        pdf_from_html(PAGE.format("", '<img src="x.png" alt="x">'))
    assert (logger.handlers, logger.propagate) == before


def test_missing_library_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(
        UserError, match=r"Pango library.*apt-get install libpangoft2-1\.0-0 libharfbuzz-subset0"
    ):
        pdf_from_html(PAGE.format("", ""))
