from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from tests.inspection.checks.making import found, rubric_text
from tests.profiles.steps import scale_of, step_of
from vfi.inspection.checks import weights as linting_weights
from vfi.inspection.checks.weights import Pull, pulls
from vfi.profiles.space import Space
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise


def weighted(*weights: str) -> str:
    pairs = ", ".join(f"{child}: {weight}" for child, weight in zip("ABCD", weights, strict=False))
    return f"{{rule: weighted mean, ties: up, missing: exclude, weights: {{{pairs}}}}}"


def test_weight_that_never_changes_a_rating(tmp_path: Path) -> None:
    problems = found(tmp_path, rubric_text(1, 3, overall=weighted("30", "1", "0.5")))
    assert [(p.field, p.found) for p in problems] == [
        (
            "synthesis.overall.weights.B",
            "a weight of 1 that never changes the rating of overall (3 inputs)",
        ),
        (
            "synthesis.overall.weights.C",
            "a weight of 1/2 that never changes the rating of overall (3 inputs)",
        ),
    ]


def test_weight_out_of_proportion_to_its_effect(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, rubric_text(1, 3, overall=weighted("10", "10", "1")))
    assert problem.found == (
        "4.8% of the weight yet 15.4% of the effect on the rating of overall (3 inputs): "
        "16.7% of its moves by one level change it"
    )


def test_different_weights_with_the_same_effect() -> None:
    # Banzhaf (1965): of votes weighted 49, 49 and 2 with a majority of 51, each is as powerful as
    # the others.
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
    assert [pull.nominal for pull in found] == [
        Fraction(49, 100),
        Fraction(49, 100),
        Fraction(1, 50),
    ]


def test_proportionate_weights_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, rubric_text(1, 3, overall=weighted("3", "2", "2"))) == []


def five_levels(*weights: int, levels: int = 5) -> list[Pull]:
    names = "abcdefghijklm"[: len(weights)]
    step = step_of(
        {"rule": "weighted mean", "ties": "up", "weights": dict(zip(names, weights, strict=True))}
    )
    scale = scale_of(*range(levels))
    return pulls(Space(step, tuple(names), (scale,) * len(weights), scale, with_missing=False))


def test_on_many_levels_each_weight_changes_the_rating_as_often_as_its_share_says() -> None:
    found = five_levels(20, 50, 30)
    assert [pull.pivotal for pull in found] == [Fraction(1, 5), Fraction(1, 2), Fraction(3, 10)]
    assert [pull.effective for pull in found] == [pull.nominal for pull in found]


def test_a_sound_weighting_on_five_levels_passes_even_when_strict(tmp_path: Path) -> None:
    level = (
        "    - {name: Peak, value: 5, meaning: Beyond.}\nstandards:\n  Peak: {text: All 10 in 10}\n"
    )
    text = rubric_text(1, 3, overall=weighted("20", "50", "30")).replace("standards:\n", level, 1)
    assert found(tmp_path, text) == []


def test_the_share_of_moves_is_counted_one_by_one() -> None:
    scale = scale_of(0, 1, 2)
    weights = {"a": 3, "b": 1, "c": 1}
    step = step_of({"rule": "weighted mean", "ties": "down", "weights": weights})

    def rating(levels: tuple[int, ...]) -> str | None:
        inputs = [
            Input(name, scale.levels[at].name, scale.levels[at].value)
            for name, at in zip(weights, levels, strict=True)
        ]
        return synthesise(step, inputs, scale).rating

    for place, pull in enumerate(
        pulls(Space(step, ("a", "b", "c"), (scale,) * 3, scale, with_missing=False))
    ):
        moves = [levels for levels in product(range(3), repeat=3) if levels[place] < 2]
        higher = [tuple(at + (n == place) for n, at in enumerate(levels)) for levels in moves]
        changed = sum(rating(low) != rating(high) for low, high in zip(moves, higher, strict=True))
        assert pull.pivotal == Fraction(changed, len(moves))


@pytest.mark.parametrize("weights", [(20, 50, 30), (10, 10, 1), (49, 49, 2, 7)])
def test_counting_by_sums_comes_to_the_same(
    monkeypatch: pytest.MonkeyPatch, weights: tuple[int, ...]
) -> None:
    by_profiles = five_levels(*weights)
    monkeypatch.setattr(linting_weights, "MOST_PROFILES", 0)
    assert five_levels(*weights) == by_profiles


def test_very_many_profiles_are_counted_exactly_where_sums_are_few() -> None:
    found = five_levels(*range(1, 14), levels=4)
    assert all(pull.is_exact for pull in found)
    assert sorted(found, key=lambda pull: pull.pivotal) == found


def test_drawn_profiles_are_said_to_be_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linting_weights, "MOST_PROFILES", 0)
    monkeypatch.setattr(linting_weights, "MOST_SUMS", 3)
    found = five_levels(20, 50, 30)
    assert not any(pull.is_exact for pull in found)
    assert all(abs(float(pull.pivotal - pull.nominal)) < 0.02 for pull in found)


def test_inputs_with_levels_further_apart_move_more() -> None:
    fine, coarse = scale_of(0, 1, 2, 3), scale_of(0, 3)
    step = step_of({"rule": "weighted mean", "ties": "up", "weights": {"a": 1, "b": 1}})
    found = pulls(Space(step, ("a", "b"), (fine, coarse), fine, with_missing=False))
    assert [pull.nominal for pull in found] == [Fraction(1, 2)] * 2
    assert [pull.moved for pull in found] == [Fraction(1, 4), Fraction(3, 4)]


def test_weights_of_unrounded_scores_are_in_proportion_by_themselves(tmp_path: Path) -> None:
    overall = weighted("10", "10", "1").replace("ties", "of: scores, ties")
    assert found(tmp_path, rubric_text(1, 3, overall=overall)) == []
