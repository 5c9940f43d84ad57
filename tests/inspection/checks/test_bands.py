from __future__ import annotations

from itertools import product
from pathlib import Path

from hypothesis import given

from tests.inspection.checks.making import found, line_of, rubric_text
from tests.profiles.steps import spaces
from vfi.inspection.checks.bands import reachable
from vfi.problems import Severity
from vfi.profiles.space import Space, inputs_of
from vfi.synthesis.rules.bands import Bands
from vfi.synthesis.step import synthesise

# Care Quality Commission, assessment framework for local authorities: statements scored 1 to 4,
# overall percentage 25 to 38, 39 to 62, 63 to 87, 88 and above.
CQC = (
    "{rule: bands, on: percentage, missing: exclude, bands: [{rating: Low, from: 25, to: 38}, "
    "{rating: Fair, from: 39, to: 62}, {rating: High, from: 63, to: 87}, {rating: Top, from: 88}]}"
)


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
