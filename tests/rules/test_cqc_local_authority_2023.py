"""CQC ratings of local authorities before December 2024: evidence categories to statements to the
overall rating.

Source: Care Quality Commission, "How we determine ratings" (older copy),
https://www.cqc.org.uk/guidance-regulation/local-authorities/how-we-determine-ratings:

    "we divide the total of the evidence category scores by the maximum possible score. This maximum
    score is the number of relevant evidence categories multiplied by the highest score for each
    category, which is 4." "25 to 38% = 1", "39 to 62% = 2", "63 to 87% = 3", "over 87% = 4"
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rules.single import rated
from vfi.rubric.loading import load_rubric

RUBRIC = load_rubric("cqc-local-authority-2023")
SCORES = {level.value: level.name for level in RUBRIC.scale.levels}
STATEMENTS = [dimension.id for dimension in RUBRIC.dimensions]


def levels(*scores: str) -> dict[str, str | None]:
    """Category scores of one statement after the other; `-` for a category that is not relevant."""
    found: dict[str, str | None] = {}
    for statement, row in zip(STATEMENTS, scores, strict=False):
        for number, score in enumerate(row.split(), start=1):
            found[f"{statement}.{number}"] = None if score == "-" else SCORES[Fraction(score)]
    return found


def statement(
    scores: str, perspective: str | None = None
) -> tuple[Fraction | None, str | None, str]:
    node = rated(RUBRIC, levels(scores), perspective=perspective).nodes["QS1"]
    return node.value, node.rating, node.state


def test_four_categories_for_each_of_nine_statements() -> None:
    assert [len(dimension.criteria) for dimension in RUBRIC.dimensions] == [4] * 9


def test_example_of_the_gp_practice() -> None:
    """CQC, "Example of a GP practice": scores 3, 2, 3, 3; "69% (this is 11 divided by 16)".

    The practice's categories are not those of a local authority (observation is among them); the
    arithmetic is.
    """
    assert statement("3 2 3 3") == (Fraction(275, 4), "Good standard", "rated")


@pytest.mark.parametrize(
    ("scores", "level"),
    [
        ("1 1 1 1", "Significant shortfalls"),
        ("2 2 1 1", "Significant shortfalls"),
        ("2 2 2 1", "Some shortfalls"),
        ("3 2 2 2", "Some shortfalls"),
        ("3 3 3 2", "Good standard"),
        ("4 3 3 3", "Good standard"),
        # 14 of 16 is 87.5%: "over 87%", though not "88% and above"
        ("4 4 3 3", "Exceptional standard"),
    ],
)
def test_bands_of_a_statement(scores: str, level: str) -> None:
    assert statement(scores)[1] == level


def test_ten_of_sixteen_is_in_no_band() -> None:
    """62.5% lies between "39 to 62%" and "63 to 87%", and the two usual conventions for a half
    disagree.
    """
    assert statement("3 3 2 2") == (Fraction(125, 2), None, "undetermined")
    assert statement("3 3 2 2", "nearest-per-cent")[1] == "Good standard"
    assert statement("3 3 2 2", "nearest-per-cent-even")[1] == "Some shortfalls"


def test_irrelevant_categories_lower_the_highest_sum() -> None:
    assert statement("3 3 - 2") == (Fraction(200, 3), "Good standard", "rated")


def test_overall_takes_statement_scores_and_not_percentages() -> None:
    """4, 3, 3, 3 is 81.25% and a score of 3: nine such statements are 27 of 36, not 81.25%."""
    node = rated(RUBRIC, levels(*["4 3 3 3"] * 9)).overall
    assert (node.value, node.rating) == (Fraction(75), "Good")


def test_top_bands_as_printed() -> None:
    """31 of 36 is 86.1%, good; 32 of 36 is 88.9%, "88% and above"."""
    four, three = "4 4 4 4", "3 3 3 3"
    assert rated(RUBRIC, levels(*[four] * 4, *[three] * 5)).overall.rating == "Good"
    assert rated(RUBRIC, levels(*[four] * 5, *[three] * 4)).overall.rating == "Outstanding"
