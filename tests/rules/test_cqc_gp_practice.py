"""CQC ratings of services before December 2024, in four tiers: evidence categories to quality
statements, these to key questions, these to the overall rating.

Sources: Care Quality Commission, "Example of a GP practice" (21 May 2024),
https://www.cqc.org.uk/guidance-regulation/providers/assessment/assessing-quality-and-performance/reach-rating/example-gp-practice:
for infection prevention and control the category scores 3, 2, 3, 3 are "69% (this is 11 divided by
16)", a score of 3; the eight statements of Safe then sum to 21, which is 66% of 32: good. The
principles of the overall rating are those of `rubrics/cqc-key-questions`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import criterion, dimension, rubric
from tests.rules.single import rated
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import CaseScore

BY_STATEMENT = load_rubric("cqc-local-authority-2023")
BY_PRINCIPLES = load_rubric("cqc-key-questions")
SCORES = {int(level.value): level.name for level in BY_STATEMENT.scale.levels}
STATEMENTS = [f"S{number}" for number in range(1, 9)]
OTHERS = ["Effective", "Caring", "Responsive", "Well-led"]
SAFE, CONTROL = "Safe", "S7"


def step_data(step: Any, **more: Any) -> dict[str, Any]:
    """A step of a shipped rubric as it stands in its file."""
    return {**step.model_dump(mode="json", by_alias=True, exclude_none=True), **more}


def practice() -> Rubric:
    """Safe in four tiers; the other key questions and the other statements are judged directly."""
    perspective = BY_STATEMENT.under("nearest-per-cent")
    categories = [criterion(f"{CONTROL}.{number}") for number in range(1, 5)]
    statements = [dimension(name, categories if name == CONTROL else ()) for name in STATEMENTS]
    safe = {**dimension(SAFE), "groups": statements, "scale": "rating"}
    ratings = BY_STATEMENT.scales["rating"]
    standards = {name: {"text": f"what {name} takes"} for name in ratings.names}
    others = [dimension(name, scale="rating", standards=standards) for name in OTHERS]
    return rubric(
        [safe, *others],
        tiers=[
            {"id": "category", "title": "evidence category"},
            {"id": "statement", "title": "quality statement"},
            {"id": "question", "title": "key question"},
        ],
        scale=BY_STATEMENT.scale.model_dump(mode="json"),
        scales={"rating": ratings.model_dump(mode="json")},
        synthesis={
            "category": step_data(BY_STATEMENT.synthesis["evidence"]),
            "statement": step_data(perspective.synthesis["statement"]),
            "question": step_data(perspective.synthesis["overall"]),
            "overall": step_data(BY_PRINCIPLES.synthesis["overall"], scale="rating"),
        },
    )


def scored(categories: str, statements: str, others: str) -> CaseScore:
    """The practice with these category scores, other statements' scores and other questions'
    ratings.
    """
    names = [name for name in STATEMENTS if name != CONTROL]
    levels: dict[str, str | None] = {
        f"{CONTROL}.{number}": SCORES[int(score)]
        for number, score in enumerate(categories.split(), start=1)
    }
    levels |= {
        name: SCORES[int(score)] for name, score in zip(names, statements.split(), strict=True)
    }
    ratings = dict(zip("IRGO", BY_STATEMENT.scales["rating"].names, strict=True))
    levels |= {name: ratings[code] for name, code in zip(OTHERS, others.split(), strict=True)}
    return rated(practice(), levels)


def test_published_example_of_infection_control_and_of_safe() -> None:
    case = scored("3 2 3 3", "3 2 3 3 2 3 2", "G G G G")
    control, safe = case.nodes[CONTROL], case.nodes[SAFE]
    assert (control.kind, control.value, control.rating) == (
        "statement",
        Fraction(275, 4),
        "Good standard",
    )
    assert (safe.kind, safe.value, safe.rating) == ("question", Fraction(2100, 32), "Good")
    assert case.overall.rating == "Good"


@pytest.mark.parametrize(
    ("categories", "others", "safe", "overall"),
    [
        ("4 4 4 4", "O G G G", "Good", "Good"),
        ("1 1 1 1", "G G G G", "Requires improvement", "Good"),
        ("1 1 1 1", "R G G G", "Requires improvement", "Requires improvement"),
    ],
)
def test_a_category_reaches_the_whole_through_four_tiers(
    categories: str, others: str, safe: str, overall: str
) -> None:
    case = scored(categories, "3 2 3 3 2 3 2", others)
    assert (case.nodes[SAFE].rating, case.overall.rating) == (safe, overall)


def test_each_judgement_counts_once_in_the_coverage_of_what_is_above_it() -> None:
    case = scored("3 2 3 3", "3 2 3 3 2 3 2", "G G G G")
    assert [case.nodes[node].judged for node in (CONTROL, SAFE, "overall")] == [4, 11, 15]
