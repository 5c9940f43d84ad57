"""A person could redo each rule with a pencil."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.generated import judgements, rubrics
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.cli.explain.text import explanation_text
from vfi.cli.terminal.layout import Page, laid_out
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.document import scorecard_document
from vfi.scoring.explanation import Explanation, explain
from vfi.scoring.explanation_document import explanation_document
from vfi.scoring.models import Node
from vfi.scoring.scorecard import score
from vfi.scoring.workings import entries_of
from vfi.scoring.workings import working as working_of


def working(step: dict[str, Any], levels: Mapping[str, str | None]) -> list[tuple[str, str]]:
    of = rubric([dimension("A", list(levels), synthesis={"missing": "exclude", **step})])
    explanation = explain(score(study(of, {"L": levels})), "A")
    assert isinstance(explanation, Explanation)
    return list(explanation.working)


def test_a_counting_rule_says_why_each_row_did_or_did_not_apply() -> None:
    rows = [
        {"rating": "Excellent", "when": [{"at_least": 2, "at": "Excellent"}]},
        {"rating": "Good", "when": [{"at_most": 0, "below": "Good"}]},
    ]
    assert working({"rule": "counting", "rows": rows}, {"A1": "Excellent", "A2": "Good"}) == [
        (
            "Row 1",
            (
                "Excellent if at least 2 at Excellent: 1 of 2 (A1), does not hold; so the row does "
                "not apply"
            ),
        ),
        ("Row 2", "Good if none below Good: 0 of 2, holds; this row gives the rating"),
    ]


def test_a_table_names_the_cells_that_do_not_fit() -> None:
    rows = [{"when": {"A1": "Good", "A2": {"at_or_above": "Good"}}, "rating": "Good"}]
    assert working(
        {"rule": "table", "rows": rows, "otherwise": "Poor"}, {"A1": "Good", "A2": None}
    ) == [
        ("Row 1", "Good if A1 Good and A2 at or above Good; does not fit, for A2 has no level"),
        ("Otherwise", "no row applies, so the rating is Poor"),
    ]


def test_a_median_names_its_middle_values() -> None:
    assert working(
        {"rule": "median", "ties": "up"},
        {"A1": "Good", "A2": "Poor", "A3": "Good", "A4": "Adequate"},
    ) == [
        ("Median", "the 2nd and 3rd of 4 values in order are 1 and 2; half way between them is 1.5")
    ]


def test_bands_show_the_quantity_and_the_band_that_holds_it() -> None:
    bands = [{"rating": "Poor", "to": 38}, {"rating": "Good", "above": 38}]
    assert working(
        {"rule": "bands", "on": "percentage", "bands": bands}, {"A1": "Good", "A2": "Adequate"}
    ) == [
        ("Percentage", "100 x 3 / 6 = 50"),
        ("Bands", "Poor to 38; Good above 38"),
        ("Band", "Good above 38 holds 50"),
    ]


def test_a_weighted_mean_shows_the_share_of_each_weight() -> None:
    lines = working(
        {"rule": "weighted mean", "ties": "up", "weights": {"A1": 3, "A2": 1}},
        {"A1": "Good", "A2": "Poor"},
    )
    assert lines == [
        ("Weights", "4 in all among those that count; shares: A1 75%, A2 25%"),
        ("Mean", "(6) / (4) = 1.5"),
    ]


def test_the_mean_of_the_rubric_is_written_as_before() -> None:
    assert working(MEAN, {"A1": "Good", "A2": "Good", "A3": "Adequate"}) == [
        ("Mean", "5 / 3 = 1.6667")
    ]


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(rubrics(), judgements())
def test_every_node_can_be_explained_and_written_out(
    data: dict[str, Any], levels: dict[str, Any]
) -> None:
    scorecard = score(study(Rubric.model_validate(data), levels))
    assert scorecard_document(scorecard)["overall"]["state"] == scorecard.overall.state
    for node in scorecard.walk():
        explanation = explain(scorecard, node.id, node.case)
        assert laid_out(explanation_text(explanation, scorecard), Page(80))
        assert explanation_document(explanation)


def test_a_median_of_an_odd_number_is_the_middle_value_and_of_one_the_only_one() -> None:
    step = {"rule": "median", "ties": "up"}
    assert working(step, {"A1": "Good", "A2": "Poor", "A3": "Adequate"}) == [
        ("Median", "the 2nd of 3 values in order is Adequate, 1")
    ]
    assert working(step, {"A1": "Good", "A2": None}) == [("Median", "the only value is Good, 2")]


def test_a_mode_names_the_level_or_the_levels_that_tie() -> None:
    step = {"rule": "mode", "ties": "up"}
    assert working(step, {"A1": "Good", "A2": "Poor", "A3": "Good"}) == [("Mode", "Good, 2 of 3")]
    assert working(step, {"A1": "Good", "A2": "Poor"}) == [
        ("Mode", "Poor and Good are equally frequent, 1 of 2 each")
    ]


def test_the_lowest_and_the_highest_name_what_has_them() -> None:
    levels = {"A1": "Good", "A2": "Poor", "A3": "Poor"}
    assert working({"rule": "worst"}, levels) == [
        ("Worst", "the lowest level of any is Poor, of A2, A3")
    ]
    assert working({"rule": "best"}, levels) == [
        ("Best", "the highest level of any is Good, of A1")
    ]


def test_bands_show_a_sum_or_a_mean_with_its_weights_and_how_it_is_rounded() -> None:
    bands = [{"rating": "Poor", "below": 2}, {"rating": "Good", "from": 2}]
    step = {"rule": "bands", "bands": bands}
    levels = {"A1": "Good", "A2": "Adequate"}
    assert working(step | {"on": "sum", "weights": {"A1": 3, "A2": 1}}, levels)[0] == ("Sum", "7")
    assert working(step | {"on": "mean", "weights": {"A1": 3, "A2": 1}}, levels)[0] == (
        "Mean",
        "7 / 4 = 1.75",
    )
    lines = working(step | {"on": "mean", "rounded": "half_up"}, levels)
    assert [label for label, _ in lines] == ["Mean", "Rounded", "Bands", "Band"]
    assert lines[1][1].startswith("2")
    assert lines[3] == ("Band", "Good from 2 holds 2")


def test_nothing_is_worked_out_where_nothing_was_counted_or_a_level_is_the_judgement_itself() -> (
    None
):
    assert working(MEAN, {"A1": None}) == []
    of = rubric([dimension("A", ["A1"])])
    scorecard = score(study(of, {"L": {"A1": "Good"}, "M": {"A1": "Poor"}}))
    assert scorecard.cases[0].criteria[0].is_judgement
    assert entries_and_working(scorecard.cases[0].criteria[0]) == (1, ())
    assert entries_and_working(scorecard.criteria[0]) == (2, (("Mean", "2 / 2 = 1"),))


def entries_and_working(node: Node) -> tuple[int, tuple[tuple[str, str], ...]]:
    return len(entries_of(node)), tuple(working_of(node))


def test_of_levels_that_tie_in_a_mode_each_is_named_with_how_often() -> None:
    levels = {"A1": "Good", "A2": "Poor", "A3": "Excellent", "A4": "Poor", "A5": "Good"}
    assert working({"rule": "mode", "ties": "up"}, levels) == [
        ("Mode", "Poor and Good are equally frequent, 2 of 5 each")
    ]


def test_worst_and_best_name_the_level_and_who_has_it() -> None:
    levels = {"A1": "Good", "A2": "Poor", "A3": "Poor", "A4": None}
    assert working({"rule": "worst"}, levels) == [
        ("Worst", "the lowest level of any is Poor, of A2, A3")
    ]
    assert working({"rule": "best"}, levels) == [
        ("Best", "the highest level of any is Good, of A1")
    ]


@pytest.mark.parametrize(
    ("levels", "text"),
    [
        ({"A1": "Good", "A2": "Good"}, "4 / 2 = 2"),
        ({"A1": "Good", "A2": "Poor", "A3": "Poor", "A4": "Poor"}, "2 / 4 = 1/2 = 0.5"),
        ({"A1": "Good", "A2": None}, "2 / 1 = 2"),
        ({"A1": "Good", "A2": "Good", "A3": "Poor"}, "4 / 3 = 1.3333"),
    ],
)
def test_a_mean_is_a_quotient_in_lowest_terms_and_a_decimal_each_told_once(
    levels: dict[str, str | None], text: str
) -> None:
    assert working(MEAN, levels) == [("Mean", text)]


ROWS = [
    {"rating": "Excellent", "when": [{"at_least": 1, "at": "Excellent"}]},
    {"rating": "Good", "when": [{"at_least": 1, "at": "Good"}]},
]


def test_no_row_is_told_after_the_one_that_counts() -> None:
    step = {"rule": "counting", "rows": ROWS, "otherwise": "Poor"}
    ((label, text),) = working(step, {"A1": "Excellent", "A2": "Good"})
    assert (label, text.rpartition("; ")[2]) == ("Row 1", "this row gives the rating")
    lines = working(step, {"A1": "Poor", "A2": "Good"})
    assert [label for label, _ in lines] == ["Row 1", "Row 2"]


def test_where_no_row_counts_what_there_is_otherwise_is_told() -> None:
    step = {"rule": "counting", "rows": ROWS}
    levels = {"A1": "Poor", "A2": "Poor"}
    assert [label for label, _ in working(step, levels)] == ["Row 1", "Row 2"]
    assert working(step | {"otherwise": "Poor"}, levels)[2:] == [
        ("Otherwise", "no row applies, so the rating is Poor")
    ]


def test_no_row_of_a_table_is_told_after_the_one_that_fits() -> None:
    rows = [{"when": {"A1": "Good"}, "rating": "Good"}, {"when": {"A2": "Poor"}, "rating": "Poor"}]
    step = {"rule": "table", "rows": rows}
    assert working(step, {"A1": "Good", "A2": "Poor"}) == [
        ("Row 1", "Good if A1 Good; fits and gives the rating")
    ]
    assert working(step, {"A1": "Poor", "A2": "Poor"}) == [
        ("Row 1", "Good if A1 Good; does not fit, for A1 is Poor"),
        ("Row 2", "Poor if A2 Poor; fits and gives the rating"),
    ]


TWO_BANDS = [{"rating": "Poor", "to": 1}, {"rating": "Good", "from": 2}]


@pytest.mark.parametrize(
    ("parts", "levels", "lines"),
    [
        (
            {"on": "sum"},
            {"A1": "Good", "A2": "Poor"},
            [("Sum", "2"), ("Band", "Good from 2 holds 2")],
        ),
        (
            {"on": "mean"},
            {"A1": "Good", "A2": "Poor", "A3": "Poor"},
            [("Mean", "2 / 3 = 0.6667 (2/3)"), ("Band", "Poor to 1 holds 0.6667 (2/3)")],
        ),
        ({"on": "mean"}, {"A1": "Good", "A2": "Adequate"}, [("Mean", "3 / 2 = 1.5")]),
        (
            {"on": "mean", "rounded": "half_up"},
            {"A1": "Good", "A2": "Adequate"},
            [
                ("Mean", "3 / 2 = 1.5"),
                ("Rounded", "2, rounded to a whole number, halves up"),
                ("Band", "Good from 2 holds 2"),
            ],
        ),
        (
            {"on": "mean", "weights": {"A1": 3, "A2": 1}},
            {"A1": "Good", "A2": "Poor"},
            [("Mean", "6 / 4 = 1.5")],
        ),
        (
            {"on": "percentage", "weights": {"A1": 3, "A2": 1}},
            {"A1": "Good", "A2": "Poor"},
            [("Percentage", "100 x 6 / 12 = 50"), ("Band", "Good from 2 holds 50")],
        ),
    ],
)
def test_bands_show_what_was_looked_up_and_which_band_holds_it(
    parts: dict[str, Any], levels: dict[str, str | None], lines: list[tuple[str, str]]
) -> None:
    told = working({"rule": "bands", "bands": TWO_BANDS, **parts}, levels)
    assert [line for line in told if line[0] != "Bands"] == lines
    assert ("Bands", "Poor to 1; Good from 2") in told


def test_a_weight_without_a_level_is_none_of_the_shares() -> None:
    step = {"rule": "weighted mean", "ties": "up", "weights": {"A1": 4, "A2": 1, "A3": 4}}
    assert working(step, {"A1": "Good", "A2": "Excellent", "A3": None}) == [
        ("Weights", "5 in all among those that count; shares: A1 80%, A2 20%"),
        ("Mean", "(11) / (5) = 2.2"),
    ]


def test_a_rule_that_never_ran_has_no_working() -> None:
    assert working(MEAN, {"A1": None, "A2": None}) == []
    assert working(MEAN | {"minimum_coverage": 1}, {"A1": "Good", "A2": None}) == []


def test_a_judgement_has_no_working() -> None:
    card = score(study(rubric([dimension("A", ["A1"])]), {"L": {"A1": "Good"}}))
    assert working_of(card.case("L").nodes["A1"]) == ()
    assert working_of(card.node("A1")) == (("Mean", "2 / 1 = 2"),)


def test_what_counts_as_a_level_is_filled_and_not_left_out() -> None:
    levels = {"L": {"A1": "Excellent", "A2": None}}
    step = MEAN | {"missing": {"as": "Poor"}}
    as_poor = explain(
        score(study(rubric([dimension("A", ["A1", "A2"], synthesis=step)]), levels)), "A"
    )
    assert isinstance(as_poor, Explanation)
    assert (as_poor.filled, as_poor.excluded) == (("A2",), ())
    assert as_poor.working == (("Mean", "3 / 2 = 1.5"),)
    left_out = explain(score(study(rubric([dimension("A", ["A1", "A2"])]), levels)), "A")
    assert isinstance(left_out, Explanation)
    assert (left_out.filled, left_out.excluded) == ((), ("A2",))


def hurdle(**parts: Any) -> dict[str, Any]:
    return {"title": "Hurdle", "reason": "It matters.", "node": "A", **parts}


def test_each_hurdle_says_what_it_asked_found_and_did() -> None:
    of = rubric(
        [dimension("A", ["A1", "A2"])],
        hurdles=[
            hurdle(id="a", kind="soft", cap="Adequate", when=[{"node": "A1", "at": "Good"}]),
            hurdle(id="b", kind="soft", cap="Good", when=[{"node": "A1", "at": "Good"}]),
            hurdle(id="c", kind="hard", when=[{"node": "A1", "at": "Poor"}]),
        ],
    )
    explanation = explain(score(study(of, {"L": {"A1": "Good", "A2": "Good"}})), "A")
    assert isinstance(explanation, Explanation)
    assert explanation.hurdles == (
        (
            "Hurdle",
            "Hurdle (soft, cap Adequate): triggered, lowers Good to Adequate. "
            "Found: A1 is Good. It exists because: It matters.",
        ),
        (
            "Hurdle",
            "Hurdle (soft, cap Good): triggered, but lowers nothing. "
            "Found: A1 is Good. It exists because: It matters.",
        ),
        (
            "Hurdle",
            "Hurdle (hard, drops to Poor): not triggered. "
            "Found: A1 is Good, not at Poor. It exists because: It matters.",
        ),
        ("Before", "Good before hurdles, Adequate after them."),
    )


def test_a_hurdle_of_a_node_without_a_rating_has_nothing_to_lower() -> None:
    all_there = MEAN | {"minimum_coverage": 1}
    of = rubric(
        [dimension("A", ["A1", "A2"], synthesis=all_there)],
        hurdles=[hurdle(id="a", kind="hard", when=[{"node": "A1", "at": "Good"}])],
    )
    explanation = explain(score(study(of, {"L": {"A1": "Good", "A2": None}})), "A")
    assert isinstance(explanation, Explanation)
    ((label, text),) = explanation.hurdles
    assert label == "Hurdle"
    assert "triggered, but there is no rating to lower" in text
