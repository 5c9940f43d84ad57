from __future__ import annotations

from pathlib import Path

from tests.reporting.chapters.contexts import chapter, context_of
from tests.reporting.reading_html import Page, body_rows
from tests.reporting.shapes import scored
from tests.reporting.trees import three_tiers
from vfi.reporting.answers import Answers, answers_of
from vfi.reporting.context import report_context


def test_grid_counts_the_cases_own_ratings(tmp_path: Path) -> None:
    grid = chapter(context_of(tmp_path), "grid")
    assert sum(rating["count"] for rating in grid["case_ratings"]) == 2
    assert [row["id"] for row in grid["rows"]] == ["N", "S"]
    assert [[cell["text"] for cell in row["ratings"]] for row in grid["rows"]] == [
        ["High", "Low", "Middle"],
        ["Middle", "High", "High"],
    ]


def test_key_has_each_scale_and_the_signs_that_occur(everything_page: Page) -> None:
    first, second, signs = (
        line.text for line in everything_page.by_id("grid").find("p", where="key")
    )
    assert first == "P Poor A Adequate G Good E Excellent"
    assert second == "Answers: N No Y Yes – Insufficient evidence ? Undetermined"
    assert signs.startswith("An arrow leads from the level before hurdles to the level after them")


def test_grid_has_holistic_dimensions_once_and_marks_hurdles_and_determinations(
    everything_page: Page,
) -> None:
    table = everything_page.by_id("grid").find("table")[0]
    heads = [cell.text for cell in table.find("thead")[0].find("th")]
    assert heads == ["Branch", "A.1", "A.2", "A.3", "B.1", "B.2", "C", "D.1", "A", "B", "D", "All"]
    assert body_rows(table) == [
        ["N", "E", "Y", "G", "E", "G", "G", "G", "E", "G", "?", "G (E)"],
        ["S", "E↓P", "Y", "G", "G", "A", "E", "A", "G", "G", "?", "G↓A"],
        ["W", "G", "N (Y)", "–", "G", "G", "E", "G", "A", "G", "?", "G"],
        ["All", "E↓P", "N", "?", "G (E)", "G", "E (G)", "G", "P (E)", "G", "?", "G↓A (G)"],
    ]


def test_hurdles_and_determinations_of_single_cases_are_listed_with_their_reasons(
    everything_page: Page,
) -> None:
    (table,) = everything_page.by_id("grid").find("table", where="single-cases")
    closed = "A branch that was closed (hard hurdle): closure is recorded for S."
    assert body_rows(table) == [
        ["N North", "Overall", "Good", "Excellent", "It leads. (The panel, 2026-03)"],
        ["S South", "A.1 Opening hours", "Poor Excellent before hurdles", "–", closed],
        [
            "S South",
            "Overall",
            "Adequate Good before hurdles",
            "–",
            "Opening hours (soft hurdle): A.1 is Poor.",
        ],
        [
            "W West",
            "A.2 Step-free entrance",
            "No",
            "Yes",
            "The ramp is level now. (The panel, 2026-03)",
        ],
    ]


def test_grid_without_hurdles_and_determinations_explains_no_signs(tmp_path: Path) -> None:
    grid = chapter(context_of(tmp_path), "grid")
    assert (grid["is_marked"], grid["has_undetermined"], grid["single_cases"]) == (False, False, [])


def test_distribution_colours_each_criterion_by_its_own_scale(everything_answered: Answers) -> None:
    rows = chapter(report_context(everything_answered), "grid")["distributions"][0]["rows"]
    segments = {
        row["id"]: [(part["text"], part["class"], part["count"]) for part in row["segments"]]
        for row in rows
    }
    assert list(segments) == ["A.1", "A.2", "A.3", "B.1", "B.2", "C", "D.1"]
    assert segments["A.2"] == [("No", "level-2-0", 1), ("Yes", "level-2-1", 2)]
    assert segments["A.3"] == [("Good", "level-4-2", 2), ("Insufficient evidence", "missing", 1)]


def test_ratings_of_the_cases_come_a_tier_after_the_other(ragged_page: Page) -> None:
    table = ragged_page.by_id("grid").find("table")[0]
    heads = table.find("thead")[0].find("th")[1:]
    assert [cell.text for cell in heads if "of-case" in cell.classes] == [
        *("A1", "A3", "A", "C", "X", "All")
    ]
    assert [cell.text for cell in heads if "start" in cell.classes] == ["A1", "A", "X"]
    assert body_rows(table)[1][-6:] == ["G", "E", "E↓A", "G", "G", "A"]


def test_grid_of_many_columns_is_divided_between_dimensions_and_tiers() -> None:
    grid = chapter(report_context(answers_of(scored(three_tiers(3, 3, 4), 3))), "grid")
    parts = [[column["head"] for column in part] for part in grid["parts"]]
    assert [(part[0], part[-1]) for part in parts] == [
        ("T1.1.1", "T1.3.4"),
        ("T2.1.1", "T2.3.4"),
        ("T3.1.1", "T3.3.4"),
        ("T1.1", "All"),
    ]
