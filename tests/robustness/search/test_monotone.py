"""When of two ways to the same levels only the better score matters: what a rubric may have above
its criteria.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import MEAN, dimension, rubric
from vfi.robustness.search.monotone import has_scores, rises_with_scores
from vfi.robustness.search.watching import Watching
from vfi.rubric.models.rubric import Rubric

EXCLUDE = {"missing": "exclude"}
ROWS = {"rows": [{"rating": "Good", "when": [{"at_least": 1, "at": "Good"}]}], "otherwise": "Poor"}
BANDS = {
    "on": "mean",
    "rounded": "none",
    "bands": [{"rating": "Poor", "below": 1}, {"rating": "Good", "from": 1}],
}
MODE = {"rule": "mode", "ties": "up", **EXCLUDE}


def made(overall: dict[str, Any] = MEAN, criterion: dict[str, Any] = MEAN, **more: Any) -> Rubric:
    synthesis = {"criterion": criterion, "dimension": MEAN, "overall": overall}
    failures = [{"id": "breach", "title": "b", "meaning": "m"}]
    return rubric(
        [dimension("A", ["A1"]), dimension("B")],
        synthesis=synthesis,
        failure_indicators=failures,
        **more,
    )


def rises(built: Rubric) -> bool:
    return rises_with_scores(Watching(built, {}))


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (MEAN, True),
        ({"rule": "weighted mean", "ties": "up", "weights": {"A": 1, "B": 2}, **EXCLUDE}, True),
        ({"rule": "median", "ties": "up", **EXCLUDE}, True),
        ({"rule": "worst", **EXCLUDE}, True),
        ({"rule": "best", **EXCLUDE}, True),
        (MODE, False),
        ({"rule": "counting", **ROWS, **EXCLUDE}, False),
        (
            {
                "rule": "table",
                "rows": [{"when": {"A": "Good"}, "rating": "Good"}],
                "otherwise": "Poor",
                **EXCLUDE,
            },
            False,
        ),
        ({"rule": "bands", **BANDS, **EXCLUDE}, False),
    ],
)
def test_rules_above_the_criteria_decide(step: dict[str, Any], expected: bool) -> None:
    assert rises(made(step)) is expected


def test_what_rates_judgements_does_not_matter() -> None:
    assert rises(made(criterion=MODE))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"node": "A", "at_or_below": "Good"}, True),
        ({"node": "A", "below": "Good"}, True),
        ({"node": "A", "at": "Poor"}, False),
        ({"node": "A", "at_or_above": "Good"}, False),
        ({"node": "A", "above": "Good"}, False),
        ({"at_least": 1, "below": "Good", "among": "dimensions"}, True),
        ({"at_least_share": "1/2", "at_or_below": "Poor", "among": "dimensions"}, True),
        ({"at_most": 1, "below": "Good", "among": "dimensions"}, False),
        ({"exactly": 1, "below": "Good", "among": "dimensions"}, False),
        ({"at_most_share": "1/2", "below": "Good", "among": "dimensions"}, False),
        ({"at_least": 1, "at_or_above": "Good", "among": "dimensions"}, False),
        ({"at_least": 1, "among": "dimensions"}, False),
        ({"failure": "breach"}, True),
    ],
)
def test_hurdles_must_be_triggered_by_low_levels_alone(
    condition: dict[str, Any], expected: bool
) -> None:
    hurdle = {"id": "h", "title": "h", "reason": "r", "node": "overall", "kind": "hard"}
    both = [{"failure": "breach"}, condition]
    assert rises(made(hurdles=[hurdle | {"when": [condition]}])) is expected
    assert rises(made(hurdles=[hurdle | {"when": both}])) is expected


def test_a_rubric_has_scores_where_any_step_takes_them() -> None:
    scores = MEAN | {"of": "scores"}
    assert not has_scores(made())
    assert has_scores(made(scores))
    assert has_scores(rubric([dimension("A", ["A1"], synthesis=scores), dimension("B")]))
