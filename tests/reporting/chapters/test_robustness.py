from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from tests.making import ROOT, rubric_of, study_of
from tests.reporting.chapters.contexts import chapter
from tests.reporting.reading_html import Element, Page, body_rows, read_html
from vfi.reporting.answers import MOST_CASES, Answers, answers_of
from vfi.reporting.chapters.robustness import robustness_chapter
from vfi.reporting.context import report_context
from vfi.reporting.web import report_html
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

Grid = Mapping[str, Mapping[str, str | None]]


def of_grid(grid: Grid, **rules: Any) -> Scorecard:
    """A study of two dimensions with two criteria and one."""
    return score(study_of(rubric_of([2, 1], **rules), grid))


def words(scorecard: Scorecard) -> list[str]:
    """What the annex says of the overall rating."""
    return [part["words"] for part in robustness_chapter(answers_of(scorecard))["opening"]]


def text_of(scorecard: Scorecard) -> str:
    """The annex as the report has it."""
    return (
        read_html(report_html(answers_of(scorecard), (ROOT / "templates",)))
        .by_id("robustness")
        .text
    )


@pytest.fixture(scope="module")
def annex(shipped_page: Page) -> Element:
    return shipped_page.by_id("robustness")


# --- The Domestic Abuse Duty study (Evaluation of the Domestic Abuse Duty, July 2025, Tables 6.1 to
# 6.4) ---


def test_overall_good_of_the_shipped_study_is_three_steps_or_one_judgement_from_adequate(
    annex: Element,
) -> None:
    (aside,) = annex.find("div", where="aside")
    assert (
        "The overall rating becomes Adequate with 3 steps (one level on 3 of 244 judgements)"
        in aside.text
    )
    assert "1 judgement does it by moving further" in aside.text
    assert "3 of 247 judgements are insufficient evidence." in aside.text
    assert "The overall rating would be Good whatever the missing evidence showed." in aside.text
    assert "Without any one of the 19 local authorities it is the same." in aside.text
    assert "Without E1, or without E2, it is Adequate;" in aside.text


def test_table_has_every_node_the_most_fragile_first(annex: Element) -> None:
    (table,) = annex.find("table", where="fragility-table")
    rows = {row[0]: row[1:] for row in body_rows(table)}
    assert len(rows) == 18
    assert next(iter(rows)) == "E3.5 Partnership working"
    assert rows["Overall"] == ["Good", "on the line", "Adequate", "3", "1", "244"]
    assert rows["E4 Equity"] == ["Adequate", "on the line", "Good", "2", "1", "38"]
    assert (
        "On the line (7 of 18 ratings): 3 steps or fewer: no more than one judgement can make"
        in annex.text
    )
    steps = [int(row[3]) for row in rows.values()]
    assert steps == sorted(steps)


def test_figures_tell_in_words_what_they_draw(annex: Element) -> None:
    distances, chances = (drawing.children[0] for drawing in annex.find("svg"))
    assert (distances.tag, chances.tag) == ("title", "title")
    assert "Overall, now Good: ↓ Adequate: 3." in distances.text
    assert "E3.5 Partnership working, now Good: Adequate 29.2%, Good 70.8%." in chances.text
    assert "Overall, now Good: Adequate 5.9%, Good 94.1%." in chances.text
    assert "The chances are computed exactly, without simulation." in annex.text


def test_cases_are_said_not_to_be_a_random_sample(annex: Element) -> None:
    assert (
        "local authorities are not a random sample, so this is no margin of error for others"
        in annex.text
    )


def test_rules_grid_is_readable_without_colour(annex: Element) -> None:
    alone, throughout = (body_rows(table) for table in annex.find("table", where="rules-grid"))
    assert alone[0] == ["The rubric’s own", "G", "G", "A", "A", "G"]
    assert ["Mean, ties down", "G", "G", "A", "A", "A *"] in alone
    assert ["Pooled judgements, ties up", "G", "G", "A", "A", "A *"] in alone
    assert alone[-1] == [
        "Other rules that agree",
        "10 of 11",
        "10 of 11",
        "10 of 11",
        "11 of 11",
        "3 of 11",
    ]
    assert ["Mean, ties up", "own", "own", "own", "own", "own"] in alone
    assert "Mean, ties up" not in [row[0] for row in throughout]
    assert ["Worst", "P *", "P *", "P *", "P *", "P *"] in throughout


def test_what_leaving_out_changes_is_told_in_short(annex: Element) -> None:
    items = [item.text for item in annex.find("li")]
    assert items == [
        (
            "11 of 19 local authorities change no rating when left out. Without any single one of "
            "LA02, LA05, LA07, LA08, LA10, LA14, LA16, LA19: E4.2, E4 become Good (now Adequate)."
        ),
        (
            "10 of 13 criteria change no rating when left out. Without any single one of E3.1, "
            "E3.2, E3.3: E3 becomes Good (now Adequate)."
        ),
        (
            "2 of 4 dimensions change no rating when left out. Without E1, or without E2: overall "
            "becomes Adequate (now Good)."
        ),
        (
            "3 of 247 judgements are insufficient evidence. Whatever levels they took, every "
            "rating would be as it is."
        ),
    ]


# --- Studies of other shapes ---


def test_one_case_cannot_be_left_out() -> None:
    scorecard = of_grid({"only": {"D1.1": "L1", "D1.2": None, "D2.1": "L3"}})
    overturns, leaves_open, hangs = words(scorecard)
    assert overturns.startswith(
        "The overall rating becomes L3 with 1 step (one level on 1 of 2 judgements)"
    )
    assert leaves_open.startswith("1 of 3 judgements is insufficient evidence.")
    assert leaves_open.endswith(
        "The overall rating would be L2 or L3, depending on what the missing evidence showed."
    )
    assert hangs.startswith("There is only one case, so that none can be left out.")


def test_study_in_which_everything_is_insufficient_has_nothing_to_overturn() -> None:
    scorecard = of_grid({case: {"D1.1": None, "D1.2": None, "D2.1": None} for case in "ab"})
    overturns, leaves_open = words(scorecard)
    assert (
        overturns
        == "There is no overall rating (insufficient evidence), and so nothing to overturn."
    )
    assert leaves_open.endswith(
        "would be L0, L1, L2 or L3, depending on what the missing evidence showed."
    )
    found = robustness_chapter(answers_of(scorecard))
    assert (found["chances"], found["distances"]["rows"]) == (None, [])
    assert {(row["steps"], row["nearest"]) for row in found["rows"]} == {("", None)}
    assert "No judgement has a level, so that none can be off." in text_of(scorecard)


def test_rating_under_a_hurdle_is_the_one_that_is_looked_at(everything_answered: Answers) -> None:
    annex = chapter(report_context(everything_answered), "robustness")
    rows = {row["id"]: row for row in annex["rows"]}
    assert rows["overall"]["rating"]["text"] == "Adequate"
    assert rows["overall"]["nearest"]["text"] == "Poor"
    assert rows["A.1"]["nearest"] is None
    assert rows["D"]["nearest"] is None


def test_annex_looks_at_computed_ratings_where_the_panel_settled_on_others(
    everything_page: Page,
) -> None:
    annex = everything_page.by_id("robustness")
    assert "as computed, not at what the panel settled on" in annex.text
    without_bar = [text.text for text in annex.find("text") if text.text == "cannot change"]
    assert len(without_bar) >= 1


def test_rule_that_does_not_suit_a_node_is_not_rated(everything_answered: Answers) -> None:
    rows = {
        row["rule"]: row["cells"]
        for row in chapter(report_context(everything_answered), "robustness")["rules"]["alone"]
    }
    assert rows["median, ties up"][0] is None
    assert rows["mean, ties up"][0] is not None


# --- Size ---


def test_what_a_study_is_too_large_for_is_left_out_and_the_limit_told() -> None:
    grid = {f"c{n}": dict.fromkeys(("D1.1", "D1.2", "D2.1"), f"L{n % 4}") for n in range(501)}
    largest = dict(list(grid.items())[:MOST_CASES])
    assert {what for what, known in asked(of_grid(largest)) if known} == {
        "case",
        "criterion",
        "dimension",
    }
    scorecard = of_grid(grid)
    assert {what for what, known in asked(scorecard) if not known} == {"case"}
    text = text_of(scorecard)
    assert (
        "What changes without any one of the 501 cases is left out, as in every report of more "
        "than 500 cases. The command vfi robustness STUDY --only leave-out shows it." in text
    )
    assert "The same judgements under other rules" in text


def asked(scorecard: Scorecard) -> set[tuple[str, bool]]:
    """Each kind of things to leave out, and whether the annex shows what changes without them."""
    annex = robustness_chapter(answers_of(scorecard))
    return {(part["one"], part["is_known"]) for part in annex["left_out"]}


def test_chances_of_a_large_study_may_be_simulated() -> None:
    grid = {f"c{n}": dict.fromkeys(("D1.1", "D1.2", "D2.1"), f"L{n % 4}") for n in range(90)}
    simulated = robustness_chapter(answers_of(of_grid(grid, criterion={"rule": "median"})))[
        "chances"
    ]
    assert simulated["draws"] == 100_000
    assert 0 < float(simulated["error"]) < 0.2


def test_text_of_the_figures_is_in_the_fonts_of_the_report(shipped_html: str) -> None:
    fonts = set(re.findall(r'font-family="([^"]*)"', shipped_html))
    assert fonts == {"'Source Sans 3'"}


def test_groups_are_left_out_too_and_go_by_the_names_of_their_tiers(ragged_page: Page) -> None:
    annex = ragged_page.by_id("robustness")
    items = [item.text for item in annex.find("li")]
    assert "5 of 6 facets and aims change no rating when left out." in items[2]
    assert items[1].startswith("1 of 4 pieces of evidence changes no rating when left out.")
    assert items[3].startswith("1 of 2 ends changes no rating when left out.")
    (aside,) = annex.find("div", where="aside")
    assert "Without C it is Adequate; without any one of the other facets and aims" in aside.text
