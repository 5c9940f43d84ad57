"""How many inputs are at each level of a scale."""

from __future__ import annotations

from tests.rubrics import inputs, scale, step
from vfi.synthesis.decision import Decision, DecisionRow
from vfi.synthesis.levels_counted import at, levels_counted
from vfi.synthesis.step import counted


def test_each_level_of_the_scale_is_counted_by_its_place() -> None:
    levels = ["Good", "Poor", "Good", None, "Excellent"]
    entries = counted(step(rule="worst"), inputs(levels), scale())
    decision = Decision(levels_counted(scale()), (DecisionRow((), None),))
    totals = decision.totals(entries)
    assert [totals[at(place)] for place in range(4)] == [1, 0, 2, 1]
