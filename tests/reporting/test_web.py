from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import cast

import pytest

from tests.making import FILES, ROOT, RUBRIC, changed, make_study, rubric_of, study_of
from tests.reporting.reading_html import Page, body_rows, read_html
from vfi.reporting.answers import answers_of
from vfi.reporting.standalone.cleaning import stand_alone
from vfi.reporting.web import report_html
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

TEMPLATES = (ROOT / "templates",)


def page_of(
    place: Path, files: Mapping[str, str | bytes | None] = FILES, rubric: str = RUBRIC
) -> Page:
    return read_html(
        report_html(answers_of(score(load_study(make_study(place, files, rubric)))), TEMPLATES)
    )


@pytest.fixture(params=["shipped_page", "everything_page"])
def any_page(request: pytest.FixtureRequest) -> Page:
    """The page of the shipped study, and of one with everything of the language."""
    return cast(Page, request.getfixturevalue(request.param))


def test_page_has_language_title_and_one_first_heading(
    shipped_page: Page, shipped: Scorecard
) -> None:
    (html,) = shipped_page.find("html")
    assert html.attributes["lang"] == "en-GB"
    assert [title.text for head in shipped_page.find("head") for title in head.find("title")] == [
        shipped.study.about.title
    ]
    assert [heading.text for heading in shipped_page.find("h1")] == [shipped.study.about.title]


def test_headings_never_skip_a_level(shipped_page: Page) -> None:
    levels = [
        int(heading.tag[1]) for heading in shipped_page.find("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_tables_have_a_caption_a_head_and_headers_with_scope(any_page: Page) -> None:
    tables = any_page.find("table")
    assert len(tables) >= 20
    for table in tables:
        assert table.children[0].tag == "caption"
        assert table.children[0].text
        assert table.children[1].tag == "thead"
        assert {cell.attributes["scope"] for cell in table.children[1].find("th")} == {"col"}
        for row in (row for body in table.find("tbody") for row in body.find("tr")):
            assert [cell.attributes.get("scope") for cell in row.find("th")] == ["row"]
    assert not [
        cell for cell in any_page.find("th") if {"rowspan", "colspan"} & set(cell.attributes)
    ]


def test_rows_of_a_table_have_as_many_cells_as_its_head(any_page: Page) -> None:
    for table in any_page.find("table"):
        widths = {
            sum(int(cell.attributes.get("colspan", 1)) for cell in row.find("th", "td"))
            for row in table.find("tr")
        }
        assert len(widths) == 1, table.children[0].text


def test_captions_are_numbered_from_one_in_each_chapter(shipped_page: Page) -> None:
    assert len(caption_numbers(shipped_page)) == 12
    check_caption_numbers(shipped_page)


def test_captions_are_numbered_whatever_tables_there_are(any_page: Page) -> None:
    check_caption_numbers(any_page)


def caption_numbers(page: Page) -> dict[str, list[int]]:
    """The numbers of the tables of each chapter that has numbered ones."""
    numbers: dict[str, list[int]] = {}
    for caption in page.find("caption"):
        if found := re.match(r"Table (\w+)\.(\d+):", caption.text):
            numbers.setdefault(found[1], []).append(int(found[2]))
    return numbers


def check_caption_numbers(page: Page) -> None:
    assert all(
        numbers == list(range(1, len(numbers) + 1)) for numbers in caption_numbers(page).values()
    )


def test_ids_are_unique_and_every_link_leads_to_one(shipped_page: Page) -> None:
    ids = [
        element.attributes["id"] for element in shipped_page.walk() if "id" in element.attributes
    ]
    assert len(ids) == len(set(ids))
    links = [link.attributes["href"] for link in shipped_page.find("a")]
    assert links == [f"#{section.attributes['id']}" for section in shipped_page.find("section")]


def test_drawing_begins_with_its_title(shipped_page: Page) -> None:
    drawings = shipped_page.find("svg")
    assert len(drawings) == 3
    for drawing in drawings:
        assert drawing.children[0].tag == "title"
        assert "E2.2" in drawing.children[0].text


def test_page_stands_alone(shipped_html: str, shipped_page: Page) -> None:
    assert stand_alone(shipped_html, "report.html") == shipped_html
    assert not shipped_page.find("script", "link", "iframe", "img")
    outside = re.findall(r"https?://[^\s\"'<>)]*", shipped_html)
    assert set(outside) == {"http://www.w3.org/2000/svg"}


def test_every_table_and_drawing_can_be_moved_sideways_on_a_narrow_screen(any_page: Page) -> None:
    wide = {id(element) for element in any_page.find("table", "svg")}
    frames = any_page.find("div", where="scroll")
    assert {id(child) for frame in frames for child in frame.children} == wide
    assert len(frames) == len(wide)
    assert {frame.attributes["tabindex"] for frame in frames} == {"0"}
    assert {frame.attributes["aria-label"] for frame in frames} == {"Table", "Figure"}


def test_no_table_has_columns_of_a_fixed_width_on_a_narrow_screen() -> None:
    """Columns of a fixed layout are narrower than their words there, which then run into each
    other.
    """
    css = (ROOT / "templates" / "report.css").read_text(encoding="utf-8")
    usual, narrow = css.split("@media (max-width: 52rem)")
    assert re.findall(r"([^{}]*)\{[^}]*table-layout: fixed", usual)[0].strip() == ".fixed"
    assert usual.count("table-layout") == 1
    assert ".fixed { table-layout: auto; }" in narrow


def test_every_font_that_is_asked_for_is_embedded_and_its_name_quoted(shipped_html: str) -> None:
    """A name with a number in it, such as Source Sans 3, is no name without quotation marks."""
    faces = set(re.findall(r'@font-face \{ font-family: "([^"]+)"', shipped_html))
    without_faces = re.sub(r"@font-face \{[^}]*\}", "", shipped_html)
    in_styles = re.findall(r"font(?:-family)?\s*:\s*([^;}]*)", without_faces)
    in_drawings = re.findall(r'font-family="([^"]*)"', shipped_html)
    assert len(in_styles) > 20
    assert all(css.endswith(("var(--sans)", "var(--serif)", "inherit")) for css in in_styles)
    assert {name.strip("'") for name in in_drawings} <= faces
    assert all(name.startswith("'") for name in in_drawings)
    assert len(in_drawings) == shipped_html.count("<svg ")


HOSTILE = '</style><script>alert("1")</script>{{ 7*7 }}{% raw %}&amp; \u202etxt.exe\u202c \'"'


def test_hostile_text_comes_out_as_it_is(tmp_path: Path) -> None:
    in_yaml = "'" + HOSTILE.replace("'", "''") + "'"
    in_csv = '"' + HOSTILE.replace('"', '""') + '"'
    files = {
        "study.yaml": (
            changed(FILES["study.yaml"], "Two branch libraries", in_yaml)
            + f"subtitle: {in_yaml}\nacknowledgement: {in_yaml}\n"
        ),
        "cases.csv": f"id,name\nN,{in_csv}\nS,South\n",
        "evidence.csv": (
            f"id,title,kind,location,date,sha256\nvisit,{in_csv},{in_csv},{in_csv},,\ncount,Count,,,,\n"
        ),
        "judgements.csv": (
            FILES["judgements.csv"].replace("Open until nine", in_csv).replace("Ada", in_csv)
        ),
        "published.csv": f"node,rating,source\nA.1,High,{in_csv}\n",
    }
    rubric = changed(RUBRIC, "Opening hours", in_yaml)
    rubric = changed(rubric, "Can people reach it?", in_yaml)
    rubric = changed(rubric, "There.", in_yaml)
    rubric = changed(rubric, "Open when people are free.", in_yaml)
    page = page_of(tmp_path, files, rubric)
    assert not page.find("script")
    assert page.find("h1")[0].text == HOSTILE
    assert page.find("title")[0].text == HOSTILE
    assert page.find("meta")[4].attributes["content"] == HOSTILE
    shown = {
        "dimension-A": "p",
        "method": "td",
        "standards": "p",
        "sources": "td",
        "coverage": "li",
    }
    for place, tag in shown.items():
        assert any(HOSTILE in element.text for element in page.by_id(place).find(tag)), place
    assert any(HOSTILE in cell.text for cell in page.by_id("comparison").find("td"))
    assert "49" not in page.find("main")[0].text


def test_level_names_from_strangers_come_out_as_they_are(tmp_path: Path) -> None:
    name = "<b>High</b>"
    rubric = RUBRIC.replace("High:", f'"{name}":').replace("name: High", f'name: "{name}"')
    files = {
        path: FILES[path].replace("High", name) for path in ("judgements.csv", "published.csv")
    }
    page = page_of(tmp_path, files, rubric)
    assert not page.find("b")
    assert page.find("p", where="verdict-rating")[0].text == name


def narrow(level: str) -> str:
    """The judgements of the small study with criterion A.2 at one level for every case."""
    return re.sub(
        r"(?m)^([NS],A\.2),[^,]*,[^,]*", rf"\1,{level},Nobody was there", FILES["judgements.csv"]
    )


NO_EVIDENCE = re.sub(r",(visit|count|count visit),Ada", ",,Ada", FILES["judgements.csv"])
NO_NARRATIVE = changed(FILES["study.yaml"], "narrative: [summary]\n", "")


@pytest.mark.parametrize(
    ("files", "absent"),
    [
        ({"published.csv": None}, "Published and computed ratings"),
        ({"evidence.csv": None, "judgements.csv": NO_EVIDENCE}, "Sources of evidence"),
        ({"study.yaml": NO_NARRATIVE, "narrative/summary.md": None}, "Two branches were visited"),
    ],
)
def test_part_that_a_study_does_not_have_is_left_out(
    tmp_path: Path, files: dict[str, str | None], absent: str
) -> None:
    assert absent in page_of(tmp_path / "with").text
    page = page_of(tmp_path / "without", files)
    assert absent not in page.text
    check_caption_numbers(page)


def test_study_of_one_case(tmp_path: Path) -> None:
    judgements = "".join(
        line for line in FILES["judgements.csv"].splitlines(True) if not line.startswith("S,")
    )
    page = page_of(tmp_path, {"cases.csv": "id,name\nN,North\n", "judgements.csv": judgements})
    (table,) = page.by_id("dimension-A").find("table", where="assessment")
    assert body_rows(table)[0] == ["N North", "High", "Middle"]
    assert "by its own judgements" in page.by_id("grid").text


def test_criterion_that_nobody_could_judge_has_no_rating_and_is_left_out_above(
    tmp_path: Path,
) -> None:
    page = page_of(tmp_path, {"judgements.csv": narrow("Insufficient evidence")})
    (table,) = page.by_id("dimension-A").find("table", where="assessment")
    *_, scores, ratings, overall = body_rows(table)
    assert ratings == ["Criterion rating", "High", "Insufficient evidence"]
    assert overall == ["Dimension rating", "High"]
    assert scores == ["Score", "1.50 = 3/2", "–"]
    coverage = {row[0]: row[1:] for row in body_rows(page.by_id("coverage").find("table")[0])}
    assert coverage["A.2 Step-free entrance"] == ["0", "2", "0%", "N, S"]
    assert coverage["A Access"] == ["2", "4", "50%", "2"]


def test_study_that_nobody_could_judge_has_no_rating_anywhere() -> None:
    rubric = rubric_of([2])
    page = read_html(
        report_html(
            answers_of(score(study_of(rubric, {"a": {"D1.1": None, "D1.2": None}}))), TEMPLATES
        )
    )
    assert page.find("p", where="verdict-rating")[0].text == "Insufficient evidence"
    assert (
        "From 0 of 1 dimension rating. 0 of 2 judgements on 1 case have a level."
        in page.by_id("summary").text
    )
    assert {cell.text for cell in page.find("td", where="level")} == {"Insufficient evidence"}


@pytest.mark.parametrize("levels", [2, 7, 12])
def test_scale_of_any_length_is_shown_in_full(levels: int) -> None:
    rubric = rubric_of([2, 1], range(levels))
    names = [criterion.id for criterion in rubric.criteria]
    grid = {
        f"c{n}": {name: f"L{(n + place) % levels}" for place, name in enumerate(names)}
        for n in range(levels)
    }
    html = report_html(answers_of(score(study_of(rubric, grid))), TEMPLATES)
    page = read_html(html)
    scale = page.by_id("method").find("table", where="scale")[0]
    assert [row[0] for row in body_rows(scale)[:-1]] == [f"L{n}" for n in reversed(range(levels))]
    for place in range(levels):
        assert f".level-{levels}-{place} {{ background-color: #" in html
    for level in {cell.attributes["class"].split()[-1] for cell in page.find("td", where="level")}:
        assert f".{level} {{" in html


def test_bars_of_many_cases_have_no_width_below_nothing() -> None:
    rubric = rubric_of([1])
    grid = {f"c{n}": {"D1.1": "L0" if n else "L3"} for n in range(600)}
    page = read_html(report_html(answers_of(score(study_of(rubric, grid))), TEMPLATES))
    assert all(float(bar.attributes["width"]) > 0 for bar in page.find("rect"))


def test_cover_has_the_computed_ratings_and_what_the_panel_settled_on_side_by_side(
    everything_page: Page,
) -> None:
    (cover,) = everything_page.find("header", where="cover")
    parts = [part.text for part in cover.find("div", where="verdict-part")]
    assert parts == ["Overall rating, computed Adequate", "Settled by the panel Good"]
    assert "Good before hurdles" in cover.text
    (line,) = cover.find("p", where="verdict-dimensions")
    assert (
        line.text
        == "Access Poor (panel: Excellent ) · Books Good · Welcome Excellent (panel: Good ) · "
        "Money Undetermined"
    )
