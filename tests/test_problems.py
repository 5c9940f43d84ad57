from __future__ import annotations

import pytest

from vfi.problems import InvalidInput, Problem, Problems, Severity, UserError, listed, nearest, quoted, sentence


def problem(file: str, line: int | None = None, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(file, line, "level", '"Godo"', "one of Poor, Good", severity=severity)


def test_problem_in_words_names_place_field_found_expected_and_hint() -> None:
    told = Problem("a.csv", 3, "level", '"Godo"', "one of Poor, Good", 'did you mean "Good"?', column=7)
    assert str(told) == 'a.csv:3:7: level: found "Godo"; expected one of Poor, Good (did you mean "Good"?)'


def test_problem_without_a_line_or_field() -> None:
    assert str(Problem("a.csv", None, "", "no such file", "a file")) == "a.csv: found no such file; expected a file"


def test_warning_says_so() -> None:
    assert " warning: " in str(problem("a.csv", 1, Severity.WARNING))


def test_problems_are_told_by_file_line_and_column() -> None:
    problems = Problems()
    places = [("b.csv", 2, None), ("a.csv", 10, 5), ("a.csv", 10, 1), ("a.csv", None, None), ("a.csv", 9, 7)]
    for file, line, column in places:
        problems.add(Problem(file, line, "level", "this", "that", column=column))
    assert [(p.file, p.line, p.column) for p in problems] == [
        ("a.csv", None, None),
        ("a.csv", 9, 7),
        ("a.csv", 10, 1),
        ("a.csv", 10, 5),
        ("b.csv", 2, None),
    ]


def test_only_errors_stop_the_work() -> None:
    problems = Problems()
    problems.add(problem("a.csv", 1, Severity.WARNING))
    problems.raise_errors()
    problems.add(problem("a.csv", 2))
    assert (len(problems), problems.errors) == (2, 1)
    with pytest.raises(InvalidInput) as error:
        problems.raise_errors()
    assert isinstance(error.value, UserError)
    assert len(error.value.problems) == 2
    assert str(error.value).splitlines() == [str(p) for p in problems]


@pytest.mark.parametrize(
    ("word", "hint"),
    [("godo", 'did you mean "Good"?'), ("POOR", 'did you mean "Poor"?'), ("banana", ""), ("", "")],
)
def test_nearest_word(word: str, hint: str) -> None:
    assert nearest(word, ["Poor", "Adequate", "Good"]) == hint


def test_quoted_text_stays_on_one_line_and_is_cut() -> None:
    assert quoted("a\n b\tc") == '"a b c"'
    assert quoted("x" * 70) == '"' + "x" * 59 + '…"'
    assert quoted("x" * 60) == '"' + "x" * 60 + '"'


def test_long_lists_are_cut_with_the_number_left_out() -> None:
    assert listed("abc") == "a, b, c"
    assert listed("abcde", limit=3) == "a, b, c and 2 more"


@pytest.mark.parametrize(
    ("text", "closed"),
    [("It moved", "It moved."), ("It moved. ", "It moved."), ("Did it?", "Did it?"), ("“So.”", "“So.”"), ("", "")],
)
def test_what_was_written_becomes_a_sentence(text: str, closed: str) -> None:
    assert sentence(text) == closed
