"""The level that most inputs are at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal

from vfi.synthesis.choices import Towards, word_or
from vfi.synthesis.decision import DecisionRow, Feature, Guard, reaches
from vfi.synthesis.levels_counted import at, levels_counted
from vfi.synthesis.rule import LevelRule, Line, Worked

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entries, Entry
    from vfi.synthesis.scale import Scale

ModeTies = Annotated[Literal["up", "down"] | Towards, word_or(("up", "down"), Towards, "towards")]
SEVERAL = {"up": "the highest counts", "down": "the lowest counts"}


class Mode(LevelRule):
    """The level that most inputs are at; `ties` says which of several."""

    rule: Literal["mode"]
    ties: ModeTies

    needs_one_scale = True
    is_alternative = True
    conventions = ("up", "down")
    covering = "a tie convention that settles every tie"

    @property
    def always_answers(self) -> bool:
        """Not where two levels can be equally far from the one that ties go towards."""
        return not isinstance(self.ties, Towards)

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """How many inputs are at each level."""
        return levels_counted(scale)

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """For each level, in the order that ties prefer them: that no other has more inputs.

        Two levels as frequent as each other and as far from the level that ties go towards leave
        it undetermined.
        """
        positions = range(len(scale.levels))
        if not isinstance(self.ties, Towards):
            order = reversed(positions) if self.ties == "up" else positions
            yield from (DecisionRow(_is_most(scale, position), position) for position in order)
            return
        target = scale.positions[self.ties.towards]
        for distance in positions:
            near = [position for position in positions if abs(position - target) == distance]
            if len(near) > 1:
                guards = tuple(guard for position in near for guard in _is_most(scale, position))
                yield DecisionRow(guards, None)
            yield from (DecisionRow(_is_most(scale, position), position) for position in near)

    def no_answer(self, entries: Sequence[Entry], scale: Scale, value: Fraction | None) -> str:
        """Which levels are as good as each other."""
        assert isinstance(self.ties, Towards)  # noqa: S101 - any other convention settles every tie
        target = scale.positions[self.ties.towards]
        tied = most_frequent(entries, scale)
        least = min(abs(scale.positions[level] - target) for level in tied)
        lower, upper = (lev for lev in tied if abs(scale.positions[lev] - target) == least)
        far = f"equally far from {self.ties.towards}"
        return f"{lower} and {upper} are equally frequent and {far}"

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        if isinstance(self.ties, Towards):
            several = f"the one nearest to {self.ties.towards}"
        else:
            several = SEVERAL[self.ties]
        return f"The most frequent of {inputs}; of several equally frequent ones {several}."

    def working(self, worked: Worked) -> Iterator[Line]:
        """The most frequent level, or those that are."""
        tied = most_frequent(worked.entries, worked.scale)
        times = sum(entry.level == tied[0] for entry in worked.entries)
        share = f"{times} of {len(worked.entries)}"
        if len(tied) == 1:
            yield "Mode", f"{tied[0]}, {share}"
        else:
            yield "Mode", f"{' and '.join(tied)} are equally frequent, {share} each"


def _is_most(scale: Scale, position: int) -> tuple[Guard, ...]:
    rivals = (rival for rival in range(len(scale.levels)) if rival != position)
    return tuple(reaches({at(position): 1}, {at(rival): 1}) for rival in rivals)


def most_frequent(entries: Entries, scale: Scale) -> list[str]:
    """The levels that more inputs are at than at any other, the lowest first."""
    counts = Counter(entry.level for entry in entries)
    highest = max(counts.values())
    tied = (level for level in counts if counts[level] == highest)
    return sorted(tied, key=scale.positions.__getitem__)
