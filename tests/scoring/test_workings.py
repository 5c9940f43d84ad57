"""A person could redo each rule with a pencil."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from tests.generated import judgements, rubrics
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.cli.explain.text import explanation_text
from vfi.cli.terminal.layout import Page, laid_out
from vfi.rubric import Rubric
from vfi.scoring import Explanation, Node, explain, score
from vfi.scoring.document import scorecard_document
from vfi.scoring.explanation_document import explanation_document
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
