"""What does not fit together in a rubric is told with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubrics import MEAN, TWO, dimension, rubric_data, scale_data
from vfi.inputs import Document
from vfi.problems import Problems
from vfi.rubric import Rubric
from vfi.rubric.consistency import check_consistency

Data = dict[str, Any]


def told(data: Data) -> list[str]:
    problems = Problems()
    check_consistency(Rubric.model_validate(data), Document("rubric.yaml", data), problems)
    return [f"{problem.field}: {problem.found}" for problem in problems]


def demo() -> Data:
    return rubric_data(
        [dimension("A", ["A1", "A2"]), dimension("B", ["B1"])], scales={"two": scale_data(TWO)}
    )


def with_overall(**step: Any) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        data["synthesis"] = {
            "criterion": MEAN,
            "dimension": MEAN,
            "overall": {"missing": "exclude", **step},
        }

    return change


def with_hurdle(node: str, condition: Data, **more: Any) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        hurdle = {
            "id": "h",
            "title": "h",
            "reason": "r",
            "kind": "hard",
            "node": node,
            "when": [condition],
            **more,
        }
        data.setdefault("hurdles", []).append(hurdle)

    return change


def with_criterion(**more: Any) -> Callable[[Data], None]:
    return lambda data: data["dimensions"][0]["criteria"][0].update(more)


COUNT = {"at_least": 1, "at": "God"}
CASES = {
    "weights for every child": (
        with_overall(rule="weighted mean", ties="up", weights={"A": 1}),
        "synthesis.overall.weights: no weight for B",
    ),
    "weights of children only": (
        with_overall(rule="weighted mean", ties="up", weights={"A": 1, "B": 1, "X": 1}),
        'synthesis.overall.weights.X: "X"',
    ),
    "levels of a counting rule": (
        with_overall(rule="counting", rows=[{"rating": "Good", "when": [COUNT]}]),
        'synthesis.overall.rows[0].when[0].at: "God"',
    ),
    "ids of a counting rule": (
        with_overall(
            rule="counting", rows=[{"rating": "Good", "when": [{"at_least": 1, "among": ["X"]}]}]
        ),
        'synthesis.overall.rows[0].when[0].among[0]: "X"',
    ),
    "levels of a table": (
        with_overall(rule="table", rows=[{"rating": "Good", "when": {"A": ["Good", "Bad"]}}]),
        'synthesis.overall.rows[0].when.A[1]: "Bad"',
    ),
    "children of a table": (
        with_overall(rule="table", rows=[{"rating": "Good", "when": {"X": "Good"}}]),
        'synthesis.overall.rows[0].when.X: "X"',
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
    "scale of a step": (
        with_overall(rule="worst", scale="three"),
        'synthesis.overall.scale: "three"',
    ),
    "scale of a criterion": (
        with_criterion(scale="three"),
        'dimensions[0].criteria[0].scale: "three"',
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
    "node of a hurdle": (with_hurdle("X", {"node": "A", "at": "Poor"}), 'hurdles[0].node: "X"'),
    "node that a hurdle looks at": (
        with_hurdle("overall", {"node": "X", "at": "Poor"}),
        'hurdles[0].when[0].node: "X"',
    ),
    "level that a hurdle looks for": (
        with_hurdle("overall", {"node": "A", "at": "Bad"}),
        'hurdles[0].when[0].at: "Bad"',
    ),
    "cap of a hurdle": (
        with_hurdle("overall", {"node": "A", "at": "Poor"}, kind="soft", cap="Bad"),
        'hurdles[0].cap: "Bad"',
    ),
    "failure of a hurdle": (
        with_hurdle("overall", {"failure": "x"}),
        'hurdles[0].when[0].failure: "x"',
    ),
    "hurdles in a circle": (
        lambda data: (
            with_hurdle("A", {"node": "B", "at": "Poor"})(data),
            with_hurdle("B", {"node": "A", "at": "Poor"}, id="other")(data),
        ),
        "hurdles[0]: hurdles that wait for each other: ",
    ),
    "an indicator against its direction": (
        with_criterion(
            indicator={
                "title": "t",
                "unit": "%",
                "measure": "value",
                "better": "higher",
                "levels": [{"rating": "Poor", "from": 50}, {"rating": "Good", "below": 50}],
            }
        ),
        "dimensions[0].criteria[0].indicator.levels[1]: Good below 50 beside Poor from 50",
    ),
    "a node of a perspective": (
        lambda data: data.update(
            perspectives=[{"id": "p", "title": "p", "reason": "r", "nodes": {"X": MEAN}}]
        ),
        'perspectives[0].nodes.X: "X"',
    ),
    "a step of a perspective": (
        lambda data: data.update(
            perspectives=[
                {
                    "id": "p",
                    "title": "p",
                    "reason": "r",
                    "synthesis": {"overall": {"rule": "worst", "missing": {"as": "Bad"}}},
                }
            ]
        ),
        'perspectives[0].synthesis.overall.missing.as: "Bad"',
    ),
    "a standard without a provenance": (
        lambda data: data.pop("provenance"),
        "standards.Poor: a standard without a provenance",
    ),
}


def test_the_demo_itself_is_sound() -> None:
    assert told(demo()) == []


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    data = demo()
    change(data)
    assert any(one.startswith(expected) for one in told(data)), told(data)


def test_all_problems_are_told_at_once() -> None:
    data = demo()
    with_overall(rule="worst", missing={"as": "Bad"})(data)
    with_hurdle("X", {"failure": "x"})(data)
    assert len(told(data)) == 2
