from __future__ import annotations

from tests.reporting.chapters.contexts import chapter
from tests.reporting.reading_html import Page, body_rows
from vfi.reporting.answers import Answers
from vfi.reporting.context import report_context


def test_study_without_perspectives_has_no_such_chapter(shipped_page: Page) -> None:
    assert not [
        section for section in shipped_page.find("section") if "perspectives" in section.classes
    ]


def test_ratings_under_each_perspective_stand_side_by_side_and_differing_ones_are_marked(
    everything_page: Page,
) -> None:
    (table,) = everything_page.by_id("perspectives").find("table")
    heads = [cell.text for cell in table.find("thead")[0].find("th")]
    assert heads == ["Criterion or dimension", "The rubric", "Readers", "The office"]
    rows = {row[0]: row[1:] for row in body_rows(table)}
    assert rows["A.1 Opening hours"] == ["Poor Excellent before hurdles", "Excellent *", "Poor"]
    assert rows["A.2 Step-free entrance"] == ["No", "No", "No"]
    assert rows["A.3 Signs"] == ["Undetermined", "Good *", "Undetermined"]
    assert rows["Overall"] == [
        "Adequate Good before hurdles panel: Good",
        "Good *",
        "Undetermined *",
    ]
    assert len(rows) == 11


def test_each_perspective_says_whose_it_is_and_what_it_changes(
    everything_answered: Answers,
) -> None:
    readers, office = chapter(report_context(everything_answered), "perspectives")["perspectives"]
    assert (readers["title"], readers["reason"], readers["differing"]) == (
        "Readers",
        "They come for the books.",
        4,
    )
    assert [change["title"] for change in readers["changes"]] == [
        "From dimensions to the whole",
        "Signs",
        "Hurdles",
    ]
    assert "with the weights A 1, B 3, C 1, D 1" in readers["changes"][0]["words"]
    assert readers["changes"][1]["words"].startswith(
        "The median of the levels that the cases were judged at"
    )
    assert readers["changes"][2]["words"] == "None."
    assert office["differing"] == 1
    assert [change["title"] for change in office["changes"]] == ["From dimensions to the whole"]


def test_rows_of_a_deep_tree_go_from_the_top_down(ragged_page: Page) -> None:
    (table,) = ragged_page.by_id("perspectives").find("table", where="perspectives-table")
    assert [row[0] for row in body_rows(table)][:3] == ["X Reach", "A Access", "A1 Signs"]
