from typing import Any

import pytest

from tests.relational.studies import rated

TWO_HIGH = {
    "rating": "High",
    "when": [{"at_least": 2, "at": "High"}, {"exactly": 0, "below": "Middle"}],
}


@pytest.mark.parametrize(
    ("row", "levels", "rating"),
    [
        (TWO_HIGH, ["High", "High", None], "High"),
        (TWO_HIGH, ["High", "High", "Low"], None),
        (
            {"rating": "High", "when": [{"at_least": "all", "at_or_above": "Middle"}]},
            ["High", None, "Middle"],
            "High",
        ),
        (
            {"rating": "High", "when": [{"at_least_share": "1/2", "above": "Low"}]},
            ["High", None, "Low"],
            "High",
        ),
        (
            {"rating": "High", "when": [{"at_most_share": "1/3", "at": "Low"}]},
            ["High", "Low"],
            None,
        ),
        (
            {"rating": "High", "when": [{"at_least": 1, "at": "High", "among": ["A.2"]}]},
            ["High", "Low"],
            None,
        ),
        ({"rating": "High", "when": [{"at_most": "all", "among": ["A.2"]}]}, ["High", None], None),
        ({"rating": "High", "when": [{"exactly": 1}]}, ["High", None], "High"),
    ],
)
def test_the_first_row_that_holds_gives_the_rating(
    row: dict[str, Any], levels: list[str | None], rating: str | None
) -> None:
    figure = rated({"rule": "counting", "rows": [row]}, levels)
    assert (figure.rating, figure.state) == (rating, "rated" if rating else "undetermined")


def test_otherwise_takes_what_no_row_covers() -> None:
    step = {"rule": "counting", "rows": [TWO_HIGH], "otherwise": "Low"}
    assert rated(step, ["High", "Middle"]).rating == "Low"
