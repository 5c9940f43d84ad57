from __future__ import annotations

from tests.reporting.reading_html import Page, body_rows


def assessment(page: Page, dimension: str) -> list[list[str]]:
    """The rows of the table of a dimension's chapter."""
    (table,) = page.by_id(f"dimension-{dimension}").find("table", where="assessment")
    return body_rows(table)


def test_judgements_ratings_hurdles_and_determinations_stand_side_by_side(
    everything_page: Page,
) -> None:
    assert assessment(everything_page, "A") == [
        ["N North", "Excellent", "Yes", "Good"],
        ["S South", "Excellent Poor after hurdles", "Yes", "Good"],
        ["W West", "Good", "No panel: Yes", "Insufficient evidence"],
        ["Score", "2.67 = 8/3", "–", "44.44%"],
        ["Criterion rating", "Poor Excellent before hurdles", "No", "Undetermined"],
        ["Dimension rating", "Poor panel: Excellent"],
    ]


def test_dimension_judged_as_a_whole_has_one_column_and_its_rating_once(
    everything_page: Page,
) -> None:
    assert assessment(everything_page, "C") == [
        ["N North", "Good"],
        ["S South", "Excellent"],
        ["W West", "Excellent"],
        ["Score", "2.67 = 8/3"],
        ["Dimension rating", "Excellent panel: Good"],
    ]
    chapter = everything_page.by_id("dimension-C")
    assert len(chapter.find("p", where="remark-box")) == 1
    assert "the level of each branch, and the rating" in chapter.find("caption")[0].text


def test_head_of_the_chapter_has_both_ratings_and_what_they_rest_on(everything_page: Page) -> None:
    (rating,) = everything_page.by_id("dimension-C").find("p", where="question-rating")
    assert (
        rating.text
        == "Excellent panel: Good Score 2.67 from 3 branches; 3 of 3 judgements have a level"
    )
    (counting,) = everything_page.by_id("dimension-B").find("p", where="question-rating")
    assert counting.text == "Good From 2 criterion ratings: 2 Good; 6 of 6 judgements have a level"


def test_undetermined_node_says_why_there_is_no_rating(everything_page: Page) -> None:
    (box,) = everything_page.by_id("dimension-D").find("p", where="remark-box")
    assert (
        box.text == "Undetermined. There is no rating: no row of the counting rule covers D.1 Good."
    )
    assert assessment(everything_page, "D")[-1] == ["Dimension rating", "Undetermined"]


def test_remarks_on_a_criterion_stand_under_its_name(everything_page: Page) -> None:
    access = everything_page.by_id("dimension-A")
    assert [heading.text for heading in access.find("h4")] == ["A.1 Opening hours", "A.3 Signs"]
    boxes = [box.text for box in access.find("p", where="remark-box")]
    assert boxes[1].startswith(
        "Excellent before the hurdle, Poor after it. A branch that was closed (hard hurdle)"
    )
    assert boxes[1].endswith("closure is recorded for S.")
    assert (
        boxes[2]
        == "Undetermined. There is no rating: no band holds the percentage of 44.4444 (400/9)."
    )


def test_insufficient_evidence_that_counts_as_a_level_is_not_said_to_be_left_out(
    everything_page: Page,
) -> None:
    (note,) = everything_page.by_id("dimension-A").find("p", where="table-note")
    assert "left out" not in note.text
    assert "1 of 9 here; Appendix B says how the rules count such judgements." in note.text


def test_groups_stand_with_what_they_ask_and_what_their_ratings_rest_on(ragged_page: Page) -> None:
    (table,) = ragged_page.by_id("dimension-X").find("table", where="groups-table")
    rows = body_rows(table)
    assert [row[0] for row in rows] == [
        "A Access Can people come in?",
        "A1 Signs Is the way shown?",
        "A2 Telephone Is it answered?",
        "A3 Website Is it plain?",
        "B Trust Do people come back?",
        "C Cost Can people pay?",
    ]
    assert rows[0][1:] == [
        "Adequate Excellent before hurdles panel: Good",
        "Score 3.00 from 3 facet ratings; 7 of 8 judgements have a level",
    ]
    assert rows[2][2] == "Score 2.50 from 2 branches; 2 of 2 judgements have a level"


def test_columns_stand_under_their_groups_and_ratings_of_groups_span_them(
    ragged_page: Page,
) -> None:
    (table,) = ragged_page.by_id("dimension-X").find("table", where="assessment")
    groups, columns = table.find("thead")[0].find("tr")
    assert [(cell.text, cell.attributes.get("colspan")) for cell in groups.find("th")[1:]] == [
        ("A1 Signs", "2"),
        ("A Access", None),
        ("A3 Website", None),
        ("X Reach", None),
        ("C Cost", None),
    ]
    assert [cell.text for cell in columns.find("th")[1:]] == [
        "A1.s Streets",
        "A1.d Doors",
        "A2 Telephone",
        "A3.w Words",
        "B Trust",
        "C.f Fees",
    ]
    assert body_rows(table)[-4:] == [
        ["Piece of evidence rating", "Excellent", "Good", "–", "Yes", "–", "Good"],
        ["Facet rating", "A1 Excellent", "A2 Excellent", "A3 Excellent", "–"],
        [
            "Aim rating",
            "A Adequate Excellent before hurdles panel: Good",
            "B Undetermined",
            "C Good",
        ],
        ["End rating", "Good"],
    ]
    caption = table.find("caption")[0].text
    assert "the level of each branch on each piece of evidence, facet or aim" in caption


def test_groups_have_their_prose_and_remarks_under_headings_of_their_own(ragged_page: Page) -> None:
    chapter = ragged_page.by_id("dimension-X")
    headings = [(heading.tag, heading.text) for heading in chapter.find("h3", "h4")]
    assert headings == [
        ("h3", "Aims and facets"),
        ("h3", "A Ways in"),
        ("h4", "By bus"),
        ("h3", "A1 Signs"),
        ("h3", "B Trust"),
        ("h3", "Level of each branch"),
    ]
    boxes = [box.text for box in chapter.find("p", where="remark-box")]
    assert [text.split(".")[0] for text in boxes] == [
        "Excellent before the hurdle, Adequate after it",
        "Adequate as computed; the panel settled on Good (The panel, 2026-03): It is open again",
        "Undetermined",
    ]
