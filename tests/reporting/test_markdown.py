from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.making import FILES, changed, make_study
from tests.reporting.narratives import html_of, problems_of
from tests.reporting.reading_html import read_html
from vfi.reporting.answers import citable_of
from vfi.reporting.narrative import narrative_html
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A<br>B", 'raw HTML, "<br>"'),
        ("CO<sub>2</sub>", 'raw HTML, "<sub>"'),
        ("<script>alert(1)</script>", 'raw HTML, "<script>"'),
        ('A <b onclick="x()">word</b>', 'raw HTML, "<b onclick="x()">"'),
        ("<javascript:alert(1)>", 'raw HTML, "<javascript:alert(1)>"'),
        ("A <!-- note -->", 'raw HTML, "<!-- note -->"'),
        ("A.[^9]", 'a footnote that is not there, "[^9]"'),
        ("A.\n\n[^2]: Lost.", 'the footnote "[^2]:" that nothing refers to'),
        ("- [ ] to do", 'a task list, "[ ]"'),
        ("1. [x] done", 'a task list, "[x]"'),
        ("> [!NOTE]\n> This.", 'a box of a kind, "[!NOTE]"'),
        ("See [[Method]].", 'a link to a page of a wiki, "[[Method]]"'),
        ("*[LA]: local authority", 'an abbreviation, "*[LA]:"'),
        ("See [the method][m].", 'a link or picture that is none, "[the method]["'),
        ("It is ==marked== here", 'highlighting, "==marked=="'),
        ("$$x = 1$$", 'a formula, "$$"'),
        ("## Costs {.large}", 'attributes, "{.large}"'),
        ("::: note\nA\n:::", 'a box with colons or exclamation marks, ":::"'),
        ("---\ntitle: A\n---\n\nWords", "a head of settings between dashes"),
    ],
)
def test_markdown_that_would_be_printed_as_it_was_typed_is_told(
    tmp_path: Path, text: str, told: str
) -> None:
    assert any(told in problem for problem in problems_of(tmp_path, text))


def test_every_line_with_markdown_that_is_not_known_is_told(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "One.[^9] and <br>\ntwo\nthree [[x]]\n\n- a\n- [ ] b\n")
    assert [problem.split("summary.md:")[1].split(":")[0] for problem in problems] == [
        "1",
        "1",
        "3",
        "6",
    ]


@pytest.mark.parametrize(
    "text", ["5 < 6 and 7 > 2", "[1] and (2)", "a~5 and b~6", "2^10 and 3^4", "$5 or $6", "A == B"]
)
def test_signs_that_are_no_markdown_are_printed(tmp_path: Path, text: str) -> None:
    assert html.unescape(html_of(tmp_path, text)) == f"<p>{text}</p>\n"


def test_struck_raised_and_lowered_text_and_definitions_are_set(tmp_path: Path) -> None:
    told = html_of(tmp_path, "~~old~~ H~2~O m^2^\n\nLA\n: A local authority.\n")
    assert told.startswith("<p><s>old</s> H<sub>2</sub>O m<sup>2</sup></p>\n<dl>\n<dt>LA</dt>")


def test_footnote_and_its_reference_lead_to_each_other(tmp_path: Path) -> None:
    page = read_html(
        html_of(tmp_path, "One[^n] and two.^[In the line.] Again[^n].\n\n[^n]: The *note*.\n")
    )
    ids = {element.attributes["id"] for element in page.walk() if "id" in element.attributes}
    links = page.find("a")
    assert len(links) == 6
    assert {link.attributes["href"][1:] for link in links} == ids
    assert [link.text for link in links[:3]] == ["1", "2", "1"]
    assert [link.attributes["aria-label"] for link in links[3:]] == [
        "↑ Back to reference 1",
        "↑ 2 Back to reference 1",
        "↑ Back to reference 2",
    ]
    assert [note.text for note in page.find("li")] == ["The note . ↑ ↑ 2", "In the line. ↑"]


def test_footnotes_of_two_sections_have_ids_of_their_own(tmp_path: Path) -> None:
    about = changed(FILES["study.yaml"], "[summary]", "[summary, A]")
    files = {
        "study.yaml": about,
        **{f"narrative/{name}.md": "A[^1]\n\n[^1]: B\n" for name in ("summary", "A")},
    }
    sections = narrative_html(citable_of(score(load_study(make_study(tmp_path, files)))))
    ids = [re.findall(' id="([^"]*)"', section.text) for section in sections.values()]
    assert not set(ids[0]) & set(ids[1])


def test_long_line_of_code_is_a_block_of_its_own(tmp_path: Path) -> None:
    told = html_of(tmp_path, f"```\n{'x' * 400}\n\n<b>\n```\n")
    lines = read_html(told).find("span", where="line")
    assert [line.text for line in lines] == ["x" * 400, "", "<b>"]
