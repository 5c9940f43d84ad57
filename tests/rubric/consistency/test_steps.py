"""Steps that do not fit the nodes that they rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after, with_criterion, with_overall
from tests.rubrics import MEAN, scale_data

COUNT = {"at_least": 1, "at": "God"}
CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "weights for every child": (
        with_overall(rule="weighted mean", ties="up", weights={"A": 1}),
        "synthesis.overall.weights: no weight for B",
    ),
    "weights of children only": (
        with_overall(rule="weighted mean", ties="up", weights={"A": 1, "B": 1, "X": 1}),
        'synthesis.overall.weights.X: "X"',
    ),
    "ids of a counting rule": (
        with_overall(
            rule="counting", rows=[{"rating": "Good", "when": [{"at_least": 1, "among": ["X"]}]}]
        ),
        'synthesis.overall.rows[0].when[0].among[0]: "X"',
    ),
    "children of a table": (
        with_overall(rule="table", rows=[{"rating": "Good", "when": {"X": "Good"}}]),
        'synthesis.overall.rows[0].when.X: "X"',
    ),
    "scale of a step": (
        with_overall(rule="worst", scale="three"),
        'synthesis.overall.scale: "three"',
    ),
    "rules that compare levels on one scale": (
        with_overall(rule="worst", scale="two"),
        "synthesis.overall.rule: A on the scale Poor, Adequate, Good, Excellent",
    ),
    "even ties between levels that are not whole": (
        lambda data: data.update(
            scale=scale_data((("Low", 0), ("High", 2))),
            standards={"Low": {"text": "l"}, "High": {"text": "h"}},
            synthesis={"criterion": MEAN, "dimension": MEAN, "overall": MEAN | {"ties": "even"}},
        ),
        "synthesis.overall.ties: ties to the even level between Low (0) and High (2)",
    ),
    "scores that are percentages": (
        lambda data: (
            data["dimensions"][0].update(
                synthesis={
                    "rule": "bands",
                    "on": "percentage",
                    "missing": "exclude",
                    "bands": [{"rating": "Good", "from": 0}],
                }
            ),
            with_overall(rule="mean", ties="up", of="scores")(data),
        ),
        "synthesis.overall.of: the scores of A, which are a percentage",
    ),
    "scores of judgements": (
        with_criterion(synthesis=MEAN | {"of": "scores"}),
        "dimensions[0].criteria[0].synthesis.of: scores below a criterion",
    ),
    "ids where inputs are cases": (
        with_criterion(
            synthesis={
                "rule": "weighted mean",
                "ties": "up",
                "missing": "exclude",
                "weights": {"L1": 1},
            }
        ),
        'dimensions[0].criteria[0].synthesis.weights.L1: "L1"',
    ),
    "levels of a counting rule": (
        with_overall(rule="counting", rows=[{"rating": "Good", "when": [COUNT]}]),
        'synthesis.overall.rows[0].when[0].at: "God"',
    ),
    "levels of a table": (
        with_overall(rule="table", rows=[{"rating": "Good", "when": {"A": ["Good", "Bad"]}}]),
        'synthesis.overall.rows[0].when.A[1]: "Bad"',
    ),
    "level that stands for missing": (
        with_overall(rule="worst", missing={"as": "Bad"}),
        'synthesis.overall.missing.as: "Bad"',
    ),
    "level that ties go towards": (
        with_overall(rule="mean", ties={"towards": "Bad"}),
        'synthesis.overall.ties.towards: "Bad"',
    ),
    "rating of a band": (
        with_overall(rule="bands", on="mean", bands=[{"rating": "Bad", "from": 0}]),
        'synthesis.overall.bands[0].rating: "Bad"',
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))
