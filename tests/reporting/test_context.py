from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.making import FILES, changed, make_study, rubric_of, study_of
from vfi.reporting.context import month_and_year, report_context
from vfi.scoring import Scorecard, score
from vfi.study import load_study


def context_of(place: Path, published: str | None = FILES["published.csv"]) -> dict[str, Any]:
    return report_context(score(load_study(make_study(place, {"published.csv": published}))))


def chapter(context: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = (chapter for chapter in context["chapters"] if chapter["kind"] == kind)
    return dict(found)


@pytest.mark.parametrize(
    ("date", "written"), [("2025", "2025"), ("2025-07", "July 2025"), ("2025-12-01", "1 December 2025")]
)
def test_date_as_a_person_writes_it(date: str, written: str) -> None:
    assert month_and_year(date) == written


def test_templates_get_plain_values_only(shipped: Scorecard) -> None:
    context = report_context(shipped)
    assert json.loads(json.dumps(context)) == context


def test_chapters_are_numbered_and_appendices_lettered(tmp_path: Path) -> None:
    chapters = context_of(tmp_path)["chapters"]
    assert [(c["label"], c["title"]) for c in chapters] == [
        ("1", "Summary"),
        ("2", "How the ratings were made"),
        ("3", "A Access"),
        ("4", "B Books"),
        ("5", "The whole grid"),
        ("6", "Coverage and limitations"),
        ("Appendix A", "Criteria and standards"),
        ("Appendix B", "How each rating follows"),
        ("Appendix C", "Published and computed ratings"),
        ("Appendix D", "Sources"),
    ]
    assert len({c["anchor"] for c in chapters}) == len(chapters)


def test_narrative_of_ones_own_becomes_a_chapter_before_or_after_the_dimensions(tmp_path: Path) -> None:
    names = ["summary", "who-was-asked", "B", "next_steps"]
    files = {f"narrative/{name}.md": f"Words on {name}.\n" for name in names}
    about = changed(FILES["study.yaml"], "narrative: [summary]", f"narrative: [{', '.join(names)}]")
    scorecard = score(load_study(make_study(tmp_path, {"study.yaml": about, **files})))
    chapters = report_context(scorecard)["chapters"]
    titles = [c["title"] for c in chapters if not c["appendix"]]
    assert titles[2:6] == ["Who was asked", "A Access", "B Books", "Next steps"]
    texts = {c["title"]: c["text"] for c in chapters}
    assert texts["B Books"] == "<p>Words on B.</p>\n"
    assert texts["A Access"] is None


def test_study_without_published_ratings_has_no_comparison(tmp_path: Path) -> None:
    context = context_of(tmp_path, published=None)
    assert "comparison" not in {c["kind"] for c in context["chapters"]}
    assert context["chapters"][-1]["label"] == "Appendix C"


def test_difference_from_a_published_rating_is_marked(tmp_path: Path) -> None:
    published = "node,rating,source\nA.1,High,Review\noverall,Low,Review\n"
    comparison = chapter(context_of(tmp_path, published=published), "comparison")
    assert comparison["equal"] == 1
    assert [(row["id"], row["equal"]) for row in comparison["rows"]] == [("A.1", True), ("overall", False)]


def test_coverage_counts_what_is_there_and_names_what_is_not(tmp_path: Path) -> None:
    coverage = chapter(context_of(tmp_path), "coverage")
    rows = {row["id"]: (row["judged"], row["total"], row["share"], row["excluded"]) for row in coverage["rows"]}
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
        "published": 1,
        "reconstructed": 8,
    }


def test_standards_come_highest_first_with_where_they_come_from(tmp_path: Path) -> None:
    group = chapter(context_of(tmp_path), "standards")["groups"][0]
    standards = group["criteria"][1]["standards"]
    assert [(s["text"], s["words"], s["kind"], s["quotation"], s["source"]) for s in standards] == [
        ("High", "Level", "published", "level", "Handbook"),
        ("Middle", "A ramp on request", "reconstructed", None, "Handbook"),
        ("Low", "Steps only", "reconstructed", None, "Handbook"),
    ]


def test_sources_name_each_file_with_its_digest(tmp_path: Path) -> None:
    files = chapter(context_of(tmp_path), "sources")["files"]
    assert [file["name"] for file in files] == [*sorted(FILES), "rubrics/library/rubric.yaml"]
    assert all(len(file["sha256"]) == 64 for file in files)


def test_grid_counts_the_cases_own_ratings(tmp_path: Path) -> None:
    grid = chapter(context_of(tmp_path), "grid")
    assert sum(rating["count"] for rating in grid["case_ratings"]) == 2
    assert [row["id"] for row in grid["rows"]] == ["N", "S"]
    assert [[cell["text"] for cell in row["ratings"]] for row in grid["rows"]] == [
        ["High", "Low", "Middle"],
        ["Middle", "High", "High"],
    ]


def test_study_made_in_code_has_a_context_too() -> None:
    context = report_context(score(study_of(rubric_of([1, 2]), {"a": {"D1.1": "L1", "D2.1": "L2", "D2.2": None}})))
    assert context["overall"]["rating"]["text"] == "L2"
    assert context["case_count"] == 1
