"""Which steps there are to look at, and the profiles to try each of them with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.numbers import count_of, grouped, part_of
from vfi.problems import listed
from vfi.profiles.space import Space, space_of
from vfi.profiles.tried import SEED, Tried, try_profiles
from vfi.rubric.consistency.perspectives import placed_under
from vfi.rubric.consistency.steps import LocatedStep, placed_steps
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.rule import Rule

MOST_PROFILES = 500_000
MOST_WORK = 50_000_000  # conditions looked at, an input at a time
FEWEST_PROFILES = 2000
FEWEST_CASES = 7
ENOUGH_CASES = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """A step with the profiles of the nodes that it rates alike.

    Attributes:
        placed: the step and where it stands.
        nodes: the nodes that have these profiles.
        inputs: what lies below them, `cases` or `inputs`.
        tried: the profiles with their ratings.
    """

    placed: LocatedStep
    nodes: tuple[str, ...]
    inputs: str
    tried: Tried

    @property
    def space(self) -> Space:
        """Where the profiles are from."""
        return self.tried.space

    @property
    def takes_scores(self) -> bool:
        """Whether unrounded scores go in, of which the levels of a profile are only some."""
        return self.inputs == "inputs" and self.placed.step.of == "scores"

    @property
    def where(self) -> str:
        """`E1, E2 (3 inputs)`."""
        return f"{listed(self.nodes, 4)} ({len(self.space.names)} {self.inputs})"

    @property
    def none_of(self) -> str:
        """`none of the 64 profiles`, or of how many that were tried."""
        if self.tried.is_all:
            return f"none of the {count_of(self.space.total, 'profile')}"
        return (
            f"none of {count_of(len(self.tried.profiles), 'profile')} drawn (of "
            f"{grouped(self.space.total)}, seed {SEED})"
        )

    @property
    def how_many(self) -> str:
        """How many profiles were tried of how many there are."""
        number = len(self.tried.profiles)
        if self.tried.is_all:
            return f"all {count_of(number, 'profile')}"
        return f"{part_of(number, self.space.total, 'profile')}, drawn with the seed {SEED}"


def subjects(rubric: Rubric, cases: int | None) -> Iterator[Subject]:
    """Every step of a rubric and of its perspectives, once for each kind of node that it rates.

    Args:
        rubric: the rubric.
        cases: how many cases there are, where a study says so; else enough to tell the levels of a
            step apart.
    """
    for placed in placed_steps(rubric):
        yield from _of_step(rubric, placed, cases)
    for position, perspective in enumerate(rubric.perspectives):
        changed = rubric.under(perspective.id)
        for placed in placed_under(rubric, position):
            if placed.path[0] == "perspectives":
                yield from _of_step(changed, placed, cases)


def _of_step(rubric: Rubric, placed: LocatedStep, cases: int | None) -> Iterator[Subject]:
    alike: list[tuple[Space, list[str]]] = []
    number = enough_cases(placed.step) if cases is None else cases
    for node in placed.nodes:
        for space in _spaces(rubric, node, number):
            nodes_alike = next(
                (nodes for space_alike, nodes in alike if _same(space_alike, space)), None
            )
            if nodes_alike is None:
                alike.append((space, [node]))
            elif node not in nodes_alike:
                nodes_alike.append(node)
    for space, nodes in alike:
        inputs = "cases" if nodes[0] in rubric.judged else "inputs"
        yield Subject(placed, tuple(nodes), inputs, try_profiles(space, most_profiles(space)))


def most_profiles(space: Space) -> int:
    """How many profiles to try at most: fewer for a step of very many rows, each of which is looked
    at by itself.
    """
    rows = getattr(space.step, "rows", ())
    cost = len(space.names) * max(sum(len(row.when) for row in rows), 1)
    return min(MOST_PROFILES, max(MOST_WORK // max(cost, 1), FEWEST_PROFILES))


def _spaces(rubric: Rubric, node: str, cases: int) -> Sequence[Space]:
    """The profiles of a node over all cases and, where they are others, for one case."""
    over_all = space_of(rubric, node, cases)
    if node == OVERALL or node in rubric.judged:
        return (over_all,)
    return (over_all, space_of(rubric, node, cases, of_case=True))


def _same(first: Space, second: Space) -> bool:
    same_names = first.names == second.names or (
        first.is_anonymous and len(first.names) == len(second.names)
    )
    return same_names and first.scales == second.scales and first.scale == second.scale


def enough_cases(step: Rule) -> int:
    """A number of cases that lets every condition of a step hold or fail."""
    return min(max(FEWEST_CASES, step.largest_count + 1), ENOUGH_CASES)
