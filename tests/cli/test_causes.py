"""Problems folded for reading."""

from __future__ import annotations

from vfi.cli.causes import causes_of
from vfi.problems import Problem, Problems


def problems(*found: str) -> Problems:
    """A problem a line in one column of a file."""
    told = Problems()
    for line, words in enumerate(found, start=2):
        told.add(Problem("cases.csv", line, "id", words, "another id"))
    return told


def test_where_a_cause_has_several_problems_a_word_says_how_each_is_listed() -> None:
    causes, word = causes_of(problems('"N"', '"N"', '"S"'))
    assert len(causes) == 2
    assert word == " (--format csv lists each)"


def test_where_each_problem_is_a_cause_nothing_is_left_to_list() -> None:
    causes, word = causes_of(problems('"N"', '"S"'))
    assert (len(causes), word) == (2, "")
    assert causes_of(Problems()) == ([], "")
