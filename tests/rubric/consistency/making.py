"""A sound rubric as plain data, what spoils it, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.rubrics import MEAN, TWO, dimension, rubric_data, scale_data
from vfi.inputs.yaml import Document
from vfi.problems import Problems
from vfi.rubric.consistency import check_consistency
from vfi.rubric.models.rubric import Rubric

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


def told_after(change: Callable[[Data], Any]) -> list[str]:
    """What is told of the sound rubric after a change."""
    data = demo()
    change(data)
    return told(data)
