from tests.rubrics import inputs, scale, step
from vfi.synthesis.decision import DecisionRow, Guard
from vfi.synthesis.levels_counted import at
from vfi.synthesis.rule import Worked
from vfi.synthesis.step import counted, synthesise


def test_the_lowest_level_of_any_input_counts() -> None:
    given = inputs(["Good", "Poor", None, "Excellent"])
    assert synthesise(step(rule="worst"), given, scale()).rating == "Poor"


def test_missing_as_a_level_can_be_the_worst() -> None:
    rule = step(rule="worst", missing={"as": "Poor"})
    assert synthesise(rule, inputs(["Good", None]), scale()).rating == "Poor"


def test_from_the_lowest_level_it_is_asked_whether_an_input_is_at_it() -> None:
    rows = step(rule="worst").decision(scale()).rows
    asked = [DecisionRow((Guard({at(place): 1}, strict=True),), place) for place in [0, 1, 2, 3]]
    assert rows == (*asked, DecisionRow((), None))


def test_it_is_told_whose_the_lowest_level_is() -> None:
    rule = step(rule="worst")
    entries = counted(rule, inputs(["Good", "Poor", "Good", "Poor", None]), scale())
    level, whose = "Poor", "I1, I3"
    worked = Worked(entries, scale(), level, None, None, ())
    words = f"the lowest level of any is {level}, of {whose}"
    assert list(rule.working(worked)) == [("Worst", words)]
