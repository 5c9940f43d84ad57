from __future__ import annotations

from tests.reporting.reading_html import Page, body_rows


def test_summary_puts_what_the_panel_settled_on_beside_the_computed_rating(
    everything_page: Page,
) -> None:
    parts = everything_page.by_id("summary").find("div", where="headline-part")
    assert [part.find("p", where="headline-rating")[0].text for part in parts] == [
        "Adequate",
        "Good",
    ]
    assert [part.find("p", where="headline-label")[0].text for part in parts] == [
        "Overall rating, computed",
        "Overall, settled by the panel",
    ]
    assert [part.classes[-1] for part in parts] == ["level-4-1", "level-4-2"]


def test_summary_tells_what_the_hurdle_did_why_it_is_there_and_what_was_found(
    everything_page: Page,
) -> None:
    summary = everything_page.by_id("summary")
    assert (
        "Good before hurdles. Score 1.67 from 3 dimension ratings. 20 of 21 judgements"
        in summary.text
    )
    hurdle, panel = (box.text for box in summary.find("p", where="remark-box"))
    assert (
        hurdle
        == "Good before the hurdle, Adequate after it. Opening hours (soft hurdle): They come "
        "before all else. It applies because of what was found: A.1 is Poor."
    )
    assert (
        panel
        == "Adequate as computed; the panel settled on Good (The panel, 2026-03-20): The closure "
        "is over."
    )
    assert "Before hurdles, the overall score is 1.67 (exactly 5/3)" in summary.text


def test_cards_have_a_score_only_where_the_rule_makes_one(everything_page: Page) -> None:
    cards = [card.text for card in everything_page.by_id("summary").find("li", where="card")]
    assert cards == [
        "Access Poor Panel: Excellent Score 0.00 8 of 9 judged",
        "Books Good 6 of 6 judged",
        "Welcome Excellent Panel: Good Score 2.67 3 of 3 judged",
        "Money Undetermined 3 of 3 judged",
    ]


def test_glance_has_one_row_a_node_with_all_that_stands_beside_its_rating(
    everything_page: Page,
) -> None:
    (table,) = everything_page.by_id("summary").find("table", where="glance")
    assert body_rows(table) == [
        ["A Access", "Poor panel: Excellent", "0.00", "8 of 9 judgements"],
        ["A.1 Opening hours", "Poor Excellent before hurdles", "2.67", "1 Good, 2 Excellent", "0"],
        ["A.2 Step-free entrance", "No", "–", "1 No, 2 Yes", "0"],
        ["A.3 Signs", "Undetermined", "44.44%", "2 Good", "1"],
        ["B Books", "Good", "–", "6 of 6 judgements"],
        ["B.1 Stock", "Good panel: Excellent", "2.33", "2 Good, 1 Excellent", "0"],
        ["B.2 Novelty", "Good", "1.67", "1 Adequate, 2 Good", "0"],
        ["C Welcome", "Excellent panel: Good", "2.67", "1 Good, 2 Excellent", "0"],
        ["D Money", "Undetermined", "–", "3 of 3 judgements"],
        ["D.1 Budget", "Good", "1.67", "1 Adequate, 2 Good", "0"],
    ]


def test_method_shows_every_scale_and_insufficient_evidence_once(everything_page: Page) -> None:
    tables = everything_page.by_id("method").find("table", where="scale")
    assert [[row[0] for row in body_rows(table)] for table in tables] == [
        ["Excellent", "Good", "Adequate", "Poor", "Insufficient evidence"],
        ["Yes", "No"],
    ]
    assert [table.children[0].text[:30] for table in tables] == [
        "Table 2.1: The levels, what ea",
        "Table 2.2: The scale answers: ",
    ]


def test_glance_of_a_deep_tree_has_each_group_with_what_is_in_it_set_in_below(
    ragged_page: Page,
) -> None:
    (table,) = ragged_page.by_id("summary").find("table", where="glance")
    heads = [row.find("th")[0] for body in table.find("tbody") for row in body.find("tr")]
    assert [(head.text, head.classes) for head in heads] == [
        ("X Reach", []),
        ("A Access", ["indent-1"]),
        ("A1 Signs", ["indent-2"]),
        ("A1.s Streets", ["indent-3"]),
        ("A1.d Doors", ["indent-3"]),
        ("A2 Telephone", ["indent-2"]),
        ("A3 Website", ["indent-2"]),
        ("A3.w Words", ["indent-3"]),
        ("B Trust", ["indent-1"]),
        ("C Cost", ["indent-1"]),
        ("C.f Fees", ["indent-2"]),
        ("Y Welcome", []),
    ]
    rows = {row[0]: row[1:] for row in body_rows(table)}
    assert rows["A Access"] == [
        "Adequate Excellent before hurdles panel: Good",
        "3.00",
        "7 of 8 judgements",
    ]
    assert rows["A2 Telephone"] == ["Excellent", "2.50", "1 Good, 1 Excellent", "0"]
    assert table.find("thead")[0].find("th")[0].text == "End, aim, facet or piece of evidence"
