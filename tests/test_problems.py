from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.problems import Problem, Severity, both, capitalised, either, folded, nearest, sentence


def wrong(
    line: int | None, found: str, field: str = "level", expected: str = "a level", hint: str = ""
) -> Problem:
    return Problem("j.csv", line, field, found, expected, hint)


def test_what_was_meant_stands_before_what_was_expected() -> None:
    known = [f"LA{number:03}" for number in range(100, 104)]
    problem = wrong(2, '"lA101"', "case", "one of many", nearest("lA101", known))
    assert (
        str(problem) == 'j.csv:2: case: found "lA101" (did you mean "LA101"?); expected one of many'
    )


def test_other_hints_stand_last() -> None:
    assert (
        str(wrong(2, '"x"', hint="quote it"))
        == 'j.csv:2: level: found "x"; expected a level (quote it)'
    )


def test_the_same_thing_found_again_is_one_line_with_the_count_and_the_first_places() -> None:
    problems = [wrong(line, '"Godo"') for line in range(2, 400)]
    assert folded(problems) == [
        'j.csv:2: level: found "Godo"; expected a level; 398 times: lines 2, 3, 4 and 395 more'
    ]


def test_a_few_different_things_get_a_line_each() -> None:
    problems = [wrong(2, '"Godo"'), wrong(3, '"Por"'), wrong(4, '"Godo"')]
    assert folded(problems) == [
        'j.csv:2: level: found "Godo"; expected a level; 2 times: lines 2, 4',
        'j.csv:3: level: found "Por"; expected a level',
    ]


def test_many_different_things_where_the_same_was_expected_share_a_line() -> None:
    problems = [wrong(line, f'"L{line}"') for line in range(2, 400)]
    expected = (
        'j.csv:2: level: found "L2"; expected a level; 397 more like it: "L3" on line 3; "L4" on '
        "line 4; "
    )
    assert folded(problems) == [expected + '"L5" on line 5; ...']


def test_items_of_a_list_are_one_field() -> None:
    problems = [wrong(line, "nothing", f"criteria[{line}].title") for line in (1, 2)]
    assert folded(problems) == [
        "j.csv:1: criteria[1].title: found nothing; expected a level; 2 times: lines 1, 2"
    ]


def test_errors_and_warnings_files_and_fields_are_told_apart() -> None:
    warning = Problem("j.csv", 2, "level", '"x"', "a level", severity=Severity.WARNING)
    problems = [
        wrong(2, '"x"'),
        warning,
        wrong(2, '"x"', "case"),
        Problem("k.csv", 2, "level", '"x"', "a level"),
    ]
    assert folded(problems) == [str(problem) for problem in problems]


@given(
    st.lists(
        st.builds(
            wrong,
            st.one_of(st.none(), st.integers(1, 20)),
            st.sampled_from("abcdefgh"),
            st.sampled_from(["level", "case"]),
            st.sampled_from(["a level", "a case"]),
        )
    )
)
def test_no_cause_is_lost_and_their_number_is_bounded(problems: list[Problem]) -> None:
    lines = folded(problems)
    causes = {(problem.field, problem.expected) for problem in problems}
    assert len(lines) <= 5 * len(causes)
    for field, expected in causes:
        assert any(f" {field}: " in line and f"expected {expected}" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("It moved", "It moved."),
        ("It moved. ", "It moved."),
        ("Did it?", "Did it?"),
        ("“So.”", "“So.”"),
        ("", ""),
    ],
)
def test_what_was_written_becomes_a_sentence(text: str, closed: str) -> None:
    assert sentence(text) == closed


@pytest.mark.parametrize(
    ("names", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], joined: str) -> None:
    assert either(names) == joined
    assert both(names) == joined.replace("or", "and")


def test_capital_at_the_start_leaves_all_else_as_it_is() -> None:
    assert capitalised("key line of KPIs") == "Key line of KPIs"
