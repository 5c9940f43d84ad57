"""CQC ratings of local authorities since December 2024.

Source: Care Quality Commission, "How we determine ratings",
https://www.cqc.org.uk/guidance-regulation/local-authorities/how-we-determine-ratings:

    "We combine the scores for all the quality statements assessed to give an overall score as a
    percentage. All quality statements are weighted equally." "25 to 38% = inadequate", "39 to 62% =
    requires improvement", "63 to 87% = good", "88% and above = outstanding"
"""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from tests.rules.single import rated
from vfi.rubric.loading import load_rubric

RUBRIC = load_rubric("cqc-local-authority")
SCORES = {level.value: level.name for level in RUBRIC.scale.levels}
STATEMENTS = [dimension.id for dimension in RUBRIC.dimensions]
PUBLISHED = Path(__file__).parent / "data" / "cqc-local-authority-ratings.csv"


def levels(scores: str) -> dict[str, str | None]:
    """Nine scores in the order of the framework, as levels."""
    return {
        statement: SCORES[Fraction(score)]
        for statement, score in zip(STATEMENTS, scores.split(), strict=True)
    }


def published() -> list[dict[str, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_nine_equally_weighted_statements_of_four_scores() -> None:
    assert len(STATEMENTS) == 9
    assert list(SCORES) == [1, 2, 3, 4]
    assert (
        RUBRIC.standards["Some shortfalls"].provenance.quotation
        == "2 = Evidence shows some shortfalls"
    )


def test_all_71_published_ratings() -> None:
    rows = published()
    assert len(rows) == 71
    for row in rows:
        scores = [row[f"qs{number}"] for number in range(1, 10)]
        node = rated(RUBRIC, levels(" ".join(scores))).overall
        assert sum(map(int, scores)) == int(row["sum"])
        assert node.value == Fraction(100 * int(row["sum"]), 36)
        assert (node.rating or "").lower() == row["overall"], row["authority"]


@pytest.mark.parametrize(
    ("scores", "points", "rating"),
    [
        # Blackpool, August 2025: "just 12 points out of a possible 36" (Disability News Service)
        ("1 1 1 2 2 2 1 1 1", 12, "Inadequate"),
        # Hertfordshire, May 2024: "highest rating of 4 for 'partnership and communities', and a
        # score of 3 for all other areas" (localgovernmentlawyer.co.uk, 57441)
        ("3 3 3 3 4 3 3 3 3", 28, "Good"),
        # Brent and Middlesbrough, the highest sum below good; West Berkshire, the lowest sum that
        # is good
        ("2 2 2 2 2 3 3 3 3", 22, "Requires improvement"),
        ("2 3 2 2 3 3 3 2 2", 22, "Requires improvement"),
        ("3 2 2 2 2 3 3 3 3", 23, "Good"),
        # Camden, outstanding at 32 of 36 = 88.9%
        ("3 3 4 3 4 4 3 4 4", 32, "Outstanding"),
        ("2 2 2 2 2 2 2 2 2", 18, "Requires improvement"),
    ],
)
def test_published_examples(scores: str, points: int, rating: str) -> None:
    node = rated(RUBRIC, levels(scores)).overall
    assert (node.value, node.rating) == (Fraction(points * 100, 36), rating)


FOURTEEN = "2 2 2 2 2 1 1 1 1"


def test_14_of_36_is_in_no_band() -> None:
    """38.89% lies between "25 to 38%" and "39 to 62%"; no published authority has it."""
    node = rated(RUBRIC, levels(FOURTEEN)).overall
    assert (node.state, node.rating, node.value) == ("undetermined", None, Fraction(350, 9))
    assert "350/9" in node.reason
    assert not any(row["sum"] == "14" for row in published())


def test_14_of_36_is_the_only_sum_in_no_band() -> None:
    undetermined = []
    for points in range(9, 37):
        high, rest = divmod(points - 9, 3)
        scores = [4] * high + ([1 + rest] if high < 9 else []) + [1] * (8 - high)
        assert sum(scores) == points
        node = rated(RUBRIC, levels(" ".join(map(str, scores)))).overall
        undetermined += [points] if node.state == "undetermined" else []
    assert undetermined == [14]


def test_14_of_36_under_the_inferred_rounding() -> None:
    """CQC prints 11 of 16, 68.75%, as 69% in its example of a GP practice; by the same rounding
    38.89% is 39%.
    """
    assert (
        rated(RUBRIC, levels(FOURTEEN), perspective="nearest-per-cent").overall.rating
        == "Requires improvement"
    )


def test_statements_that_were_not_assessed_lower_the_highest_sum() -> None:
    """ "all the quality statements assessed": seven scores of 3 are 21 of 28, 75%."""
    node = rated(RUBRIC, dict.fromkeys(STATEMENTS[:7], "Good standard")).overall
    assert (node.value, node.rating, node.missing) == (Fraction(75), "Good", 2)
