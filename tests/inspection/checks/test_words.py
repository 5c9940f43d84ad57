from __future__ import annotations

from pathlib import Path

import pytest

from tests.inspection.checks.making import found, rubric_text
from vfi.inspection.checks.words import vague_words
from vfi.problems import Severity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An adequate level of support", ["adequate level of"]),
        ("Some survivors got an appropriate offer", ["Some", "appropriate"]),
        ("sufficient staff of good quality", ["sufficient", "good quality"]),
        ("Effective partnership", ["Effective"]),
        ("The Effectiveness Board met 4 times; insufficiently-known terms", []),
        ("Rated Good on 3 of 4 criteria", []),
        ("handsome", []),
    ],
)
def test_words_that_cannot_be_judged(text: str, words: list[str]) -> None:
    assert vague_words(text, {"Poor", "Good"}) == words


def test_place_is_that_of_the_word_and_each_is_told_once(tmp_path: Path) -> None:
    text = rubric_text().replace(
        "  Low: {text: Under 1 in 10}",
        "  Low:\n    text: >-\n      Some books, some tapes, an adequate\n      number of staff",
    )
    some, adequate = found(tmp_path, text)
    lines = text.splitlines()
    for problem, start in [(some, "Some books"), (adequate, "adequate")]:
        assert problem.line is not None
        assert problem.column is not None
        assert lines[problem.line - 1][problem.column - 1 :].startswith(start)
        assert problem.severity is Severity.WARNING
    assert adequate.found == '"adequate number of", which two assessors can judge differently'
