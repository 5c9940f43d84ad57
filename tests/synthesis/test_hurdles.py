"""What a hurdle may declare."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.rubrics import dimension, rubric
from vfi.rubric import Hurdle


def hurdle(**parts: Any) -> Hurdle:
    return Hurdle.model_validate(
        {
            "id": "h",
            "title": "h",
            "reason": "r",
            "node": "A",
            "kind": "hard",
            "when": [{"failure": "f"}],
        }
        | parts
    )


def refused(**parts: Any) -> str:
    """What is found in a hurdle that is none."""
    with pytest.raises(ValidationError) as error:
        hurdle(**parts)
    (problem,) = error.value.errors()
    return str(problem["ctx"]["found"])


def test_a_soft_hurdle_has_a_cap_and_a_hard_one_none() -> None:
    assert refused(kind="soft") == "a soft hurdle without a cap"
    assert refused(kind="hard", cap="Good") == "a hard hurdle with a cap"
    assert hurdle(kind="soft", cap="Good").cap == "Good"
    assert hurdle(kind="hard").cap is None


@pytest.mark.parametrize(
    "condition",
    [
        {"node": "A1", "at": "Good"},
        {"failure": "f", "cases": 2},
        {"at_least": 1, "below": "Good", "among": "criteria"},
        {"exactly": "all", "among": ("A1",)},
    ],
)
def test_what_a_condition_speaks_of_says_which_kind_it_is(condition: dict[str, Any]) -> None:
    (read,) = hurdle(when=[condition]).when
    assert read.model_dump(exclude_none=True) == condition
    (again,) = hurdle(when=[read]).when
    assert again == read


def test_a_condition_on_a_node_names_a_level() -> None:
    assert refused(when=[{"node": "A1"}]) == "no level"


def test_a_failure_is_asked_for_in_one_case_at_least() -> None:
    with pytest.raises(ValidationError):
        hurdle(when=[{"failure": "f", "cases": 0}])
    (condition,) = hurdle(when=[{"failure": "f"}]).when
    assert condition.cases == 1  # type: ignore[union-attr]


def test_a_hurdle_has_a_condition() -> None:
    with pytest.raises(ValidationError):
        rubric(
            [dimension("A")],
            hurdles=[
                {"id": "h", "title": "h", "reason": "r", "node": "A", "kind": "hard", "when": []}
            ],
        )
