from __future__ import annotations

from pathlib import Path

from tests.reporting.chapters.contexts import chapter, context_of
from tests.reporting.reading_html import Page, body_rows


def test_study_without_published_ratings_has_no_comparison(tmp_path: Path) -> None:
    context = context_of(tmp_path, published=None)
    assert "comparison" not in {c["kind"] for c in context["chapters"]}
    assert context["chapters"][-1]["label"] == "Appendix D"


def test_difference_from_a_published_rating_is_marked(tmp_path: Path) -> None:
    published = "node,rating,source\nA.1,High,Review\noverall,Low,Review\n"
    comparison = chapter(context_of(tmp_path, published=published), "comparison")
    assert comparison["equal"] == 1
    assert [(row["id"], row["equal"]) for row in comparison["rows"]] == [
        ("A.1", True),
        ("overall", False),
    ]


def test_determination_stands_beside_the_computed_rating_and_never_counts_as_it(
    everything_page: Page,
) -> None:
    comparison = everything_page.by_id("comparison")
    assert comparison.find("p")[0].text.startswith(
        "None of the 2 published ratings equals the computed one"
    )
    assert [row[:4] for row in body_rows(comparison.find("table")[0])] == [
        ["A Access", "Good", "Poor panel: Excellent", "different"],
        ["B Books", "Excellent", "Good", "different"],
    ]
