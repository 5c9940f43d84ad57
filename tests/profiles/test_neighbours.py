"""Profiles one level away, against changing every input by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given

from tests.profiles.steps import mean_of, spaces
from vfi.profiles.neighbours import neighbours
from vfi.profiles.space import Space

Profile = tuple[int, ...]


def one_level_away(space: Space, profile: Profile, change: int) -> Iterator[Profile]:
    """What becomes of a profile with each of its inputs changed, where it can be."""
    for place, entry in enumerate(profile):
        if entry > 0 and 1 <= entry + change <= len(space.scales[place].levels):
            yield (*profile[:place], entry + change, *profile[place + 1 :])


def pairs(space: Space, change: int) -> Counter[tuple[Profile, Profile]]:
    """Each profile of a space with each of its neighbours, as often as it is given."""
    profiles = space.all_profiles()
    return Counter(
        (tuple(profiles[place].tolist()), tuple(neighbour))
        for places, changed in neighbours(space, profiles, change)
        for place, neighbour in zip(places.tolist(), changed.tolist(), strict=True)
    )


@pytest.mark.parametrize("change", [1, -1])
@given(space=spaces(most_inputs=3))
def test_each_input_is_changed_by_a_level_once_and_inputs_that_are_alike_together(
    space: Space, change: int
) -> None:
    expected: Counter[tuple[Profile, Profile]] = Counter()
    for row in space.all_profiles().tolist():
        changed = list(one_level_away(space, tuple(row), change))
        if space.is_anonymous:
            changed = list({tuple(sorted(profile)) for profile in changed})
        expected.update((tuple(row), profile) for profile in changed)
    found = pairs(space, change)
    if space.is_anonymous:
        found = Counter((profile, tuple(sorted(after))) for profile, after in found.elements())
    assert found == expected


def test_an_input_without_a_level_stays_without_one() -> None:
    after = {changed for (profile, changed) in pairs(mean_of(2), 1) if profile == (0, 1)}
    assert after == {(0, 2)}
