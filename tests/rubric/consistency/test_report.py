"""Where and how often something is told."""

from __future__ import annotations

from tests.rubric.consistency.making import demo, told, with_hurdle, with_overall
from vfi.inputs.yaml import Document
from vfi.problems import Problems
from vfi.rubric.consistency.report import MOST_HINTS, Report


def test_the_demo_itself_is_sound() -> None:
    assert told(demo()) == []


def test_all_problems_are_told_at_once() -> None:
    data = demo()
    with_overall(rule="worst", missing={"as": "Bad"})(data)
    with_hurdle("X", {"failure": "x"})(data)
    assert len(told(data)) == 2


def test_a_problem_is_told_once_with_the_nearest_word() -> None:
    problems = Problems()
    report = Report(Document("rubric.yaml", {}), problems)
    for _ in range(2):
        report.id_is_known("handbok", ["handbook"], "an id from `sources`", ("sources", 0))
    (problem,) = problems
    assert (problem.field, problem.hint) == ("sources[0]", 'did you mean "handbook"?')


def test_very_many_problems_get_no_hints() -> None:
    problems = Problems()
    report = Report(Document("rubric.yaml", {}), problems)
    for number in range(MOST_HINTS + 5):
        report.id_is_known(f"handbok{number}", ["handbook"], "an id", ("sources", number))
    assert [bool(problem.hint) for problem in problems][-6:] == [True] + [False] * 5


def test_an_id_that_is_there_already_is_told_at_its_second_place() -> None:
    problems = Problems()
    Report(Document("rubric.yaml", {}), problems).ids_are_unique(["a", "b", "a"], ("hurdles",))
    assert [problem.field for problem in problems] == ["hurdles[2].id"]


def test_a_warning_does_not_stop_the_work() -> None:
    problems = Problems()
    Report(Document("rubric.yaml", {}), problems).warn(("scale",), "so", "otherwise")
    assert (problems.errors, len(list(problems))) == (0, 1)
