from typing import Any

import pytest

from tests.relational.studies import rated

ROWS = [
    {"rating": "High", "when": {"A.1": "High", "A.2": ["Middle", "High"]}},
    {"rating": "Middle", "when": {"A.1": {"at_or_above": "Middle"}}},
    {"rating": "Low", "when": {"A.2": {"at_or_below": "Low"}}},
]


@pytest.mark.parametrize(
    ("levels", "rating"),
    [
        (["High", "Middle"], "High"),
        (["High", "Low"], "Middle"),
        (["High", None], "Middle"),
        (["Low", "Low"], "Low"),
        (["Low", "High"], None),
        ([None, "High"], None),
    ],
)
def test_the_first_row_that_fits_gives_the_rating(levels: list[Any], rating: str | None) -> None:
    figure = rated({"rule": "table", "rows": ROWS}, levels)
    assert (figure.rating, figure.state) == (rating, "rated" if rating else "undetermined")
