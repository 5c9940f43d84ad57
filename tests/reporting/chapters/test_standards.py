from __future__ import annotations

from pathlib import Path

from tests.reporting.chapters.contexts import chapter, context_of
from tests.reporting.reading_html import Page, body_rows


def test_standards_come_highest_first_with_where_they_come_from(tmp_path: Path) -> None:
    group = chapter(context_of(tmp_path), "standards")["groups"][0]
    standards = group["criteria"][1]["standards"]
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
