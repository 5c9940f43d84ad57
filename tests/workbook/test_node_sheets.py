from __future__ import annotations

import pytest

from tests.rubrics import dimension, rubric, study
from tests.workbook.making import cached, rows_of, small
from vfi.scoring.scorecard import score
from vfi.workbook.node_sheets import hurdle_in_words, rule_of
from vfi.workbook.plan import BookPlan, lines_of


def test_what_a_reader_looks_at_stands_before_the_workings() -> None:
    heads = [cell.value for cell in cached(small())["Dimensions"][5]]
    assert heads[:7] == ["Id", "Title", "Rating", "As scored", "Value", "Judged", "Insufficient"]
    assert heads.index("Rule") < heads.index("Place of input 1") < heads.index("Place")


def test_a_determined_rating_is_there_with_its_reason() -> None:
    told = {"node": "overall", "level": "Good", "reason": "It is over", "who": "Us", "date": "2026"}
    of = rubric([dimension("A", ["A1"])])
    scorecard = score(study(of, {"L": {"A1": "Poor"}}, determinations=[told]))
    (row,) = rows_of(cached(scorecard)["Overall"])
    assert row["Determined by the panel"] == "Good: It is over (Us, 2026)"
    assert row["Rating"] == "Poor"


@pytest.mark.parametrize(
    ("cap", "words"),
    [
        ("Poor", "Hurdle: Fire (no higher than Poor)."),
        (None, "Hurdle: Fire (drops to the lowest level)."),
    ],
)
def test_a_hurdle_is_told_behind_the_rule(cap: str | None, words: str) -> None:
    assert hurdle_in_words("Fire", cap) == words


def test_the_rule_of_a_node_is_in_words() -> None:
    scorecard = small()
    lines = lines_of(scorecard)
    plan = BookPlan(scorecard, lines)
    assert rule_of(lines[None, "A1"], plan).startswith("The mean of the levels that the cases")
    assert rule_of(lines["L1", "A"], plan).startswith("The mean of ")
