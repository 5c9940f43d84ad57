"""Conditions on what is recorded for cases."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.synthesis.making import hurdle, outcome_of


def test_a_failure_is_asked_for_in_one_case_at_least() -> None:
    with pytest.raises(ValidationError):
        hurdle(when=[{"failure": "f", "cases": 0}])
    (condition,) = hurdle(when=[{"failure": "f"}]).when
    assert condition.model_dump() == {"failure": "f", "cases": 1}


@pytest.mark.parametrize(
    ("failures", "cases", "triggered", "findings"),
    [
        ((), 1, False, "breach is not recorded"),
        (("K",), 1, True, "breach is recorded for K"),
        (("K",), 2, False, "breach is recorded for K, at least 2 are needed"),
        (("K", "L"), 2, True, "breach is recorded for K, L, at least 2 are needed"),
        (("K", "L"), 1, True, "breach is recorded for K, L"),
    ],
)
def test_a_failure_is_looked_for_in_so_many_cases(
    failures: tuple[str, ...], cases: int, triggered: bool, findings: str
) -> None:
    outcome = outcome_of({"failure": "breach", "cases": cases}, failures=failures)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)
