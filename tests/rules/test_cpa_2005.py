"""Star categories of the Comprehensive Performance Assessment, single tier and county councils,
from 2005.

Source: Sunderland City Council, "Current CPA framework", reproducing the Audit Commission's table:
"Corporate assessment | Level 1 (including use of resources) | Level 2 | Category".
"""

from __future__ import annotations

import pytest

from tests.rules.single import rated
from vfi.rubric.loading import load_rubric

RUBRIC = load_rubric("cpa-2005")
LEVEL_1 = ("CYP", "ASC", "UOR")
LEVEL_2 = ("ENV", "HOU", "CUL", "BEN", "FIR")


def levels(corporate: int, level_1: str, level_2: str) -> dict[str, str | None]:
    """Scores as digits; `-` for a service that the council does not have."""
    scores = zip((*LEVEL_1, *LEVEL_2), level_1 + level_2, strict=True)
    services = {service: None if score == "-" else f"Score {score}" for service, score in scores}
    return {"CA": f"Score {corporate}", **services}


def stars(corporate: int, level_1: str, level_2: str) -> str | None:
    return rated(RUBRIC, levels(corporate, level_1, level_2)).overall.rating


def test_stockton_on_tees_2007() -> None:
    """Cabinet decision of 22 May 2008: corporate assessment 4; children 4, adults 3, use of
    resources 4; housing 4, culture 3, environment 3, benefits 4; four stars.
    """
    node = rated(RUBRIC, levels(4, "434", "3434-"))
    assert node.overall.rating == "4 stars"
    assert [node.nodes[dimension].rating for dimension in ("L1", "L2")] == [
        "None below 3",
        "None below 3",
    ]


@pytest.mark.parametrize("corporate", [3, 4])
def test_oxfordshire_2007(corporate: int) -> None:
    """Report CA7 of 19 February 2008: adults 3, use of resources 3, children 2; fire 4, environment
    4, culture 4; three stars. The corporate assessment is not given: 4 and 3 both lead to three
    stars.
    """
    assert stars(corporate, "233", "4-4-4") == "3 stars"


@pytest.mark.parametrize(
    ("corporate", "level_1", "level_2", "rating"),
    [
        (4, "333", "22222", "4 stars"),  # 4 | None less than 3 | None less than 2
        (4, "222", "12222", "3 stars"),  # 4 | None less than 2 | No more than one less than 2
        (4, "333", "12222", "3 stars"),
        (
            4,
            "122",
            "12222",
            "2 stars",
        ),  # 4 | No more than one less than 2 | No more than one less than 2
        (4, "112", "44444", "1 star"),  # 4 | Any other combination
        (4, "444", "11444", "1 star"),
        (3, "333", "33333", "4 stars"),  # 3 | None less than 3 | None less than 3
        (3, "333", "23333", "3 stars"),  # 3 | None less than 2 | None less than 2
        (3, "222", "22222", "3 stars"),
        (3, "222", "12222", "2 stars"),  # 3 | None less than 2 | No more than one less than 2
        (3, "122", "22222", "1 star"),  # 3 | Any other combination
        (2, "333", "22222", "3 stars"),  # 2 | None less than 3 | None less than 2
        (
            2,
            "222",
            "22222",
            "2 stars",
        ),  # 2 | None less than 2 | None less than 2 (cut off after "2 s")
    ],
)
def test_rows_of_the_table(corporate: int, level_1: str, level_2: str, rating: str) -> None:
    assert stars(corporate, level_1, level_2) == rating


@pytest.mark.parametrize(
    ("corporate", "level_1", "level_2"),
    [(2, "222", "12222"), (2, "122", "22222"), (1, "444", "44444")],
)
def test_rows_that_were_not_found_are_undetermined(
    corporate: int, level_1: str, level_2: str
) -> None:
    node = rated(RUBRIC, levels(corporate, level_1, level_2)).overall
    assert (node.rating, node.state) == (None, "undetermined")


def test_level_1_needs_all_three_assessments() -> None:
    node = rated(RUBRIC, levels(4, "33-", "33333")).overall
    assert node.rating is None
