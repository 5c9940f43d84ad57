from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.rubric.linting.making import found, rubric_text
from tests.rubric.profiles.steps import scale_of, step_of
from vfi.rubric.linting import pulls
from vfi.rubric.profiles import Space


def weighted(*weights: str) -> str:
    pairs = ", ".join(f"{child}: {weight}" for child, weight in zip("ABCD", weights, strict=False))
    return f"{{rule: weighted mean, ties: up, missing: exclude, weights: {{{pairs}}}}}"


def test_weight_that_never_changes_a_rating(tmp_path: Path) -> None:
    problems = found(tmp_path, rubric_text(1, 3, overall=weighted("30", "1", "0.5")))
    assert [(p.field, p.found) for p in problems] == [
        ("synthesis.overall.weights.B", "a weight of 1 that never changes the rating of overall (3 inputs)"),
        ("synthesis.overall.weights.C", "a weight of 1/2 that never changes the rating of overall (3 inputs)"),
    ]


def test_weight_out_of_proportion_to_its_effect(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, rubric_text(1, 3, overall=weighted("10", "10", "1")))
    assert problem.found == (
        "4.8% of the weight, yet 20.0% of the effect on the rating of overall (3 inputs): "
        "it decides in 50.0% of profiles"
    )


def test_different_weights_with_the_same_effect() -> None:
    # Banzhaf (1965): of votes weighted 49, 49 and 2 with a majority of 51, each is as powerful as the others.
    step = step_of(
        {
            "rule": "bands",
            "on": "sum",
            "weights": {"a": 49, "b": 49, "c": 2},
            "bands": [{"rating": "L1", "from": 51}, {"rating": "L0", "below": 51}],
        }
    )
    scale = scale_of(0, 1)
    found = pulls(Space(step, ("a", "b", "c"), (scale,) * 3, scale, with_missing=True))
    assert [pull.pivotal for pull in found] == [Fraction(1, 2)] * 3
    assert [pull.effective for pull in found] == [Fraction(1, 3)] * 3
    assert [pull.nominal for pull in found] == [Fraction(49, 100), Fraction(49, 100), Fraction(1, 50)]


def test_proportionate_weights_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, rubric_text(1, 3, overall=weighted("3", "2", "2"))) == []
