"""Hurdles, and what they make of two cases that are judged alike."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.rubrics import TWO, dimension, rubric, scale_data, study
from vfi.scoring.models import Node
from vfi.scoring.scorecard import score
from vfi.study.models import Failure
from vfi.synthesis.condition import Condition
from vfi.synthesis.hurdles import Hurdle, HurdleOutcome

GRID = {"A1": "Good", "A2": "Poor", "B1": None, "C": "Present"}


def hurdle(**parts: Any) -> Hurdle:
    """A hard hurdle of a failure, with other parts as given."""
    usual = {"id": "h", "title": "h", "reason": "r", "node": "A", "kind": "hard"}
    return Hurdle.model_validate({**usual, "when": [{"failure": "f"}], **parts})


def refused(**parts: Any) -> str:
    """What is found in a hurdle that is none."""
    with pytest.raises(ValidationError) as error:
        hurdle(**parts)
    (problem,) = error.value.errors()
    return str(problem["ctx"]["found"])


def condition(**parts: Any) -> Condition:
    """The condition that a rubric writes so."""
    (read,) = hurdle(when=[parts]).when
    return read


def limited(
    *hurdles: dict[str, Any],
    node: str = "overall",
    failures: tuple[str, ...] = (),
    grid: dict[str, str | None] = GRID,
) -> Node:
    """The node of two cases that are judged alike, with such hurdles."""
    built = rubric(
        [dimension("A", ["A1", "A2"]), dimension("B", ["B1"]), dimension("C", scale="presence")],
        scales={"presence": scale_data(TWO)},
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "a breach"}],
        hurdles=[
            {"title": "h", "reason": "r", "kind": "hard", "node": node, "id": f"h{place}", **parts}
            for place, parts in enumerate(hurdles)
        ],
    )
    records = [Failure(case, "breach", "so it is") for case in failures]
    return score(study(built, {"K": grid, "L": grid}, failures=records)).node(node)


def outcome_of(*when: dict[str, Any], **more: Any) -> HurdleOutcome:
    """What one hurdle of such conditions did."""
    (outcome,) = limited({"when": list(when)}, **more).hurdles
    return outcome
