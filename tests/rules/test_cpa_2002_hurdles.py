"""The rules that held councils back in the Comprehensive Performance Assessment of 2002 to 2004.

Source: Local Government Chronicle, October 2002, "CPA: final framework for assessing councils
    unveiled":

    "No council will reach 'excellent' if any of its services are failing"
    "No council will score higher than 'weak' if it is failing in either education, social services,
    or financial standing" "No council will reach 'excellent' unless it scores better than one star
    in educa" (the text ends here)

Public Finance, 17 March 2005: "an authority must score at least two (one star) on education, social
services and financial standing to achieve a category of 'fair' or above." Failing is therefore a
score of 1.
"""

from __future__ import annotations

import pytest

from tests.rules.single import rated
from vfi.rubric.loading import load_rubric

RUBRIC = load_rubric("cpa-2002-hurdles")
SERVICES = ("ED", "SS", "FS", "HO", "EN", "LL", "BE")
ALL_THREE = dict.fromkeys(SERVICES, "Score 3")


def category(matrix: str, **scores: int) -> tuple[str | None, str | None, list[str]]:
    """The category before and after the rules, and the rules that bit; services not named score
    3.
    """
    levels = ALL_THREE | {service: f"Score {score}" for service, score in scores.items()}
    node = rated(RUBRIC, {"MATRIX": matrix, **levels}).overall
    return node.before, node.rating, [outcome.hurdle.id for outcome in node.lowered_by]


def test_ealing_2004() -> None:
    """Core services 3 and ability 3 make good; social services had zero stars. Community Care, 20
    May 2005: it "would have qualified for a 'good' categorisation rather than 'weak'". Upheld in
    [2005] EWCA Civ 556.
    """
    assert category("Good", SS=1) == ("Good", "Weak", ["weak-when-failing"])


def test_ealing_with_one_star() -> None:
    assert category("Good", SS=2) == ("Good", "Good", [])


@pytest.mark.parametrize("service", ["ED", "SS", "FS"])
def test_each_of_the_three_that_the_rule_names(service: str) -> None:
    assert category("Good", **{service: 1})[1] == "Weak"


@pytest.mark.parametrize("service", ["HO", "EN", "LL", "BE"])
def test_other_services_only_bar_excellent(service: str) -> None:
    assert category("Good", **{service: 1})[1] == "Good"
    assert category("Excellent", **{service: 1}) == (
        "Excellent",
        "Good",
        ["excellent-no-failing-service"],
    )


def test_excellent_needs_more_than_one_star_in_education() -> None:
    assert category("Excellent", ED=2) == ("Excellent", "Good", ["excellent-education"])
    assert category("Excellent", ED=3) == ("Excellent", "Excellent", [])


def test_a_rule_never_raises() -> None:
    assert category("Poor", SS=1) == ("Poor", "Poor", [])
