"""Which profiles there are: a level, or none, for each input of a node."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations_with_replacement
from typing import TYPE_CHECKING, Any

from vfi.synthesis.outcome import Input

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

    Matrix = NDArray[np.int8]
else:
    Matrix = Any

MISSING = 0  # in a matrix of profiles: an input without a level; 1 is its lowest level


@dataclass(frozen=True, slots=True)
class Space:
    """The profiles that the inputs of a node can have.

    Attributes:
        step: the step that the inputs go into.
        names: the id of each input.
        scales: the scale of each input.
        scale: the scale of the rating.
        with_missing: whether profiles with inputs without a level belong to it.
        by_name: whether to tell its inputs apart though the step does not.
    """

    step: Rule
    names: tuple[str, ...]
    scales: tuple[Scale, ...]
    scale: Scale
    with_missing: bool
    by_name: bool = False

    @property
    def is_anonymous(self) -> bool:
        """Whether it is the same to the step which input has which level, so that only their
        numbers count.
        """
        return (
            not self.by_name
            and not self.step.by_name
            and all(scale == self.scales[0] for scale in self.scales)
        )

    @property
    def first_symbol(self) -> int:
        """The lowest entry of a profile."""
        return MISSING if self.with_missing else 1

    @property
    def shape(self) -> tuple[int, ...]:
        """How many different entries each input can have."""
        return tuple(len(scale.levels) + self.with_missing for scale in self.scales)

    @property
    def total(self) -> int:
        """How many profiles there are."""
        if self.is_anonymous:
            return math.comb(len(self.names) + self.shape[0] - 1, len(self.names))
        return math.prod(self.shape)

    def all_profiles(self) -> Matrix:
        """Every profile as a row with an entry per input: 0 without a level, 1 at its lowest level
        and so on.
        """
        return self._multisets() if self.is_anonymous else self._product()

    def random_profiles(self, count: int, seed: int) -> Matrix:
        """So many profiles drawn at random, the same ones for the same seed, after those with all
        inputs alike.

        Each is drawn with its own mixture of levels, so that lopsided profiles are as likely as
        mixed ones.
        """
        import numpy as np

        generator = np.random.default_rng(seed)
        sample = np.empty((count, len(self.names)), dtype=np.int8)
        largest = max(self.shape)
        mixtures = generator.dirichlet(np.ones(largest), count).cumsum(axis=1)
        for column, size in enumerate(self.shape):
            scaled = generator.random(count) * mixtures[:, size - 1]
            sample[:, column] = (scaled[:, None] > mixtures[:, : size - 1]).sum(
                axis=1
            ) + self.first_symbol
        levels = [len(scale.levels) for scale in self.scales]
        for row in range(min(max(levels), count)):
            sample[row] = [min(row + 1, size) for size in levels]
        return np.sort(sample, axis=1) if self.is_anonymous else sample

    def _product(self) -> Matrix:
        import numpy as np

        profiles = np.empty((self.total, len(self.names)), dtype=np.int8)
        before, after = 1, self.total
        for column, size in enumerate(self.shape):
            after //= size
            symbols = np.arange(self.first_symbol, self.first_symbol + size, dtype=np.int8)
            profiles[:, column] = np.tile(np.repeat(symbols, after), before)
            before *= size
        return profiles

    def _multisets(self) -> Matrix:
        import numpy as np

        symbols = range(self.first_symbol, self.first_symbol + self.shape[0])
        entries = chain.from_iterable(combinations_with_replacement(symbols, len(self.names)))
        flat = np.fromiter(entries, dtype=np.int8, count=self.total * len(self.names))
        return flat.reshape(self.total, len(self.names))


def space_of(
    rubric: Rubric, node: str, cases: int, *, with_missing: bool = True, of_case: bool = False
) -> Space:
    """The profiles below a node.

    Args:
        rubric: the rubric.
        node: a criterion, a dimension or group, or `overall`.
        cases: how many cases are judged; those are the inputs of a criterion.
        with_missing: whether inputs may be without a level; not where the step counts them as a
            level anyway.
        of_case: whether the node is that of one case, whose inputs can be judgements on a scale of
            their own.
    """
    step = rubric.step_of(node)
    names: Sequence[str] = [f"case {number}" for number in range(1, cases + 1)]
    if node in rubric.judged:
        scales = [rubric.judgement_scale(node)] * cases
    else:
        names = rubric.children[node]
        scales = [
            rubric.judgement_scale(child)
            if of_case and child in rubric.judged
            else rubric.rating_scale(child)
            for child in names
        ]
    missing = with_missing and step.stands_in is None
    return Space(step, tuple(names), tuple(scales), rubric.rating_scale(node), missing)


def inputs_of(space: Space, profile: Sequence[int]) -> Iterator[Input]:
    """A row of a matrix of profiles as the inputs that `synthesise` takes."""
    for name, scale, entry in zip(space.names, space.scales, profile, strict=True):
        if entry == MISSING:
            yield Input(name, None, None, scale)
        else:
            level = scale.levels[entry - 1]
            yield Input(name, level.name, level.value, scale)
