from __future__ import annotations

from pathlib import Path

from tests.reporting.chapters.contexts import chapter, context_of
from tests.reporting.reading_html import Page, body_rows


def test_standards_come_highest_first_with_where_they_come_from(tmp_path: Path) -> None:
    group = chapter(context_of(tmp_path), "standards")["groups"][0]
    standards = group["parts"][0]["criteria"][1]["standards"]
    assert [(s["text"], s["words"], s["kind"], s["quotation"], s["source"]) for s in standards] == [
        ("High", "Level", "published", "level", "Handbook"),
        ("Middle", "A ramp on request", "reconstructed", None, "Handbook"),
        ("Low", "Steps only", "reconstructed", None, "Handbook"),
    ]


def test_standards_are_those_of_each_criterions_own_scale(everything_page: Page) -> None:
    tables = {
        table.children[0].text: body_rows(table)
        for table in everything_page.by_id("standards").find("table")
    }
    assert len(tables) == 7
    assert tables["Standards of A.2"] == [
        ["Yes", "Level Proposed. Charter of readers: line 3."],
        ["No", "Steps only Proposed. Handbook: page 1."],
    ]
    assert [row[0] for row in tables["Standards of C"]] == ["Excellent", "Good", "Adequate", "Poor"]


def test_criteria_stand_under_the_path_of_their_groups(ragged_page: Page) -> None:
    chapter = ragged_page.by_id("standards")
    assert [(heading.tag, heading.text) for heading in chapter.find("h3", "h4", "h5")] == [
        ("h3", "X Reach"),
        ("h4", "A Access › A1 Signs"),
        ("h5", "A1.s Streets"),
        ("h5", "A1.d Doors"),
        ("h4", "A Access"),
        ("h5", "A2 Telephone"),
        ("h4", "A Access › A3 Website"),
        ("h5", "A3.w Words"),
        ("h4", "B Trust"),
        ("h4", "C Cost"),
        ("h5", "C.f Fees"),
        ("h3", "Y Welcome"),
        ("h4", "Y Welcome"),
    ]
    assert chapter.find("h2")[0].text == "Appendix A Pieces of evidence and standards"
