from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given

from tests.inspection.checks.making import found, line_of, rubric_text
from tests.profiles.steps import spaces
from vfi.inspection.checks.bands import holes_between, reachable
from vfi.problems import Problem, Severity
from vfi.profiles.space import Space, inputs_of
from vfi.synthesis.levels import Band
from vfi.synthesis.rules.bands import Bands
from vfi.synthesis.step import synthesise

# Care Quality Commission, assessment framework for local authorities: statements scored 1 to 4,
# overall percentage 25 to 38, 39 to 62, 63 to 87, 88 and above.
CQC = (
    "{rule: bands, on: percentage, missing: exclude, bands: [{rating: Low, from: 25, to: 38}, "
    "{rating: Fair, from: 39, to: 62}, {rating: High, from: 63, to: 87}, {rating: Top, from: 88}]}"
)


def holes(place: Path, text: str) -> list[Problem]:
    """The values that no band holds, as they are told."""
    return [problem for problem in found(place, text) if "for every" in problem.expected]


def test_the_hole_at_14_of_36_in_the_published_bands(tmp_path: Path) -> None:
    text = rubric_text(9, dimension=CQC)
    (hole,) = found(tmp_path, text)
    assert (
        "no band for 14 of 36 = 38.89%, in A (9 inputs); and for 8 more values with fewer judged"
        in hole.found
    )
    assert "beside Low (from 25 to 38) and Fair (from 39 to 62)" in hole.expected
    assert (hole.severity, hole.line) == (Severity.WARNING, line_of(text, "rule: bands"))


def test_only_values_that_can_occur_are_holes(tmp_path: Path) -> None:
    as_low = CQC.replace("missing: exclude", "missing: {as: Low}")
    (hole,) = found(tmp_path, rubric_text(9, dimension=as_low))
    assert hole.found == "no band for 14 of 36 = 38.89%, in A (9 inputs)"
    assert found(tmp_path, rubric_text(1, dimension=as_low)) == []


def test_rounding_closes_the_hole(tmp_path: Path) -> None:
    rounded = CQC.replace("on: percentage", "on: percentage, rounded: half_up")
    assert found(tmp_path, rubric_text(9, dimension=rounded)) == []


def test_value_in_two_bands(tmp_path: Path) -> None:
    hole, both = found(tmp_path, rubric_text(9, dimension=CQC.replace("to: 62", "to: 64")))
    assert "38.89%" in hole.found
    assert "23 of 36 = 63.89%, in A (9 inputs)" in both.found
    assert both.found.endswith("in the bands of Fair and of High")
    assert (both.severity, both.field) == (Severity.ERROR, "synthesis.dimension.bands[2]")


def test_band_that_holds_no_value_that_can_occur(tmp_path: Path) -> None:
    bands = (
        "{rule: bands, on: sum, missing: {as: Low}, bands: [{rating: Low, to: 4}, {rating: High, "
        "above: 4, to: 8}, {rating: Top, above: 8}]}"
    )
    problems = found(tmp_path, rubric_text(2, dimension=bands))
    assert [p.found for p in problems if p.field.endswith("bands[2]")] == [
        "Top above 8, which no sum of A (2 inputs) falls into"
    ]


def test_scores_need_bands_without_any_space_between(tmp_path: Path) -> None:
    bands = "[{rating: Low, to: 2}, {rating: Top, above: 2.5}]"
    bands = f"{{rule: bands, of: scores, on: mean, missing: exclude, bands: {bands}}}"
    (hole,) = [p for p in found(tmp_path, rubric_text(2, 2, overall=bands)) if "hole" in p.found]
    assert hole.found == "a hole between Low (to 2) and Top (above 5/2)"


def test_scores_that_are_rounded_may_have_space_between_their_bands(tmp_path: Path) -> None:
    bands = "[{rating: Low, to: 2}, {rating: Top, from: 3}]"
    bands = f"{{rule: bands, of: scores, on: mean, rounded: up, missing: exclude, bands: {bands}}}"
    problems = found(tmp_path, rubric_text(2, 2, overall=bands))
    assert [problem for problem in problems if "hole" in problem.found] == []


@pytest.mark.parametrize(
    ("bands", "beside"),
    [
        ("[{rating: Low, from: 3, to: 4}, {rating: Top, above: 4}]", "Low (from 3 to 4)"),
        ("[{rating: Low, to: 4}, {rating: Fair, above: 4, to: 7}]", "Fair (above 4 to 7)"),
    ],
)
def test_a_hole_below_or_above_all_bands_lies_beside_one(
    tmp_path: Path, bands: str, beside: str
) -> None:
    """Two inputs of 1 to 4 have a sum of 2 to 8."""
    step = f"{{rule: bands, on: sum, missing: {{as: Low}}, bands: {bands}}}"
    (hole,) = holes(tmp_path, rubric_text(2, dimension=step))
    assert hole.found in ("no band for 2, in A (2 inputs)", "no band for 8, in A (2 inputs)")
    assert hole.expected.endswith(f"it lies beside {beside}")


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ("", "3 profiles of A (3 inputs) without a rating: 2 Top, 1 Low; "),
        ("weights: {A1: 1, A2: 7, A3: 49}, ", "1 profile of A (3 inputs) without a rating: A1 "),
    ],
)
def test_where_too_many_values_can_occur_profiles_are_tried_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weights: str, told: str
) -> None:
    bands = "[{rating: Low, below: 3}, {rating: Top, above: 3}]"
    step = f"{{rule: bands, on: mean, {weights}missing: {{as: Low}}, bands: {bands}}}"
    monkeypatch.setattr("vfi.inspection.checks.bands.MOST_VALUES", 5)
    (hole,) = holes(tmp_path, rubric_text(3, dimension=step))
    assert hole.found.startswith(told)
    assert "a band for every mean that can occur" in hole.expected


@pytest.mark.parametrize(
    ("bands", "number"),
    [
        ([{"to": 1}, {"above": 1}], 0),
        ([{"below": 1}, {"above": 1}], 1),
        ([{"above": 2}, {"to": 1}], 1),
        ([{"from": 0}, {"from": 3}], 0),
        ([{"to": 0}, {"to": 3}], 0),
        ([{"to": 0}, {"from": 1, "to": 2}, {"from": 3}], 2),
    ],
)
def test_holes_are_between_neighbours_that_both_end(
    bands: list[dict[str, int]], number: int
) -> None:
    made = [Band.model_validate({"rating": "Good", **edges}) for edges in bands]
    assert len(list(holes_between(made))) == number


@given(spaces(most_inputs=3, rules=("bands",)))
def test_values_that_can_occur_agree_with_every_profile(space: Space) -> None:
    symbols = [range(space.first_symbol, space.first_symbol + size) for size in space.shape]
    outcomes = [
        synthesise(space.step, list(inputs_of(space, profile)), space.scale)
        for profile in product(*symbols)
    ]
    assert isinstance(space.step, Bands)
    every = reachable(space, space.step)
    assert every is not None
    assert {value.value for value in every} == {
        outcome.value for outcome in outcomes if outcome.value is not None
    }
