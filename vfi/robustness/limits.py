"""How much work a search may do, and what is said where it stopped for that.

Work is counted and not timed, so that the same inputs give the same answers on any machine.
"""

from __future__ import annotations

from dataclasses import dataclass

from vfi.numbers import grouped

# Combinations of results that one question may put together: some seconds.
WORK = 1_000_000
# Ways to spread judgements over levels that one question may look at, over all criteria, and of
# these on one criterion.
VECTORS = 16_000_000
VECTORS_AT_ONCE = 8_000_000
# What it takes to rate one combination, in combinations put together.
RATED = 4
# Combinations that are followed further up, which keeps memory small.
LEAST_STATES, MOST_STATES = 200, 20_000
# Combinations of scores that a simulation may have to rate, where that is left to it.
RATED_IN_DRAWS = 200_000
_LIMIT = (
    f"{grouped(WORK)} combinations of results, or {grouped(VECTORS)} ways to spread judgements "
    "over levels"
)
FLIPS_STOPPED = f"the search stopped at its limit of {_LIMIT}: no fewer do it, but it may take more"
BOUNDS_STOPPED = (
    f"the search stopped at its limit of {_LIMIT}: the ratings told are possible, and others may be"
)
SIMULATED = (
    f"simulated, since exact chances would take more than {grouped(WORK)} combinations of results"
)


@dataclass
class Budget:
    """What is left of the work of one pass through the tree, shared out among the children still to
    be put together.

    Attributes:
        left: how many combinations are left.
        children: how many children are still to be taken in.
    """

    left: int
    children: int

    @property
    def share(self) -> int:
        """What the next child may take: what earlier ones did not need goes to later ones."""
        return max(self.left // max(self.children, 1), 1)

    @property
    def states(self) -> int:
        """How many combinations may be followed further, since each may have to be rated."""
        return min(max(self.share // RATED, LEAST_STATES), MOST_STATES)

    def spend(self, combinations: int) -> None:
        """Take one child in, at the price of so many combinations."""
        self.left -= combinations
        self.children -= 1
