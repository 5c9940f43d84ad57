from __future__ import annotations

from hypothesis import given

from tests.profiles.steps import spaces
from vfi.profiles.minimal import minimal_profiles
from vfi.profiles.space import Space
from vfi.profiles.tried import Tried, try_profiles


@given(spaces(most_inputs=3))
def test_each_reaches_the_level_and_no_longer_does_with_an_input_lowered(space: Space) -> None:
    tried = try_profiles(space)
    places = {tuple(sorted(p) if space.is_anonymous else p): int(r) for p, r in rows(tried)}
    for level, target in space.scale.positions.items():
        expected = []
        for profile, place in rows(tried):
            lowered = [
                (*profile[:i], entry - 1, *profile[i + 1 :])
                for i, entry in enumerate(profile)
                if entry > 1
            ]
            keys = [tuple(sorted(p) if space.is_anonymous else p) for p in lowered]
            if 0 not in profile and place >= target and all(places[key] < target for key in keys):
                expected.append(profile)
        assert [tried.profile(place) for place in minimal_profiles(tried, level)] == expected


def rows(tried: Tried) -> list[tuple[tuple[int, ...], int]]:
    return [(tried.profile(i), int(tried.ratings.places[i])) for i in range(len(tried.profiles))]
