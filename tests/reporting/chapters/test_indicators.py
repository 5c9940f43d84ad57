from __future__ import annotations

from pathlib import Path

from tests.making import ROOT, RUBRIC, changed, make_study
from tests.reporting.chapters.contexts import chapter
from tests.reporting.reading_html import Page, body_rows, read_html
from vfi.reporting.answers import answers_of
from vfi.reporting.context import report_context
from vfi.reporting.web import report_html
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def test_study_without_readings_has_no_such_chapter(shipped_page: Page) -> None:
    assert not [
        section for section in shipped_page.find("section") if "indicators" in section.classes
    ]


def test_measured_proposed_and_judged_stand_side_by_side_with_the_reason_for_departing(
    everything_page: Page,
) -> None:
    (table,) = everything_page.by_id("indicators").find("table")
    assert body_rows(table) == [
        [
            "N North",
            "5.50 books",
            "11 / 2",
            "Good",
            "Excellent",
            "The catalogue leaves out the new wing",
        ],
        ["S South", "5.00 books", "10 / 2", "Good", "Good", "–"],
        ["W West", "4.50 books", "9 / 2", "Good", "Good", "–"],
    ]


def test_cut_points_come_highest_first_with_where_they_come_from(everything_page: Page) -> None:
    text = everything_page.by_id("indicators").text
    assert (
        "Cut points: Excellent: from 6 below 100; Good: from 4 below 6; Adequate: from 2 below 4; "
        "Poor: below 2." in text
    )
    assert "Proposed. Handbook: page 4." in text
    assert "1 of 3 judgements departs from the proposal." in text


def test_columns_that_nothing_fills_are_left_out(tmp_path: Path) -> None:
    indicator = """\
        indicator:
          title: Shelves filled
          unit: "%"
          measure: value
          better: higher
          levels:
            - {rating: Low, below: 2}
            - {rating: Middle, from: 2, below: 9}
            - {rating: High, from: 9}
          provenance: {kind: proposed, source: handbook, passage: page 4}
synthesis:
"""
    files = {"indicators.csv": "case,criterion,value,source\nN,B.1,1.5,Catalogue\nS,B.1,95,\n"}
    study = make_study(tmp_path, files, changed(RUBRIC, "synthesis:\n", indicator))
    (table,) = chapter(report_context(answers_of(score(load_study(study)))), "indicators")["tables"]
    assert [row["value"] for row in table["rows"]] == ["1.50%", "95.00%"]
    page = read_html(report_html(answers_of(score(load_study(study))), (ROOT / "templates",)))
    heads = [cell.text for cell in page.by_id("indicators").find("thead")[0].find("th")]
    assert heads == ["Branch", "Measured", "Proposed", "Judged"]
    assert "No judgement departs from the proposal." in page.by_id("indicators").text
