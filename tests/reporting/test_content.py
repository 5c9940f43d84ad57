"""What the report of the shipped study says, against the files it is made from."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from tests.making import ROOT, SHIPPED_STUDY
from tests.reporting.reading_html import Page, body_rows
from vfi.scoring.models import Scorecard

STUDY = ROOT / "reports" / SHIPPED_STUDY


def table_rows(name: str) -> list[dict[str, str]]:
    with (STUDY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("dimension", "criteria"), [("E1", 3), ("E2", 3), ("E3", 5), ("E4", 2)])
def test_dimension_table_holds_the_published_judgements_and_ratings(
    shipped_page: Page, shipped: Scorecard, dimension: str, criteria: int
) -> None:
    (table,) = shipped_page.by_id(f"dimension-{dimension}").find("table", where="assessment")
    names = [f"{dimension}.{number}" for number in range(1, criteria + 1)]
    assert [cell.text.split()[0] for cell in table.find("thead")[0].find("th")[1:]] == names
    judged = {(row["case"], row["criterion"]): row["level"] for row in table_rows("judgements.csv")}
    published = {row["node"]: row["rating"] for row in table_rows("published.csv")}
    *rows, scores, ratings, overall = body_rows(table)
    assert len(rows) == 19
    assert rows == [
        [f"{case.id} {case.name}", *(judged[case.id, name] for name in names)]
        for case in shipped.cases
    ]
    assert ratings == ["Criterion rating", *(published[name] for name in names)]
    assert overall == ["Dimension rating", published[dimension]]
    nodes = [shipped.node(name) for name in names]
    assert scores == [
        "Score",
        *(
            f"{float(n.value or 0):.2f} = {sum(e.value or 0 for e in n.counted)}/{len(n.counted)}"
            for n in nodes
        ),
    ]


def test_scores_are_those_that_the_published_tables_give(shipped_page: Page) -> None:
    """Tables 6.1 to 6.4 of the evaluation: 13 sums over the cases that were judged."""
    scores: dict[str, str] = {}
    for dimension in ("E1", "E2", "E3", "E4"):
        (table,) = shipped_page.by_id(f"dimension-{dimension}").find("table", where="assessment")
        heads = [cell.text.split()[0] for cell in table.find("thead")[0].find("th")[1:]]
        scores |= dict(
            zip(heads, (cell.split("= ")[1] for cell in body_rows(table)[19][1:]), strict=True)
        )
    assert len(scores) == 13
    assert scores["E1.1"] == "34/19"
    assert scores["E2.2"] == "32/17"
    assert scores["E2.1"].endswith("/18")
    assert [name for name, shown in scores.items() if not shown.endswith("/19")] == ["E2.1", "E2.2"]


def test_every_standard_is_there_with_where_it_comes_from(
    shipped_page: Page, shipped: Scorecard
) -> None:
    tables = shipped_page.by_id("standards").find("table")
    rubric = shipped.study.rubric
    assert [table.children[0].text for table in tables] == [
        f"Standards of {c.id}" for c in rubric.criteria
    ]
    kinds: Counter[str] = Counter()
    for criterion, table in zip(rubric.criteria, tables, strict=True):
        rows = body_rows(table)
        assert [row[0] for row in rows] == list(reversed(rubric.scale.names))
        for level, words in rows:
            standard = criterion.standards[level]
            origin = standard.provenance
            assert words.startswith(
                f"{standard.text} {origin.kind.capitalize()}. {origin.passage}."
            )
            assert (origin.quotation or "") in words
            assert (origin.note or "") in words
            kinds[origin.kind] += 1
    assert kinds == {"reconstructed": 51, "published": 1}


def test_coverage_counts_what_was_judged(shipped_page: Page) -> None:
    (table,) = shipped_page.by_id("coverage").find("table", where="coverage-table")
    rows = {row[0].split()[0]: row[1:] for row in body_rows(table)}
    assert len(rows) == 18
    levels = table_rows("judgements.csv")
    for node, (judged, total, _, missing) in rows.items():
        below = [
            row
            for row in levels
            if node == "Overall" or row["criterion"].split(".")[0] == node.split(".")[0]
        ]
        if "." in node:
            below = [row for row in below if row["criterion"] == node]
        without = [row["case"] for row in below if row["level"] == "Insufficient evidence"]
        assert (int(judged), int(total)) == (len(below) - len(without), len(below))
        assert missing == (
            "none" if not without else ", ".join(without) if "." in node else str(len(without))
        )
    assert rows["Overall"][:2] == ["244", "247"]


def test_comparison_says_that_all_18_are_equal(shipped_page: Page) -> None:
    comparison = shipped_page.by_id("comparison")
    assert comparison.find("p")[0].text == "All 18 published ratings equal the computed ones."
    rows = body_rows(comparison.find("table")[0])
    published = table_rows("published.csv")
    assert [[row[1], row[2], row[3], row[4]] for row in rows] == [
        [row["rating"], row["rating"], "equal", row["source"]] for row in published
    ]


def test_grid_shows_every_judgement_by_its_code(shipped_page: Page, shipped: Scorecard) -> None:
    (table,) = shipped_page.by_id("grid").find("table")
    *rows, everyone = body_rows(table)
    codes = shipped.study.rubric.scale.codes | {None: "–"}
    for row, case in zip(rows, shipped.cases, strict=True):
        nodes = [*case.dimensions, case.overall]
        assert row == [
            case.id,
            *(codes[level] for level in case.levels.values()),
            *(codes[n.rating] for n in nodes),
        ]
    assert everyone == ["All", *(code for code in "GGAAGGAAAGGAA"), *"GGAAG"]


def test_cover_and_summary_name_the_ratings(shipped_page: Page) -> None:
    (cover,) = shipped_page.find("header", where="cover")
    assert "Overall rating Good" in cover.text
    assert "Economy Good · Efficiency Good · Effectiveness Adequate · Equity Adequate" in cover.text
    assert "vfi contributors · July 2025" in cover.text
    summary = shipped_page.by_id("summary")
    assert "244 of 247 judgements on 19 local authorities have a level" in summary.text
    assert "Score 1.50 from 4 dimension ratings" in summary.text
    assert "The overall score is 1.50 (exactly 3/2)" in summary.text
    assert "exactly on the threshold of 1.5, where Good begins" in summary.text
