from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.rubrics import MEAN, TWO, criterion, dimension, rubric_data, scale_data
from tests.workbook.changing import check, random_study
from tests.workbook.making import cached, rows_of, small
from tests.workbook.recalculating import needs_libreoffice
from vfi.rubric.models.rubric import Rubric

SCORES = {"of": "scores", "missing": "exclude"}
UNEVEN = scale_data((("None", "-1/3"), ("Some", "1/2"), ("Much", 1), ("All", "7/3")))
TWO_SCALES = {"two": scale_data(TWO), "uneven": UNEVEN}
BANDS = [
    {"rating": "Poor", "below": 1},
    {"rating": "Adequate", "to": "3/2"},
    {"rating": "Excellent", "above": "8/5"},
]
PERCENT = [
    {"rating": "Poor", "below": 33},
    {"rating": "Good", "to": 67},
    {"rating": "Excellent", "above": 67},
]
WEIGHTS = {"A": "1/3", "B": 2, "C": "1/2"}
OVERALL_STEPS: list[dict[str, Any]] = [
    {"rule": "mean", "ties": "even", **SCORES},
    {"rule": "mean", "ties": {"towards": "Good"}, **SCORES, "missing": {"as": "Adequate"}},
    {"rule": "weighted mean", "ties": "down", "weights": WEIGHTS, **SCORES},
    {"rule": "median", "ties": "down", **SCORES},
    {"rule": "bands", "on": "mean", "bands": BANDS, "weights": WEIGHTS, **SCORES},
    {"rule": "bands", "on": "sum", "bands": BANDS, "weights": WEIGHTS, **SCORES},
    {"rule": "bands", "on": "percentage", "rounded": "half_even", "bands": PERCENT, **SCORES},
    {
        "rule": "bands",
        "on": "percentage",
        "rounded": "half_up",
        "bands": PERCENT,
        "missing": "exclude",
    },
]


@needs_libreoffice
@pytest.mark.parametrize("scales", [False, True], ids=["one scale", "several scales"])
def test_unrounded_scores_below_hurdles_and_on_other_scales(scales: bool, tmp_path: Path) -> None:
    hurdles = [
        {
            "id": "cap",
            "title": "=1+1",
            "reason": "r",
            "kind": "soft",
            "cap": "Adequate",
            "node": "A",
        },
        {"id": "drop", "title": "Drop", "reason": "r", "kind": "hard", "node": "A1"},
        {
            "id": "all",
            "title": "All",
            "reason": "r",
            "kind": "soft",
            "cap": "Good",
            "node": "overall",
        },
    ]
    whens = [
        {"node": "B", "at_or_below": "Adequate"},
        {"failure": "f", "cases": 2},
        {"at_least": 2, "at": "Good", "among": "dimensions"},
    ]
    random, pairs = Random(7), []
    for step in OVERALL_STEPS:
        own: dict[str, dict[str, str]] = (
            {"A2": {"scale": "two"}, "A3": {"scale": "uneven"}}
            if scales and step["rule"] != "median"
            else {}
        )
        criteria = [criterion(name, **own.get(name, {})) for name in ("A1", "A2", "A3")]
        mean = {"rule": "mean", "ties": "up", **SCORES}
        if own:
            mean = {"rule": "mean", "ties": "up", "scale": "default", "missing": "exclude"}
        dimensions = [
            dimension("A", criteria, synthesis=mean),
            dimension("B", ["B1", "B2"]),
            dimension("C"),
        ]
        rubric = Rubric.model_validate(
            rubric_data(
                dimensions,
                scales=TWO_SCALES,
                synthesis={
                    "criterion": MEAN,
                    "dimension": {**MEAN, "of": "scores"},
                    "overall": step,
                },
                failure_indicators=[{"id": "f", "title": "F", "meaning": "m"}],
                hurdles=[{**one, "when": [when]} for one, when in zip(hurdles, whens, strict=True)],
            )
        )
        before = random_study(rubric, random)
        pairs.append((before, replace(random_study(rubric, random), failures=before.failures)))
    check(pairs, tmp_path)


def test_the_quotient_of_a_node_is_its_value() -> None:
    weighted = {"rule": "weighted mean", "ties": "up", "weights": {"A1": "1/3", "A2": 2}}
    scorecard = small(
        synthesis={
            "criterion": MEAN,
            "dimension": {**weighted, "missing": "exclude"},
            "overall": MEAN | {"rule": "median"},
        }
    )
    for sheet in ("Criteria", "Dimensions", "Overall"):
        for row in rows_of(cached(scorecard)[sheet]):
            assert Fraction(row["Numerator"], row["Divisor"]) == scorecard.nodes[row["Id"]].value
