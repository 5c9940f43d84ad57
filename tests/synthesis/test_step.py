from __future__ import annotations

from fractions import Fraction

from tests.making import rubric_of
from vfi.synthesis import Input, Outcome, synthesise

RUBRIC = rubric_of([1])


def inputs(*levels: int | None) -> list[Input]:
    return [
        Input(
            f"C{place}",
            None if level is None else f"L{level}",
            None if level is None else Fraction(level),
        )
        for place, level in enumerate(levels)
    ]


def test_mean_is_exact() -> None:
    outcome = synthesise(RUBRIC.synthesis.criterion, inputs(0, 1, 3), RUBRIC.scale)
    assert (outcome.value, outcome.rating) == (Fraction(4, 3), "L1")


def test_insufficient_evidence_is_left_out_and_is_not_the_bottom_level() -> None:
    outcome = synthesise(RUBRIC.synthesis.criterion, inputs(3, None, None), RUBRIC.scale)
    assert (outcome.value, outcome.rating) == (Fraction(3), "L3")


def test_nothing_judged_is_insufficient_evidence() -> None:
    nothing = Outcome("insufficient evidence", reason="nothing below this node has a level")
    assert (nothing.value, nothing.rating, nothing.margin) == (None, None, None)
    assert synthesise(RUBRIC.synthesis.criterion, inputs(None, None), RUBRIC.scale) == nothing
    assert synthesise(RUBRIC.synthesis.criterion, [], RUBRIC.scale) == nothing
