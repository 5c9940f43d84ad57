"""CQC's six aggregation principles for adult social care (page of 12 May 2022).

Source: Care Quality Commission, "How we aggregate ratings using the rating principles: adult social
    care services".
"""

from __future__ import annotations

from itertools import product

import pytest

from tests.rules.single import rated
from vfi.rubric.loading import load_rubric

RUBRIC = load_rubric("cqc-key-questions")
NAMES = {"I": "Inadequate", "R": "Requires improvement", "G": "Good", "O": "Outstanding"}
QUESTIONS = [dimension.id for dimension in RUBRIC.dimensions]


def levels(letters: str) -> dict[str, str | None]:
    return {question: NAMES[letter] for question, letter in zip(QUESTIONS, letters, strict=True)}


@pytest.mark.parametrize(
    ("letters", "rating"),
    [
        # Principle 3: "At least two of the five key questions would normally need to be rated as
        # outstanding and three key questions rated as good before an aggregated rating of
        # outstanding can be awarded."
        ("OOGGG", "Outstanding"),
        ("OOOOO", "Outstanding"),
        ("OGGGG", "Good"),
        ("OOOOR", "Good"),
        # Principle 4: "good if there are no key question ratings of inadequate and no more than one
        # key question rating of requires improvement"
        ("GGGGG", "Good"),
        # CQC, "Levels of ratings: GP practices": four good, well-led requires improvement, overall
        # good
        ("GGGGR", "Good"),
        # Principle 5: "If two or more of the key questions are rated as requires improvement ..."
        ("RRGGG", "Requires improvement"),
        ("RROOO", "Requires improvement"),
        ("IRRGG", "Requires improvement"),
        # Principle 6: "If two or more of the key questions are rated as inadequate ..."
        ("IIOOO", "Inadequate"),
        ("IIRRG", "Inadequate"),
    ],
)
def test_principles(letters: str, rating: str) -> None:
    assert rated(RUBRIC, levels(letters)).overall.rating == rating


def test_exactly_one_inadequate_is_not_covered() -> None:
    for letters in ("IGGGG", "IRGGG", "IOOGG"):
        node = rated(RUBRIC, levels(letters)).overall
        assert (node.rating, node.state) == (None, "undetermined")


def test_nothing_else_is_uncovered() -> None:
    for letters in product("IRGO", repeat=5):
        node = rated(RUBRIC, levels("".join(letters))).overall
        one_inadequate = letters.count("I") == 1 and letters.count("R") <= 1
        assert (node.state == "undetermined") == one_inadequate, letters


def test_a_breach_limits_the_overall_rating() -> None:
    """Principle 1: "the overall rating for a service cannot be better than requires improvement if
    there is a breach of regulations."
    """
    node = rated(RUBRIC, levels("OOGGG"), failures=["breach"]).overall
    assert (node.before, node.rating) == ("Outstanding", "Requires improvement")
    assert [outcome.hurdle.id for outcome in node.lowered_by] == ["no-better-with-a-breach"]


def test_a_breach_never_raises() -> None:
    node = rated(RUBRIC, levels("IIGGG"), failures=["breach"]).overall
    assert (node.before, node.rating, node.lowered_by) == ("Inadequate", "Inadequate", ())


def test_a_question_without_a_rating_leaves_the_whole_without_one() -> None:
    node = rated(RUBRIC, levels("GGGGG") | {"SAFE": None}).overall
    assert (node.rating, node.state) == (None, "insufficient evidence")
