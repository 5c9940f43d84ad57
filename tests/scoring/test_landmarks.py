"""No printed value is on, or past, a threshold or an end of the scale that it has not reached."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import rubrics
from tests.generated import judgements
from tests.generated import rubrics as generated_rubrics
from tests.making import rubric_of, study_of
from vfi.cli.explain.text import explanation_text
from vfi.cli.score.ratings import scorecard_table
from vfi.cli.terminal.layout import Page, laid_out
from vfi.reporting.look_ups import look_ups
from vfi.reporting.views import node_view
from vfi.rubric.models.indicators import Indicator
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.document import scorecard_rows
from vfi.scoring.explanation import explain
from vfi.scoring.explanation_document import explanation_rows
from vfi.scoring.landmarks import landmarks, landmarks_of_reading, score_in_words
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

PAGE = Page(120)


def of_counts(counts: list[int], rubric: Rubric | None = None) -> Scorecard:
    """A scorecard of one criterion with so many cases at each level, the lowest first."""
    of = rubric or rubric_of([1])
    name = next(iter(of.judged))
    levels = [
        level for level, count in zip(of.scale.names, counts, strict=True) for _ in range(count)
    ]
    return score(study_of(of, {f"c{place}": {name: level} for place, level in enumerate(levels)}))


def bands(**parts: Any) -> Rubric:
    step = {"rule": "bands", "missing": "exclude", **parts}
    synthesis = {"criterion": step, "dimension": {**rubrics.MEAN}, "overall": rubrics.MEAN}
    return rubrics.rubric([rubrics.dimension("D1", ["D1.1"])], synthesis=synthesis)


def assert_on_its_side(printed: str, value: Fraction, marks: tuple[Fraction, ...]) -> None:
    shown = Fraction(printed.removesuffix("%"))
    for mark in marks:
        assert (shown > mark, shown < mark) == (value > mark, value < mark), (printed, value, mark)


CUT = Decimal("62.5")
# Near a threshold, as 298/199 beside 3/2, and near an end of the scale, as 1 of 251 below the
# highest level.
NEAR = [[0, 100, 99, 0], [0, 99, 100, 0], [0, 0, 1, 250], [250, 1, 0, 0], [1, 1, 0, 0]]


@pytest.mark.parametrize("counts", NEAR)
def test_every_output_prints_a_value_on_its_own_side(counts: list[int]) -> None:
    scorecard = of_counts(counts)
    node = scorecard.node("D1.1")
    value, marks = node.value, landmarks(node)
    assert value is not None
    assert node.margin is not None
    view = node_view(node, scorecard)
    header, *rows = scorecard_rows(scorecard)
    row = dict(zip(header, rows[0], strict=True))
    line = next(
        line
        for line in laid_out(scorecard_table(scorecard, None), PAGE).splitlines()
        if line.startswith("D1.1")
    )
    text = explanation_text(explain(scorecard, "D1.1"), scorecard)
    told = next(line for line in laid_out(text, PAGE).splitlines() if line.startswith("Mean"))
    printed = [
        view["score"],
        look_ups(scorecard)["score"]("D1.1"),
        row["decimal"],
        line.split()[4],
        told.split()[-1],
    ]
    for text in printed:
        assert_on_its_side(text, value, marks)
    assert printed[0] == printed[1]  # the tables of a report and its narrative
    assert Fraction(int(row["numerator"]), int(row["denominator"])) == value
    for name, threshold in (("above_lower", node.margin.lower), ("below_upper", node.margin.upper)):
        if threshold is not None and threshold[0] != value:
            assert Fraction(view[name]) > 0


def test_a_mean_beside_a_threshold_gets_the_digits_that_tell_them_apart() -> None:
    scorecard = of_counts([0, 100, 99, 0])
    view = node_view(scorecard.node("D1.1"), scorecard)
    assert (view["score"], view["below_upper"], view["rating"]["text"]) == ("1.497", "0.003", "L1")


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([0, 7, 1, 0], "1.13"),
        ([0, 5, 3, 0], "1.38"),
        ([0, 3, 5, 0], "1.63"),
        ([3, 5, 0, 0], "0.63"),
    ],
)
def test_halves_go_up_in_the_report(counts: list[int], shown: str) -> None:
    scorecard = of_counts(counts)
    assert node_view(scorecard.node("D1.1"), scorecard)["score"] == shown


def two_bands(poor: dict[str, object], good: dict[str, object]) -> list[dict[str, object]]:
    return [{"rating": "Poor"} | poor, {"rating": "Good"} | good]


@pytest.mark.parametrize(
    ("parts", "counts", "shown"),
    [
        (
            {"on": "percentage", "bands": two_bands({"below": CUT}, {"from": CUT})},
            [0, 9, 0, 9],
            "66.67%",
        ),
        (
            {"on": "mean", "bands": two_bands({"to": 1}, {"above": 1})},
            [0, 299, 1, 0],
            "1.003",
        ),
        (
            {"on": "percentage", "bands": two_bands({"below": 100}, {"from": 100})},
            [0, 0, 1, 99],
            "99.67%",
        ),
        (
            {"on": "mean", "rounded": "half_up", "bands": two_bands({"to": 1}, {"from": 2})},
            [0, 100, 99, 0],
            "1.497",
        ),
    ],
)
def test_edges_of_bands_and_the_most_that_can_be_are_landmarks(
    parts: dict[str, Any], counts: list[int], shown: str
) -> None:
    node = of_counts(counts, bands(**parts)).node("D1.1")
    assert score_in_words(node) == shown


def test_scores_that_a_step_takes_are_printed_beside_their_own_thresholds() -> None:
    rubric = rubric_of(
        [1], dimension={"rule": "mean", "of": "scores"}, overall={"rule": "mean", "of": "scores"}
    )
    scorecard = of_counts([0, 100, 99, 0], rubric)
    (value,) = [row[3] for row in explanation_rows(explain(scorecard, "D1"))[1:]]
    assert_on_its_side(
        value, scorecard.node("D1.1").value or Fraction(0), landmarks(scorecard.node("D1.1"))
    )
    text = laid_out(explanation_text(explain(scorecard, "D1"), scorecard), PAGE)
    assert " 1.5 " not in text.split("Rating     ")[0].replace("half", "")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_value_of_any_rule_is_printed_on_another_side(data: st.DataObject) -> None:
    rubric = Rubric.model_validate(data.draw(generated_rubrics()))
    scorecard = score(rubrics.study(rubric, data.draw(judgements())))
    for node in scorecard.walk():
        printed = score_in_words(node)
        if node.value is not None:
            assert printed is not None
            assert_on_its_side(printed, node.value, landmarks(node))


def test_the_ends_of_what_bands_can_be_are_landmarks() -> None:
    of = bands(on="mean", bands=two_bands({"to": 1}, {"above": 1}))
    node = of_counts([0, 0, 1, 250], of).node("D1.1")
    assert set(landmarks(node)) == {0, 1, 3}
    assert score_in_words(node) == "2.996"


def test_the_cut_points_of_an_indicator_are_landmarks_of_its_readings() -> None:
    indicator = Indicator.model_validate(
        {
            "title": "Shelves filled",
            "unit": "%",
            "measure": "value",
            "better": "higher",
            "levels": [
                {"rating": "Poor", "below": 2},
                {"rating": "Good", "from": 2, "below": 9},
                {"rating": "Excellent", "from": 9},
            ],
        }
    )
    assert list(landmarks_of_reading(indicator)) == [2, 2, 9, 9]
