"""What is said of unrounded scores against every way of filling in small rubrics, by the engine's
own rules.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest

from tests.inspection.checks.making import rubric_text
from vfi.profiles import scores as room
from vfi.profiles.scores import scores_by_rating, takes_scores, try_scores
from vfi.profiles.spans import Bound, Span, by_rating
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.synthesis.outcome import Input
from vfi.synthesis.rule import NumberRule
from vfi.synthesis.step import synthesise

UP = "{rule: mean, of: scores, ties: up, missing: exclude}"
DOWN = "{rule: mean, of: scores, ties: down, missing: exclude}"
MEDIAN = "{rule: median, of: scores, ties: up, missing: exclude}"
WEIGHTED = "{rule: weighted mean, of: scores, ties: up, missing: exclude, weights: {A: 3, B: 1}}"
BANDS = (
    "{rule: bands, of: scores, on: mean, missing: exclude, bands: [{rating: Low, below: 2}, "
    "{rating: High, from: 2, below: 3}, {rating: Top, above: 3}]}"
)
PERCENT = (
    "{rule: bands, of: scores, on: percentage, rounded: half_up, missing: exclude, bands: "
    "[{rating: Low, to: 50}, {rating: Fair, from: 51, to: 70}, {rating: Top, from: 71}]}"
)


def rubric(place: Path, text: str) -> Rubric:
    folder = place / "library"
    folder.mkdir()
    (folder / "rubric.yaml").write_text(text)
    return load_rubric(folder)


def ways(loaded: Rubric, node: str, criteria: int) -> dict[tuple[int, ...], set[str]]:
    """The ratings of a node by the profile of ratings below, over every level of each criterion."""
    seen: dict[tuple[int, ...], set[str]] = defaultdict(set)
    levels = loaded.scale.levels
    outcomes = {
        child: [
            synthesise(
                loaded.step_of(child),
                [Input(f"{child}{n}", level.name, level.value) for n, level in enumerate(chosen)],
                loaded.rating_scale(child),
            )
            for chosen in product(levels, repeat=criteria)
        ]
        for child in loaded.children[node]
    }
    for combination in product(*outcomes.values()):
        inputs = [
            Input(child, outcome.rating, outcome.value, loaded.rating_scale(child))
            for child, outcome in zip(outcomes, combination, strict=True)
        ]
        profile = tuple(loaded.scale.positions[entry.level or ""] + 1 for entry in inputs)
        outcome = synthesise(loaded.step_of(node), inputs, loaded.rating_scale(node))
        seen[profile].add(outcome.rating or "Undetermined")
    return seen


@pytest.mark.parametrize("overall", [UP, DOWN, MEDIAN, WEIGHTED, BANDS, PERCENT])
@pytest.mark.parametrize("criteria", [2, 3])
def test_ratings_that_a_profile_can_have_are_those_that_some_levels_of_the_criteria_give(
    tmp_path: Path, overall: str, criteria: int
) -> None:
    loaded = rubric(tmp_path, rubric_text(criteria, 2, overall=overall))
    expected = ways(loaded, "overall", criteria)
    tried = try_scores(loaded, "overall", with_missing=False)
    assert tried.is_all
    for profile, possible in zip(tried.profiles, tried.possible, strict=True):
        assert possible.is_exact
        assert set(possible.ratings) == expected[profile], profile


@pytest.mark.parametrize("dimension", [UP, DOWN, MEDIAN])
def test_ratings_over_any_number_of_cases_include_those_over_some_and_each_is_had_over_many(
    tmp_path: Path, dimension: str
) -> None:
    loaded = rubric(tmp_path, rubric_text(2, 1, dimension=dimension))
    step, scale, cases = loaded.step_of("A1"), loaded.scale, 12
    scores = [Fraction(total, cases) for total in range(cases, 4 * cases + 1)]
    assert isinstance(step, NumberRule)
    level = {
        score: next(iter(by_rating(step, scale, [Span(Bound(score), Bound(score))])))
        for score in scores
    }
    seen: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for pair in product(scores, repeat=2):
        inputs = [Input(f"A{n}", level[score], score, scale) for n, score in enumerate(pair)]
        rating = synthesise(loaded.step_of("A"), inputs, scale).rating
        seen[tuple(sorted(scale.positions[level[score]] + 1 for score in pair))].add(rating or "")
    tried = try_scores(loaded, "A", with_missing=False)
    for profile, possible in zip(tried.profiles, tried.possible, strict=True):
        assert set(possible.ratings) == seen[tuple(sorted(profile))], profile


def test_a_dimension_with_other_scores_behind_the_same_rating_is_told_apart(tmp_path: Path) -> None:
    text = rubric_text(2, 2, overall=UP).replace(
        "      - {id: B2, title: Criterion 2, meaning: Its share.}\n", ""
    )
    tried = try_scores(rubric(tmp_path, text), "overall", with_missing=False)
    assert not tried.space.is_anonymous
    by_profile = dict(zip(tried.profiles, tried.possible, strict=True))
    assert by_profile[2, 1].scores == Span(Bound(Fraction(5, 4)), Bound(Fraction(3, 2)))
    assert by_profile[1, 2].ratings == ("Fair",)


def test_scores_that_a_hurdle_lowers_are_counted(tmp_path: Path) -> None:
    hurdle = """\
hurdles:
  - id: h
    title: H
    reason: R
    kind: soft
    node: A
    cap: Fair
    when: [{node: A1, at: Low}]
"""
    loaded = rubric(tmp_path, rubric_text(3, 2, overall=UP, end=hurdle))
    numbers = {
        span.lower.value
        for span in scores_by_rating(loaded, "A", with_missing=False).by_rating["Fair"]
    }
    assert Fraction(2) in numbers


def test_inputs_without_a_level_are_left_out_of_the_sums(tmp_path: Path) -> None:
    loaded = rubric(tmp_path, rubric_text(2, 2, overall=UP))
    tried = try_scores(loaded, "overall", with_missing=True)
    assert dict(zip(tried.profiles, tried.possible, strict=True))[0, 2].ratings == ("Fair",)


def test_too_few_inputs_for_the_coverage_are_insufficient_evidence(tmp_path: Path) -> None:
    loaded = rubric(
        tmp_path, rubric_text(2, 2, overall=UP.replace("missing", "minimum_coverage: 1, missing"))
    )
    tried = try_scores(loaded, "overall", with_missing=True)
    assert dict(zip(tried.profiles, tried.possible, strict=True))[0, 2].ratings == (
        "Insufficient evidence",
    )


def test_too_many_sums_are_said_to_be_a_bound_and_one_rating_alone_stays_certain(
    tmp_path: Path,
) -> None:
    weights = ", ".join(f"A{n}: {7**n}" for n in range(1, 9))
    dimension = f"{{rule: weighted mean, ties: up, missing: exclude, weights: {{{weights}}}}}"
    text = rubric_text(8, 1, overall=UP).replace(
        "    criteria:\n", f"    synthesis: {dimension}\n    criteria:\n"
    )
    tried = try_scores(rubric(tmp_path, text), "overall", with_missing=False)
    for possible in tried.possible:
        assert possible.is_exact == (len(possible.ratings) == 1)


@pytest.mark.parametrize("overall", [UP, MEDIAN, BANDS])
def test_where_sums_are_too_many_no_rating_that_can_be_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overall: str
) -> None:
    loaded = rubric(tmp_path, rubric_text(3, 2, overall=overall))
    exact = try_scores(loaded, "overall", with_missing=False)
    monkeypatch.setattr(room, "MOST_SPANS", 4)
    bounded = try_scores(loaded, "overall", with_missing=False)
    pairs = list(zip(bounded.possible, exact.possible, strict=True))
    assert all(set(bound.ratings) >= set(known.ratings) for bound, known in pairs)
    assert all(bound.ratings == known.ratings for bound, known in pairs if bound.is_exact)
    assert {bound.is_exact for bound, _ in pairs} == {True, False}


def test_a_rating_that_no_levels_below_give_leaves_nothing_possible(tmp_path: Path) -> None:
    bands = "[{rating: Low, below: 3}, {rating: Top, from: 3}]"
    dimension = f"{{rule: bands, on: mean, missing: exclude, bands: {bands}}}"
    loaded = rubric(tmp_path, rubric_text(2, 2, dimension=dimension, overall=UP))
    tried = try_scores(loaded, "overall", with_missing=False)
    possible = dict(zip(tried.profiles, tried.possible, strict=True))
    assert (possible[1, 2].ratings, possible[1, 2].scores) == ((), None)
    assert possible[1, 1].ratings[0] == "Low"


def test_profiles_that_leave_one_rating_are_counted(tmp_path: Path) -> None:
    tried = try_scores(
        rubric(tmp_path, rubric_text(2, 3, overall=UP)), "overall", with_missing=False
    )
    assert (tried.decided, len(tried.profiles)) == (15, 20)


def test_the_score_of_a_median_of_cases_is_a_level_or_half_way_between_two(tmp_path: Path) -> None:
    median = "criterion: {rule: median, ties: up, missing: exclude}\n"
    text = rubric_text(2, 1, dimension=UP)
    start = text.index("criterion: {rule")
    text = text[:start] + median + text[text.index("\n", start) + 1 :]
    scores = scores_by_rating(rubric(tmp_path, text), "A1", with_missing=False).by_rating
    found = {span.lower.value for spans in scores.values() for span in spans}
    assert found == {Fraction(half, 2) for half in range(2, 9)}


def test_only_means_medians_and_bands_of_scores_take_scores(tmp_path: Path) -> None:
    loaded = rubric(tmp_path, rubric_text(2, 2, overall=UP))
    assert [node for node in loaded.node_ids if takes_scores(loaded, node)] == ["overall"]
