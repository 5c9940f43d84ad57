from __future__ import annotations

from dataclasses import replace

from tests.reporting.chapters.contexts import chapter
from tests.reporting.reading_html import Page, body_rows
from vfi.reporting.answers import Answers
from vfi.reporting.context import report_context
from vfi.reporting.views import hurdle_view
from vfi.scoring.models import Scorecard


def test_hurdles_are_listed_with_before_after_and_what_was_found(everything_page: Page) -> None:
    (table,) = everything_page.by_id("computation").find("table", where="hurdles-table")
    assert body_rows(table) == [
        [
            "A branch that was closed (hard). Nobody can use it.",
            "A.1",
            "Excellent",
            "Poor",
            "Triggered: closure is recorded for S",
        ],
        [
            "Nothing new (hard). It matters.",
            "B",
            "Good",
            "Good",
            "Not triggered: B.2 is Good, not at Poor",
        ],
        [
            "Opening hours (soft). They come before all else.",
            "overall",
            "Good",
            "Adequate",
            "Triggered: A.1 is Poor",
        ],
    ]


def test_hurdle_of_an_undetermined_node_shows_that_state(everything_scored: Scorecard) -> None:
    node = everything_scored.node("D")
    (outcome,) = everything_scored.node("B").hurdles
    view = hurdle_view(replace(outcome, before=None, after=None), node)
    assert (view["before"]["text"], view["after"]["text"]) == ("Undetermined", "Undetermined")


def test_failure_indicators_are_listed_with_the_cases_and_reasons_recorded(
    everything_page: Page,
) -> None:
    (table,) = everything_page.by_id("computation").find("table", where="failures-table")
    assert body_rows(table) == [
        ["Closure. The branch had to be closed.", "S : Water in the cellar (evidence: visit)"],
        ["Theft. Books were stolen.", "none"],
    ]


def test_rules_of_single_nodes_are_told_beside_the_shared_ones(
    everything_answered: Answers,
) -> None:
    rules = {
        rule["title"]: rule["words"]
        for rule in chapter(report_context(everything_answered), "computation")["rules"]
    }
    assert list(rules) == [
        "From judgements to a criterion",
        "From criteria to a dimension",
        "From dimensions to the whole",
        "B Books has a rule of its own",
        "D Money has a rule of its own",
        "A.2 Step-free entrance has a rule of its own",
        "A.3 Signs has a rule of its own",
    ]
    assert rules["A.2 Step-free entrance has a rule of its own"].startswith(
        "The worst of the levels"
    )
    assert rules["A.3 Signs has a rule of its own"].endswith(
        "Insufficient evidence counts as Poor."
    )
    assert "otherwise undetermined" in rules["B Books has a rule of its own"]


def test_rules_without_a_score_have_no_numbers(everything_page: Page) -> None:
    (table,) = everything_page.by_id("computation").find("table", where="computation-table")
    rows = {row[0]: row[1:] for row in body_rows(table)}
    assert rows["A.2 Step-free entrance"] == ["–", "3", "–", "–", "No", "–", "–"]
    assert rows["A.3 Signs"] == ["4", "3", "400/9", "44.44%", "Undetermined", "–", "–"]
    assert rows["B Books"] == ["–", "2", "–", "–", "Good", "–", "–"]
    assert rows["C Welcome"] == ["8", "3", "8/3", "2.67", "Excellent panel: Good", "0.17", "–"]
    assert rows["Overall"][4] == "Adequate Good before hurdles panel: Good"
    assert (
        "A rule that only compares or counts levels has no score"
        in everything_page.by_id("computation").text
    )


def test_study_without_hurdles_and_failures_has_neither_table(shipped_page: Page) -> None:
    (table,) = shipped_page.by_id("computation").find("table")
    assert "computation-table" in table.classes
    assert "has no score" not in shipped_page.by_id("computation").text


def test_rows_of_a_deep_tree_go_from_the_top_down(ragged_page: Page) -> None:
    (table,) = ragged_page.by_id("computation").find("table", where="computation-table")
    rows = body_rows(table)
    assert [row[0] for row in rows[:3]] == ["X Reach", "A Access", "A1 Signs"]
    assert rows[0][1:5] == ["3", "2", "3/2", "1.50"]
