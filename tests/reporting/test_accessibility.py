from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from tests.reporting.reading_html import Page
from tests.reporting.reading_pdf import Reading, read_pdf
from tests.reporting.tag_checks import faults
from vfi.problems import UserError
from vfi.reporting.accessibility import complete_tags
from vfi.reporting.report import render
from vfi.scoring.models import Scorecard

TOP_MARGIN, BOTTOM_MARGIN = (
    95,
    1031,
)  # CSS pixels from the top of an A4 page: 25 mm, and 24 mm from the bottom
Change = Callable[[Any], bool]


def findings(path: Path) -> list[str]:
    report = page.validate_pdf(path, limits=page.SafetyLimits.unlimited())
    assert report.profile is page.ValidationProfile.PDF_UA_1
    assert bool(report.failures) is not report.is_compliant
    return [failure.rule_id for failure in report.failures]


def test_report_passes_the_gate_for_pdf_ua_1(shipped_pdf: Path) -> None:
    assert findings(shipped_pdf) == []


def test_report_has_no_fault_in_its_tags(reading: Reading) -> None:
    assert faults(reading) == []


def remove_alternatives(found: Any) -> bool:
    if found.get("/S") != "/Figure":
        return False
    del found.Alt
    return True


def remove_scopes(found: Any) -> bool:
    if found.get("/S") != "/TH":
        return False
    del found.A.Scope
    return True


def turn_scopes(found: Any) -> bool:
    if found.get("/S") != "/TH" or found.A.Scope != "/Row":
        return False
    found.A.Scope = pikepdf.Name.Column
    return True


def lower_headings(found: Any) -> bool:
    if found.get("/S") != "/H3":
        return False
    found.S = pikepdf.Name.H5
    return True


def remove_index(found: Any) -> bool:
    if "/IDTree" not in found:
        return False
    found.IDTree.Names = pikepdf.Array()
    return True


def remove_heads(found: Any) -> bool:
    if found.get("/S") != "/THead":
        return False
    found.S = pikepdf.Name.TBody
    return True


def unprint_links(found: Any) -> bool:
    if found.get("/Subtype") != "/Link":
        return False
    found.F = 0
    return True


def remove_language(found: Any) -> bool:
    if "/StructTreeRoot" not in found:
        return False
    del found.Lang
    return True


def hide_title(found: Any) -> bool:
    if "/ViewerPreferences" not in found:
        return False
    del found.ViewerPreferences
    return True


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (remove_alternatives, "figure without a text alternative"),
        (remove_scopes, "header without the scope"),
        (turn_scopes, "header without the scope /Row"),
        (lower_headings, "heading 5 after"),
        (remove_index, "cell whose headers cannot be found"),
        (remove_heads, "table without a head"),
        (unprint_links, "link that is not printed"),
    ],
)
def test_planted_fault_in_the_tags_is_found(
    small_pdf: Path, tmp_path: Path, change: Change, fault: str
) -> None:
    assert faults(read_pdf(small_pdf)) == []
    found = faults(read_pdf(spoiled(small_pdf, change, tmp_path)))
    assert found
    assert found[0].startswith(fault)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (remove_alternatives, "FIGURE-ALTERNATIVE-TEXT"),
        (lower_headings, "HEADING-NESTING"),
        (remove_language, "LANGUAGE"),
        (hide_title, "VIEWER-PREFERENCES"),
    ],
)
def test_planted_fault_is_found_by_the_gate(
    small_pdf: Path, tmp_path: Path, change: Change, rule: str
) -> None:
    assert findings(small_pdf) == []
    assert any(rule in finding for finding in findings(spoiled(small_pdf, change, tmp_path)))


def spoiled(path: Path, change: Change, folder: Path) -> Path:
    """A copy of a PDF with one kind of object changed, which it must hold."""
    with pikepdf.open(path) as pdf:
        dictionaries = [found for found in pdf.objects if isinstance(found, pikepdf.Dictionary)]
        assert sum(change(found) for found in dictionaries) > 0
        pdf.save(folder / "spoiled.pdf")
    return folder / "spoiled.pdf"


def test_tags_begin_with_the_title_and_go_on_with_the_chapters(
    reading: Reading, shipped_page: Page
) -> None:
    headings = reading.document.find("H1", "H2")
    assert [heading.kind for heading in headings] == ["H1"] + ["H2"] * (len(headings) - 1)
    assert [heading.text for heading in headings] == [
        heading.text for heading in shipped_page.find("h1", "h2")
    ]
    assert reading.document.kind == "Document"


def test_figure_says_the_counts_it_shows(reading: Reading, shipped: Scorecard) -> None:
    alternatives = [str(figure.object.Alt) for figure in reading.document.find("Figure")]
    (alternative,) = (
        one for one in alternatives if one.startswith("Stacked bars of the number of")
    )
    assert len(alternatives) == 3
    for node in shipped.criteria:
        counts = [f"{count} {level}" for level, count in node.counts.items() if count]
        assert f"{node.id} {node.title}: {', '.join(counts)}" in alternative
    assert alternative.count("insufficient evidence") == 2


def test_language_title_and_description_are_in_the_metadata(
    reading: Reading, shipped: Scorecard
) -> None:
    about = shipped.study.about
    root = reading.pdf.Root
    assert root.Lang == "en-GB"
    flags: list[object] = [root.ViewerPreferences.DisplayDocTitle, root.MarkInfo.Marked]
    assert flags == [True, True]
    info = reading.pdf.docinfo
    assert [str(info[name]) for name in ("/Title", "/Author", "/Subject")] == [
        about.title,
        ", ".join(about.authors),
        about.subtitle,
    ]
    with reading.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as described:
        assert described["pdfuaid:part"] == "1"
        assert described["dc:title"] == about.title
        assert described["dc:creator"] == list(about.authors)
        assert described["dc:description"] == about.subtitle


def test_every_chapter_has_a_bookmark(reading: Reading, shipped_page: Page) -> None:
    assert [title for title, _ in reading.bookmarks] == [
        heading.text for heading in shipped_page.find("h2")
    ]
    pages = [number for _, number in reading.bookmarks]
    assert pages == sorted(set(pages))


def test_contents_name_the_pages_that_they_lead_to(reading: Reading) -> None:
    entries = [entry for entry in reading.document.find("L")[0].find("LI") if entry.find("Link")]
    led_to = {}
    for entry in entries:
        (link,) = entry.find("Link")
        number = reading.page_of(link.annotations[0].Dest)
        assert entry.text.endswith(f"{link.text} {number}")
        led_to[entry.text.removesuffix(f" {number}")] = number
    assert led_to == {title: number for title, number in reading.bookmarks if title != "Contents"}


def test_running_heads_and_page_numbers_stand_on_every_page_but_the_cover(
    reading: Reading, shipped: Scorecard
) -> None:
    pages: dict[int, list[str]] = {number: [] for number in range(1, len(reading.pdf.pages) + 1)}
    for artifact in reading.artifacts:
        is_in_margin = artifact.line < TOP_MARGIN or artifact.line > BOTTOM_MARGIN
        if artifact.text.strip() and is_in_margin:
            pages[artifact.page].append(artifact.text.strip())
    starts = [*reading.bookmarks, ("", len(pages) + 1)]
    chapters = {
        number: title
        for (title, first), (_, following) in pairwise(starts)
        for number in range(first, following)
    }
    assert pages.pop(1) == []
    assert pages == {
        number: [shipped.study.about.title, chapters[number], str(number)] for number in pages
    }


def test_what_is_in_a_margin_or_repeated_at_the_top_of_a_page_is_all_that_is_passed_over(
    reading: Reading,
) -> None:
    heads = {
        without_spaces(cell.text)
        for head in reading.document.find("THead")
        for cell in head.find("TH")
    }
    in_text = [
        artifact.text
        for artifact in reading.artifacts
        if artifact.text.strip() and TOP_MARGIN <= artifact.line <= BOTTOM_MARGIN
    ]
    assert all(any(without_spaces(text) in head for head in heads) for text in in_text)


def test_every_table_and_every_chapter_of_the_page_is_one_in_the_pdf(
    reading: Reading, shipped_page: Page
) -> None:
    captions = [table.find("Caption")[0].text for table in reading.document.find("Table")]
    on_page = [table.find("caption")[0].text for table in shipped_page.find("table")]
    assert [without_spaces(text) for text in captions] == [without_spaces(text) for text in on_page]
    assert len(reading.document.find("Sect")) == len(shipped_page.find("section"))


def test_rows_of_the_pdf_are_the_rows_of_the_page_whole_and_in_order(
    reading: Reading, shipped_page: Page
) -> None:
    in_pdf = [row.text for body in reading.document.find("TBody") for row in body.find("TR")]
    on_page = [row.text for body in shipped_page.find("tbody") for row in body.find("tr")]
    assert [without_spaces(row) for row in in_pdf] == [without_spaces(row) for row in on_page]


def without_spaces(text: str) -> str:
    return "".join(text.split())


def test_all_fonts_are_embedded_and_our_own(reading: Reading) -> None:
    names = set()
    for found in reading.pdf.objects:
        if (
            isinstance(found, pikepdf.Dictionary)
            and found.get("/Type") == "/Font"
            and "/DescendantFonts" in found
        ):
            descriptor = found.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            names.add(str(found.BaseFont).split("+")[1])
    families = ("Source-Sans-3", "Source-Serif-4")
    assert all(any(name.startswith(family) for name in names) for family in families)
    assert all(name.startswith(families) for name in names)


def test_nothing_in_the_pdf_runs_or_leads_to_a_file(reading: Reading) -> None:
    dictionaries = [found for found in reading.pdf.objects if isinstance(found, pikepdf.Dictionary)]
    forbidden = {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/URI"}
    assert not [found for found in dictionaries if str(found.get("/S", "")) in forbidden]
    assert not [
        found
        for found in dictionaries
        if "/JS" in found or "/AA" in found or "/OpenAction" in found
    ]
    assert list(reading.pdf.attachments) == ["scorecard.json"]


def test_figure_without_a_text_alternative_is_refused(small_pdf: Path, tmp_path: Path) -> None:
    silent = spoiled(small_pdf, remove_alternatives, tmp_path).read_bytes()
    with pytest.raises(UserError, match="a figure has no text alternative"):
        complete_tags(silent)


def test_completing_is_the_same_each_time(small_pdf: Path) -> None:
    data = small_pdf.read_bytes()
    assert complete_tags(data) == complete_tags(data)


def test_report_of_a_deep_tree_passes_the_gate_and_has_no_fault(
    ragged_scored: Scorecard, tmp_path: Path
) -> None:
    path = render(ragged_scored, tmp_path / "report.pdf")
    assert findings(path) == []
    assert faults(read_pdf(path)) == []
