from tests.rubrics import inputs, scale, step
from vfi.synthesis.decision import DecisionRow, Guard
from vfi.synthesis.levels_counted import at
from vfi.synthesis.rule import Worked
from vfi.synthesis.step import counted, synthesise


def test_the_highest_level_of_any_input_counts() -> None:
    given = inputs(["Good", "Poor", None, "Excellent"])
    assert synthesise(step(rule="best"), given, scale()).rating == "Excellent"


def test_from_the_highest_level_it_is_asked_whether_an_input_is_at_it() -> None:
    rows = step(rule="best").decision(scale()).rows
    asked = [DecisionRow((Guard({at(place): 1}, strict=True),), place) for place in [3, 2, 1, 0]]
    assert rows == (*asked, DecisionRow((), None))


def test_it_is_told_whose_the_highest_level_is() -> None:
    rule = step(rule="best")
    entries = counted(rule, inputs(["Good", "Poor", "Good", "Poor", None]), scale())
    level, whose = "Good", "I0, I2"
    worked = Worked(entries, scale(), level, None, None, ())
    words = f"the highest level of any is {level}, of {whose}"
    assert list(rule.working(worked)) == [("Best", words)]
