"""RoB 2, overall risk of bias of a result.

Source: RoB 2 full guidance, 22 August 2019, Table 1:

    "Low risk of bias: The study is judged to be at low risk of bias for all domains for this
    result." "Some concerns: The study is judged to raise some concerns in at least one domain for
    this result, but not to be at high risk of bias for any domain." "High risk of bias: The study
    is judged to be at high risk of bias in at least one domain for this result. Or The study is
    judged to have some concerns for multiple domains in a way that substantially lowers confidence
    in the result."
"""

from __future__ import annotations

import pytest

from tests.rules.single import rated
from vfi.rubric.loading import load_rubric

RUBRIC = load_rubric("rob2")
NAMES = {"L": "Low risk of bias", "S": "Some concerns", "H": "High risk of bias", "-": None}


def levels(letters: str) -> dict[str, str | None]:
    return {f"D{number}": NAMES[letter] for number, letter in enumerate(letters, start=1)}


@pytest.mark.parametrize(
    ("letters", "overall"),
    [
        # robvis, data_raw/data_rob2.csv: domains 1 to 5 and overall; "No information" is the option
        # of that software
        ("LLLLL", "L"),
        ("SLLLL", "S"),
        ("-LSLL", "S"),
        ("LLHLS", "H"),
        ("HHLLS", "H"),
        ("LHSLL", "H"),
        ("LSSHL", "H"),
        ("LSLLL", "S"),
        ("LLHLL", "H"),
    ],
)
def test_examples_of_robvis(letters: str, overall: str) -> None:
    assert rated(RUBRIC, levels(letters)).overall.rating == NAMES[overall]


def test_multiple_concerns_are_a_judgement() -> None:
    assert rated(RUBRIC, levels("SSSLL")).overall.rating == "Some concerns"
    node = rated(RUBRIC, levels("SSSLL"), failures=["concerns-lower-confidence"]).overall
    assert (node.before, node.rating) == ("Some concerns", "High risk of bias")
    assert [outcome.hurdle.id for outcome in node.lowered_by] == ["multiple-concerns"]


def test_one_concern_is_not_multiple() -> None:
    node = rated(RUBRIC, levels("SLLLL"), failures=["concerns-lower-confidence"]).overall
    assert node.rating == "Some concerns"


@pytest.mark.parametrize(
    ("letters", "state"), [("SSLLL", "undetermined"), ("SLLLL", "rated"), ("SSHLL", "rated")]
)
def test_results_that_need_the_judgement(letters: str, state: str) -> None:
    """Two or more domains with some concerns fit both clauses of Table 1 until the assessors
    decide.
    """
    node = rated(RUBRIC, levels(letters), perspective="judgement-needed").overall
    assert node.state == state


@pytest.mark.parametrize(
    ("perspective", "letters", "overall"),
    [
        ("two-concerns", "SLLLL", "S"),
        ("two-concerns", "SSLLL", "H"),
        ("three-concerns", "SSLLL", "S"),
        ("three-concerns", "SSSLL", "H"),
    ],
)
def test_local_conventions_are_perspectives(perspective: str, letters: str, overall: str) -> None:
    """Software in use takes two or three domains; the guidance gives no number."""
    assert rated(RUBRIC, levels(letters), perspective=perspective).overall.rating == NAMES[overall]
