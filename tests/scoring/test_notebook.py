from __future__ import annotations

from pathlib import Path

from tests.making import FULL_FILES, FULL_RUBRIC, RUBRIC, SHIPPED_STUDY, make_study
from tests.reporting.reading_html import Page, body_rows, read_html
from vfi.palette import palette
from vfi.scoring.notebook import ratings_table
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def page(folder: Path | str) -> Page:
    return read_html(ratings_table(score(load_study(folder))))


def test_the_whole_comes_first_and_each_dimension_before_its_criteria() -> None:
    table = page(SHIPPED_STUDY)
    rows = body_rows(table)
    assert rows[0] == ["overall", "Overall", "Good", "1.50", "244 of 247"]
    assert [row[0] for row in rows][1:4] == ["E1", "E1.1", "E1.2"]
    assert len(rows) == 18


def test_every_cell_has_its_headings() -> None:
    table = page(SHIPPED_STUDY)
    (caption,) = table.find("caption")
    assert "Value for investment of the Domestic Abuse Duty" in caption.text
    assert {head.attributes["scope"] for head in table.find("th")} == {"col", "row"}
    assert [head.text for head in table.find("thead")[0].find("th")] == [
        *("Id", "Title", "Rating", "Score", "Judged")
    ]


def test_a_level_has_the_colours_of_the_report() -> None:
    table = page(SHIPPED_STUDY)
    styles = {cell.text: cell.attributes["style"] for cell in table.find("td") if cell.attributes}
    poor, adequate, good, _ = palette(4)
    assert styles["Good"] == f"background:{good.background};color:{good.text}"
    assert styles["Adequate"] == f"background:{adequate.background};color:{adequate.text}"
    assert "#" in poor.background


def test_what_a_study_says_is_shown_and_not_run(tmp_path: Path) -> None:
    rubric = RUBRIC.replace("title: Access", 'title: "<script>\\u202e& co"')
    html = ratings_table(score(load_study(make_study(tmp_path, rubric=rubric))))
    assert "<script>" not in html
    assert "&lt;script&gt;&lt;U+202E&gt;&amp; co" in html


def test_a_determined_rating_stands_beside_the_computed_one(tmp_path: Path) -> None:
    table = page(make_study(tmp_path, FULL_FILES, FULL_RUBRIC))
    assert [head.text for head in table.find("thead")[0].find("th")][-1] == "Determined"
    assert body_rows(table)[0][-1] == "Middle"


def test_a_node_without_a_level_has_no_colours(tmp_path: Path) -> None:
    table = page(make_study(tmp_path, {"judgements.csv": UNJUDGED}))
    cells = [cell for cell in table.find("td") if cell.text == "Insufficient evidence"]
    assert cells
    assert [cell.attributes for cell in cells if cell.attributes] == []


UNJUDGED = "case,criterion,level\n" + "".join(
    f"{case},{criterion},Insufficient evidence\n"
    for case in "NS"
    for criterion in ("A.1", "A.2", "B.1")
)
