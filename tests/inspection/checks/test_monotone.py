from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given

from tests.inspection.checks.making import found, rubric_text
from tests.profiles.steps import spaces
from vfi.inspection.checks.monotone import reversal
from vfi.problems import Severity
from vfi.profiles.space import Space, inputs_of
from vfi.profiles.tried import try_profiles
from vfi.synthesis.step import synthesise


def test_two_profiles_show_it(tmp_path: Path) -> None:
    counting = (
        "{rule: counting, missing: exclude, otherwise: Fair, rows: [{rating: Top, when: [{exactly: "
        "1, at: Top}]}]}"
    )
    (told,) = [
        p
        for p in found(tmp_path, rubric_text(2, dimension=counting))
        if p.severity is Severity.ERROR
    ]
    assert told.found == "Top for 1 Top, 1 High and Fair for 2 Top, in A (2 inputs)"
    assert told.field == "synthesis.dimension"


@pytest.mark.parametrize("rule", ["mean", "median", "worst"])
def test_rules_that_rise_with_their_inputs_are_left_alone(tmp_path: Path, rule: str) -> None:
    ties = "" if rule == "worst" else "ties: up, "
    assert (
        found(tmp_path, rubric_text(3, dimension=f"{{rule: {rule}, {ties}missing: exclude}}")) == []
    )


def rating(space: Space, profile: tuple[int, ...]) -> int:
    found = synthesise(space.step, list(inputs_of(space, profile)), space.scale).rating
    return -1 if found is None else space.scale.positions[found]


@given(spaces(most_inputs=3))
def test_agrees_with_trying_every_pair(space: Space) -> None:
    falls = False
    for profile in product(
        *(range(space.first_symbol, space.first_symbol + size) for size in space.shape)
    ):
        for place, entry in enumerate(profile):
            if 0 < entry < len(space.scales[place].levels):
                raised = (*profile[:place], entry + 1, *profile[place + 1 :])
                falls |= 0 <= rating(space, raised) < rating(space, profile)
    shown = reversal(try_profiles(space))
    assert (shown is not None) == falls
    if shown is not None:
        (before, high), (after, low) = shown
        assert sum(after) == sum(before) + 1
        assert (
            rating(space, after)
            == space.scale.positions[low]
            < space.scale.positions[high]
            == rating(space, before)
        )
