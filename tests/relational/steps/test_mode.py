from typing import Any

import pytest

from tests.relational.studies import rated


@pytest.mark.parametrize(
    ("ties", "rating", "state"),
    [
        ("up", "High", "rated"),
        ("down", "Low", "rated"),
        ({"towards": "High"}, "High", "rated"),
        ({"towards": "Middle"}, None, "undetermined"),
    ],
)
def test_of_several_modes_ties_say_which(ties: Any, rating: str | None, state: str) -> None:
    figure = rated({"rule": "mode", "ties": ties}, ["Low", "High", "Middle", "High", "Low"])
    assert (figure.rating, figure.state) == (rating, state)
