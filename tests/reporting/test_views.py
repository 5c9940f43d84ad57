from __future__ import annotations

import pytest

from tests.making import rubric_of, study_of
from vfi.reporting.palette import palette
from vfi.reporting.views import case_rows, levels_view, node_view, percentage, rated
from vfi.scoring import Scorecard, score

RUBRIC = rubric_of([2])
MISSING = {"text": "Insufficient evidence", "code": "–", "class": "missing"}


def scorecard() -> Scorecard:
    return score(study_of(RUBRIC, {"a": {"D1.1": "L3", "D1.2": None}, "b": {"D1.1": "L0", "D1.2": None}}))


def test_level_comes_with_its_code_and_the_class_of_its_place() -> None:
    assert rated("L2", RUBRIC.scale) == {"text": "L2", "code": "L2", "class": "level-2"}


@pytest.mark.parametrize("level", [None, "Insufficient evidence"])
def test_insufficient_evidence_is_never_shown_as_a_level(level: str | None) -> None:
    assert rated(level, RUBRIC.scale) == MISSING


def test_levels_come_lowest_first_with_their_colours() -> None:
    swatches = palette(4)
    levels = levels_view(RUBRIC.scale, swatches)
    assert [level["text"] for level in levels] == ["L0", "L1", "L2", "L3"]
    assert [(level["background"], level["ink"]) for level in levels] == [(s.background, s.text) for s in swatches]


def test_node_comes_with_its_numbers() -> None:
    view = node_view(scorecard().node("D1.1"), RUBRIC)
    assert view["rating"]["text"] == "L2"
    assert (view["score"], view["exact"], view["sum"], view["counted"]) == ("1.50", "3/2", "3", 2)
    assert (view["judged"], view["missing"], view["total"]) == (2, 0, 2)
    assert [count["count"] for count in view["counts"]] == [1, 0, 0, 1]
    assert (view["above_lower"], view["below_upper"]) == ("0.00", "1.00")


def test_node_without_a_judged_case_has_no_numbers_and_no_rating() -> None:
    view = node_view(scorecard().node("D1.2"), RUBRIC)
    assert view["rating"] == MISSING
    assert (view["score"], view["exact"], view["counted"], view["thresholds"]) == ("–", "–", 0, [])
    assert (view["judged"], view["missing"], view["total"]) == (0, 2, 2)
    assert (view["above_lower"], view["below_upper"]) == ("", "")


def test_top_and_bottom_have_a_threshold_on_one_side_only() -> None:
    study = study_of(RUBRIC, {"a": {"D1.1": "L3", "D1.2": "L0"}})
    top, bottom = (node_view(score(study).node(node), RUBRIC) for node in ("D1.1", "D1.2"))
    assert (top["above_lower"], top["below_upper"]) == ("0.50", "")
    assert (bottom["above_lower"], bottom["below_upper"]) == ("", "0.50")


def test_rows_hold_each_case_and_its_levels_in_the_order_asked_for() -> None:
    rows = case_rows(scorecard(), ["D1.2", "D1.1"])
    assert [row["id"] for row in rows] == ["a", "b"]
    assert [[cell["text"] for cell in row["cells"]] for row in rows] == [
        ["Insufficient evidence", "L3"],
        ["Insufficient evidence", "L0"],
    ]


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 3, "0%"), (1, 3, "33%"), (1, 200, "1%"), (199, 200, "99%"), (999, 1000, "99%"), (3, 3, "100%"), (0, 0, "")],
)
def test_percentage_is_100_only_of_all(part: int, whole: int, shown: str) -> None:
    assert percentage(part, whole) == shown
