from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rubrics import scale
from vfi.robustness.grid import Change, Column
from vfi.robustness.search import counts as room
from vfi.robustness.search.counts import changes_between, costs_from, radius_within, vectors_near

Counts = tuple[int, ...]


def _counts(numbers: list[int]) -> Counts:
    return tuple(numbers)


COUNTS = st.lists(st.integers(0, 3), min_size=2, max_size=4).map(_counts)


def _blocks(counts: Counts, total: int, radius: int) -> list[Counts]:
    return [tuple(row) for block in vectors_near(counts, total, radius) for row in block.tolist()]


@given(COUNTS, st.integers(0, 4), st.sampled_from([1, 10**6]))
def test_vectors_near_are_all_those_within_the_radius_once(
    counts: Counts, radius: int, block: int
) -> None:
    before, room.BLOCK = room.BLOCK, block
    try:
        found = _blocks(counts, sum(counts), radius)
    finally:
        room.BLOCK = before
    ranges = [range(max(0, count - radius), count + radius + 1) for count in counts]
    assert sorted(found) == sorted(one for one in product(*ranges) if sum(one) == sum(counts))


def test_costs_are_levels_moved_and_judgements_moved() -> None:
    costs = costs_from((2, 0, 1), np.array([[0, 0, 3], [2, 0, 1], [1, 2, 0]]))
    assert costs["steps"].tolist() == [4, 0, 2]
    assert costs["judgements"].tolist() == [2, 0, 2]


def test_changes_take_cases_in_the_order_of_the_study() -> None:
    column = Column("A", scale(), (("K", "M"), (), ("L",), ()), ())
    assert changes_between(column, (1, 1, 1, 0), "steps") == (Change("M", "A", "Poor", "Adequate"),)
    assert changes_between(column, (1, 0, 1, 1), "judgements") == (
        Change("K", "A", "Poor", "Excellent"),
    )


@given(st.integers(0, 12), st.integers(2, 5), st.integers(1, 400))
def test_the_radius_is_the_largest_for_which_there_are_no_more_vectors_than_may_be_looked_at(
    total: int, levels: int, most: int
) -> None:
    every = comb(total + levels - 1, levels - 1)
    radius = radius_within(total, levels, most)
    if every <= most:
        assert radius == total
    else:
        assert (2 * radius + 1) ** (levels - 1) <= most < (2 * radius + 3) ** (levels - 1)


@pytest.mark.parametrize(
    ("total", "levels", "most", "radius"),
    [
        (9, 4, 220, 9),
        (9, 4, 219, 2),
        (9, 4, 125, 2),
        (9, 4, 124, 1),
        (9, 4, 27, 1),
        (9, 4, 26, 0),
        (2, 2, 3, 2),
        (2, 2, 2, 0),
    ],
)
def test_the_radius_by_hand(total: int, levels: int, most: int, radius: int) -> None:
    """Of 9 judgements on 4 levels there are 220 spreads, and 5 x 5 x 5 within 2 of three counts."""
    assert radius_within(total, levels, most) == radius


@pytest.mark.parametrize(("block", "blocks"), [(6, 1), (5, 3)])
def test_vectors_come_in_blocks_where_they_would_be_too_many_at_once(
    monkeypatch: pytest.MonkeyPatch, block: int, blocks: int
) -> None:
    """The first count is one of 1 to 3 and the second of 0 to 1; the third is what is left."""
    monkeypatch.setattr(room, "BLOCK", block)
    found = list(vectors_near((2, 0, 1), 3, 1))
    assert len(found) == blocks
    rows = sorted(tuple(row) for one in found for row in one.tolist())
    assert rows == [(1, 0, 2), (1, 1, 1), (2, 0, 1), (2, 1, 0), (3, 0, 0)]


def test_vectors_near_large_counts_are_those_within_the_radius() -> None:
    ranges = [range(count - 1, count + 2) for count in (2, 3, 2, 4)]
    expected = sorted(one for one in product(*ranges) if sum(one) == 11)
    assert sorted(_blocks((2, 3, 2, 4), 11, 1)) == expected
