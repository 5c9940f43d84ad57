from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.rubrics import MEAN, dimension, rubric
from vfi.rubric.models.perspectives import Perspective

PLAIN = {"id": "p", "title": "P", "reason": "R"}


def test_a_perspective_that_changes_nothing_is_none() -> None:
    with pytest.raises(ValidationError, match="a perspective that changes nothing"):
        Perspective.model_validate(PLAIN)


def test_a_perspective_without_hurdles_is_not_one_that_keeps_them() -> None:
    hurdle = {
        "id": "h",
        "title": "H",
        "reason": "r",
        "kind": "hard",
        "node": "overall",
        "when": [{"node": "A", "at": "Poor"}],
    }
    worst = {"rule": "worst", "missing": "exclude"}
    of = rubric(
        [dimension("A")],
        hurdles=[hurdle],
        perspectives=[
            {**PLAIN, "hurdles": []},
            {**PLAIN, "id": "q", "synthesis": {"overall": worst}},
            {**PLAIN, "id": "r", "nodes": {"A": MEAN | {"ties": "down"}}},
        ],
    )
    assert [len(of.under(name).hurdles) for name in "pqr"] == [0, 1, 1]
    assert [of.under(name).step_of("overall").rule for name in "pqr"] == ["mean", "worst", "mean"]
    assert getattr(of.under("r").step_of("A"), "ties", None) == "down"
