from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import FILES, changed, make_study
from tests.reporting.reading_html import Page
from vfi.reporting.answers import answers_of
from vfi.reporting.context import report_context
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def titles(place: Path, listed: str, files: dict[str, str]) -> list[str]:
    """The titles of the chapters before the appendices."""
    about = changed(FILES["study.yaml"], "narrative: [summary]", f"narrative: [{listed}]")
    texts = {f"narrative/{name}.md": text for name, text in files.items()}
    scorecard = score(
        load_study(make_study(place, {"study.yaml": about, "narrative/summary.md": None, **texts}))
    )
    return [
        chapter["title"]
        for chapter in report_context(answers_of(scorecard))["chapters"]
        if not chapter["appendix"]
    ]


USUAL = [
    "Summary",
    "How the ratings were made",
    "A Access",
    "B Books",
    "The whole grid",
    "Coverage and limitations",
]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("", USUAL),
        ("foreword, summary", ["Foreword", *USUAL]),
        ("summary, foreword", [USUAL[0], "Foreword", *USUAL[1:]]),
        ("method, foreword, B", [*USUAL[:2], "Foreword", *USUAL[2:]]),
        ("B, foreword", [*USUAL[:4], "Foreword", *USUAL[4:]]),
        ("limitations, foreword", [*USUAL, "Foreword"]),
        ("B, A", [*USUAL[:2], "B Books", "A Access", *USUAL[4:]]),
        ("method, summary", [USUAL[1], USUAL[0], *USUAL[2:]]),
        ("foreword", ["Foreword", *USUAL]),
        ("grid, summary", ["Grid", *USUAL]),
    ],
)
def test_chapters_come_in_the_order_in_which_the_study_lists_their_sections(
    tmp_path: Path, listed: str, expected: list[str]
) -> None:
    assert (
        titles(tmp_path, listed, {name: "Words.\n" for name in listed.split(", ") if name})
        == expected
    )


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("QCA-of-MI_data", "Words.", "QCA of MI data"),
        ("who-was-asked", "Words.", "Who was asked"),
        ("x", "# QCA of *MI* data\n\nWords.", "QCA of MI data"),
        ("x", "Words.\n\n# Later", "X"),
    ],
)
def test_title_is_the_first_heading_else_the_name_of_the_file_with_its_capitals(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    assert titles(tmp_path, name, {name: text})[0] == title


@pytest.mark.parametrize(
    ("name", "heading", "place", "title"),
    [
        ("summary", "In short", 0, "In short"),
        ("limitations", "What we could not see", -1, "What we could not see"),
        ("A", "Getting in", 2, "A Getting in"),
        ("A", "A. Getting in", 2, "A. Getting in"),
    ],
)
def test_heading_of_a_section_of_the_report_is_the_title_of_its_chapter(
    tmp_path: Path, name: str, heading: str, place: int, title: str
) -> None:
    assert titles(tmp_path, name, {name: f"# {heading}\n\nWords.\n"})[place] == title


def test_text_stands_in_the_chapter_that_it_is_for(tmp_path: Path) -> None:
    about = changed(FILES["study.yaml"], "narrative: [summary]", "narrative: [B]")
    scorecard = score(
        load_study(make_study(tmp_path, {"study.yaml": about, "narrative/B.md": "Words on B.\n"}))
    )
    texts = {
        chapter["title"]: chapter["text"]
        for chapter in report_context(answers_of(scorecard))["chapters"]
    }
    assert texts["B Books"] == "<p>Words on B.</p>\n"
    assert texts["A Access"] is None


def test_section_of_a_group_stands_in_the_chapter_of_its_dimension(ragged_page: Page) -> None:
    titles = [chapter.find("h2")[0].text for chapter in ragged_page.find("section")]
    assert titles[:5] == [
        "1 Summary",
        "2 How the ratings were made",
        "3 X Reach",
        "4 Afterword",
        "5 Y Welcome",
    ]
