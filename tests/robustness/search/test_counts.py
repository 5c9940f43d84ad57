from itertools import product
from math import comb

import numpy as np
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
