from __future__ import annotations

from collections.abc import Sequence

import pytest

from vfi.audit.figures.findings import counted


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], "none"),
        ([22], "22"),
        ([274, 275, 276], "274 to 276"),
        ([3, 6, 7], "3 or 6 to 7"),
        ([1, 3, 5, 1000], "1, 3, 5 or 1,000"),
        (range(6270, 6463), "6,270 to 6,462"),
        (range(5, 6), "5"),
        (range(10**20), "0 to 99,999,999,999,999,999,999"),
        (list(range(0, 30, 3)), "0, 3, 6, 9, 12, 15, 18, 21 or 2 more ranges"),
    ],
)
def test_numbers_for_a_sentence(numbers: Sequence[int], words: str) -> None:
    assert counted(numbers) == words
