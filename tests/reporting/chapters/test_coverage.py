from __future__ import annotations

from pathlib import Path

from tests.reporting.chapters.contexts import chapter, context_of
from tests.reporting.reading_html import Page, body_rows


def test_coverage_counts_what_is_there_and_names_what_is_not(tmp_path: Path) -> None:
    coverage = chapter(context_of(tmp_path), "coverage")
    rows = {
        row["id"]: (row["judged"], row["total"], row["share"], row["excluded"])
        for row in coverage["rows"]
    }
    assert rows == {
        "A.1": (2, 2, "100%", []),
        "A.2": (1, 2, "50%", ["S"]),
        "A": (3, 4, "75%", []),
        "B.1": (2, 2, "100%", []),
        "B": (2, 2, "100%", []),
        "overall": (5, 6, "83%", []),
    }
    assert coverage["facts"] == {
        "with_reason": 2,
        "with_evidence": 5,
        "assessors": ["Ada"],
        "standards": 9,
        "provenance": [{"kind": "published", "count": 1}, {"kind": "reconstructed", "count": 8}],
    }


def test_coverage_has_a_holistic_dimension_once(everything_page: Page) -> None:
    rows = {
        row[0]: row[1:] for row in body_rows(everything_page.by_id("coverage").find("table")[0])
    }
    assert len(rows) == 11
    assert rows["C Welcome"] == ["3", "3", "100%", "none"]
    assert rows["A.3 Signs"] == ["2", "3", "67%", "W"]
    assert "26 standards: 26 proposed" in everything_page.by_id("coverage").text


def test_rows_of_a_deep_tree_go_from_the_top_down(ragged_page: Page) -> None:
    (table,) = ragged_page.by_id("coverage").find("table", where="coverage-table")
    rows = [(row.classes, row.find("th")[0].text) for row in table.find("tbody")[0].find("tr")]
    assert rows[:4] == [
        (["dimension-row"], "X Reach"),
        (["group-row"], "A Access"),
        (["group-row"], "A1 Signs"),
        (["criterion-row"], "A1.s Streets"),
    ]
    assert rows[-1] == (["overall-row"], "Overall")
