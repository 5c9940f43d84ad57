"""The results that each node can be brought to, from the criteria upwards, each at its least cost.

Judgements under different criteria are different judgements, so that costs add up; and all that a
node above sees of a node is its level, its score where a step takes scores, and what hurdles
further up look at. So one pass over the tree, keeping the cheapest way to each thing that can be
seen, finds the least cost of every rating of every node.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import islice, product, takewhile
from operator import add, mul
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from vfi.robustness.limits import Budget
from vfi.robustness.search.folding import NUMBER, Folding, Memory
from vfi.robustness.search.leaves import is_scored
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from vfi.robustness.search.reach import Leaf, Reach, Target
    from vfi.robustness.search.watching import Tally, Watching

KeyT = TypeVar("KeyT", bound=Hashable)
Direction = Literal["down", "up"]
_NO_INPUT = Input("", None, None, None)


class Seen(NamedTuple):
    """What can be seen of a node: its level, its score, counts for hurdles above, and the level of
    a node asked for.
    """

    level: str | None
    score: Fraction | None
    tally: Tally
    kept_level: str | None


class Way(NamedTuple):
    """The cheapest way found to something.

    Attributes:
        cost: what it costs; of a tree of chances, how likely it is, by whatever way.
        targets: what becomes of each criterion, as nested pairs with (node, target) at their ends.
        inputs: the children so far, for a node that is still being put together.
    """

    cost: Any
    targets: Any
    inputs: tuple[Input, ...] = ()


class Partial(NamedTuple):
    """What is seen of some children of a node together."""

    memory: Memory
    tally: Tally
    kept_level: str | None


@dataclass(frozen=True, slots=True)
class NodeWays:
    """The ways to everything that can be seen of a node.

    Attributes:
        ways: the cheapest way to each.
        horizon: the cost up to which none is left out; None where none is at all.
    """

    ways: Mapping[Seen, Way]
    horizon: int | None = None


class Option(NamedTuple):
    """One thing that a child can be, as the rule above it takes it in."""

    memory: Memory
    entry: Input
    view: Seen
    way: Way


@dataclass(frozen=True)
class TreePass:
    """One pass over nodes of a rubric.

    Attributes:
        watching: the rubric with its hurdles.
        leaves: the nodes that cases are judged on.
        reaches: the results that each of those can be brought to.
        nodes: the nodes to go through, each after its children.
        work: how many combinations of results the pass may put together.
        kept_node: a node whose level is to be seen at the top.
        supposed: what is supposed of hurdles that look beside their node.
        towards: where only lower scores matter, or only higher ones, which; None where any may.
        largest: the cost beyond which no way is followed.
        chances: whether the costs are chances, which multiply along a way and add up over all ways.
    """

    watching: Watching
    leaves: Mapping[str, Leaf]
    reaches: Mapping[str, Reach]
    nodes: tuple[str, ...]
    work: int
    kept_node: str | None = None
    supposed: Mapping[str, bool] = field(default_factory=dict)
    towards: Direction | None = None
    largest: int | None = None
    chances: bool = False

    def tables(self) -> dict[str, NodeWays]:
        """The table of every node, each after its children."""
        return self._tables(self._budget(0))

    def together(self) -> NodeWays:
        """What is seen of all nodes together, of which the one that is kept has its level shown."""
        budget = self._budget(len(self._tops))
        tables = self._tables(budget)
        if len(self._tops) == 1:
            return tables[self._tops[0]]
        options = [
            [Option((), _NO_INPUT, *option) for option in tables[node].ways.items()]
            for node in self._tops
        ]
        states, horizon = self._all_joined(options, None, budget)
        ways = {
            Seen(None, None, tally, kept_level): way
            for (_, tally, kept_level), way in states.items()
        }
        return NodeWays(ways, lower(horizon, *(tables[node].horizon for node in self._tops)))

    @property
    def _tops(self) -> list[str]:
        """The nodes that lie below no other."""
        children = {child for node in self.nodes for child in self.watching.rubric.children[node]}
        return [node for node in self.nodes if node not in children]

    def _budget(self, tops: int) -> Budget:
        rubric = self.watching.rubric
        return Budget(self.work, tops + sum(len(rubric.children[node]) for node in self.nodes))

    def _tables(self, budget: Budget) -> dict[str, NodeWays]:
        tables: dict[str, NodeWays] = {}
        for node in self.nodes:
            tables[node] = (
                self._leaf(node) if node in self.leaves else self._above(node, tables, budget)
            )
        return tables

    def _leaf(self, node: str) -> NodeWays:
        reach = self.reaches[node]
        ways: dict[Seen, Way] = {}
        for (level, value), (cost, target) in reach.results.items():
            view = self._seen(node, level, value, self.watching.nothing, None)
            self._take(ways, view, Way(cost, (node, target)))
        affordable, horizon = self._within(self._scores_that_matter(ways))
        return NodeWays(affordable, lower(horizon, reach.horizon))

    def _seen(
        self,
        node: str,
        before: str | None,
        value: Fraction | None,
        tally: Tally,
        kept_level: str | None,
    ) -> Seen:
        watching, scale = self.watching, self.watching.rubric.rating_scale(node)
        level = watching.lowered(node, before, tally, self.supposed)
        score = value if self._is_scored(node) and level is not None else None
        if score is not None and level is not None and level != before:
            score = min(score, scale.by_name[level].value)
        after = tuple(map(add, watching.settled(node, tally), watching.tally(node, level, scale)))
        return Seen(level, score, after, (level or "") if node == self.kept_node else kept_level)

    def _is_scored(self, node: str) -> bool:
        return is_scored(node, self.watching.rubric)

    def _above(self, node: str, tables: Mapping[str, NodeWays], budget: Budget) -> NodeWays:
        rubric = self.watching.rubric
        children, step, scale = (
            rubric.children[node],
            rubric.step_of(node),
            rubric.rating_scale(node),
        )
        inputs = {child: [*self._inputs(child, tables[child], step.of)] for child in children}
        folding = Folding(step, scale, [entry for entries in inputs.values() for entry in entries])
        options = [
            [
                Option(folding.of(entry), entry, *option)
                for entry, option in zip(entries, tables[child].ways.items(), strict=True)
            ]
            for child, entries in inputs.items()
        ]
        states, horizon = self._all_joined(options, folding, budget)
        horizon = lower(horizon, *(tables[child].horizon for child in children))
        ways: dict[Seen, Way] = {}
        outcomes: dict[Memory, Any] = {}
        for (memory, tally, kept_level), way in states.items():
            if memory not in outcomes:
                outcomes[memory] = synthesise(step, way.inputs, scale)
            view = self._seen(
                node, outcomes[memory].rating, outcomes[memory].value, tally, kept_level
            )
            self._take(ways, view, Way(way.cost, way.targets))
        return NodeWays(self._scores_that_matter(ways), horizon)

    def _inputs(self, child: str, table: NodeWays, of: str) -> Iterator[Input]:
        """Each thing that a child can be, as the rule above it takes it in."""
        scale = self.watching.rubric.rating_scale(child)
        for view in table.ways:
            value = None if view.level is None else scale.by_name[view.level].value
            yield Input(child, view.level, view.score if of == "scores" else value, scale)

    def _all_joined(
        self, options: Sequence[Sequence[Option]], folding: Folding | None, budget: Budget
    ) -> tuple[dict[Partial, Way], int | None]:
        """What the children come to together, one after the other, and the cost up to which none is
        left out.
        """
        start = () if folding is None else folding.start
        states = {
            Partial(start, self.watching.nothing, None): Way(1.0 if self.chances else 0, None)
        }
        horizon: int | None = None
        for of_child in options:
            spent = min(len(states) * len(of_child), budget.share)
            pairs, too_many = self._pairs(states, of_child, budget.share)
            joined, cut = self._within(self._joined(pairs, folding))
            states, capped = _capped(self._sums_that_matter(joined, folding), budget.states)
            horizon = lower(horizon, too_many, cut, capped)
            budget.spend(spent)
        return states, horizon

    def _pairs(
        self, states: Mapping[Partial, Way], options: Sequence[Option], maximum: int
    ) -> tuple[Iterable[tuple[tuple[Partial, Way], Option]], int | None]:
        """Every state with every option of one more child; where those are too many, the cheapest
        of them.
        """
        if len(states) * len(options) <= maximum:
            return product(states.items(), options), None
        if self.chances:
            return (), 0
        return cheapest_pairs(states, options, maximum)

    def _joined(
        self, pairs: Iterable[tuple[tuple[Partial, Way], Option]], folding: Folding | None
    ) -> dict[Partial, Way]:
        """The state and the option of each pair as one state."""
        joined: dict[Partial, Way] = {}
        both_cost = mul if self.chances else add
        merge = folding.merge if folding is not None else add
        for (before, (cost, targets, inputs)), (memory, entry, view, way) in pairs:
            state = Partial(
                merge(before.memory, memory),
                tuple(map(add, before.tally, view.tally)),
                view.kept_level or before.kept_level,
            )
            self._take(
                joined,
                state,
                Way(both_cost(cost, way.cost), (targets, way.targets), (*inputs, entry)),
            )
        return joined

    def _take(self, ways: dict[KeyT, Way], key: KeyT, way: Way) -> None:
        """Keep the cheaper of two ways to the same; of chances, their sum."""
        existing = ways.get(key)
        if existing is None or (not self.chances and way.cost < existing.cost):
            ways[key] = way
        elif self.chances:
            ways[key] = existing._replace(cost=existing.cost + way.cost)

    def _within(self, ways: dict[KeyT, Way]) -> tuple[dict[KeyT, Way], int | None]:
        """The ways that cost no more than is followed, and the cost up to which none is left
        out.
        """
        if self.largest is None or all(way.cost <= self.largest for way in ways.values()):
            return ways, None
        return {key: way for key, way in ways.items() if way.cost <= self.largest}, self.largest

    def _scores_that_matter(self, ways: dict[Seen, Way]) -> dict[Seen, Way]:
        if self.towards is None or all(view.score is None for view in ways):
            return ways
        group = {view: (view.level, view.tally, view.kept_level) for view in ways}
        return _frontier(
            ways, group, {view: view.score or Fraction(0) for view in ways}, self.towards
        )

    def _sums_that_matter(
        self, states: dict[Partial, Way], folding: Folding | None
    ) -> dict[Partial, Way]:
        if (
            self.towards is None
            or folding is None
            or not folding.adds_values
            or folding.step.of == "ratings"
        ):
            return states
        group = {
            state: (
                state.memory[:NUMBER],
                state.memory[NUMBER + 1 :],
                state.tally,
                state.kept_level,
            )
            for state in states
        }
        return _frontier(
            states, group, {state: state.memory[NUMBER] for state in states}, self.towards
        )


def targets_of(way: Way) -> Iterator[tuple[str, Target]]:
    """What becomes of each criterion on a way."""
    pending = [way.targets]
    while pending:
        targets = pending.pop()
        if targets is None:
            continue
        first, second = targets
        if isinstance(first, str):
            yield first, second
        else:
            pending += [second, first]


def cheapest_pairs(
    states: Mapping[Partial, Way], options: Sequence[Option], maximum: int
) -> tuple[Iterator[tuple[tuple[Partial, Way], Option]], int | None]:
    """The pairs that cost least together, at most so many, and the cost up to which none is left
    out.
    """
    of_states = Counter(way.cost for way in states.values())
    of_options = Counter(option.way.cost for option in options)
    totals: Counter[int] = Counter()
    for (first, state_count), (second, option_count) in product(
        of_states.items(), of_options.items()
    ):
        totals[first + second] += state_count * option_count
    within, count = min(totals) - 1, 0
    for total in sorted(totals):
        count += totals[total]
        if count > maximum:
            break
        within = total
    by_cost = sorted(options, key=lambda option: option.way.cost)
    largest = max(within, min(totals))
    pairs = (
        (state, option)
        for state in sorted(states.items(), key=lambda state: state[1].cost)
        for option in takewhile(partial(_fits, largest - state[1].cost), by_cost)
    )
    return islice(pairs, maximum), within


def _fits(largest: int, option: Option) -> bool:
    return bool(option.way.cost <= largest)


def lower(*horizons: int | None) -> int | None:
    """The lowest of some horizons; None, for no end, is above all."""
    return min((horizon for horizon in horizons if horizon is not None), default=None)


def _capped(states: dict[Partial, Way], maximum: int) -> tuple[dict[Partial, Way], int | None]:
    """As many of the cheapest states as are followed further, and the cost up to which none is left
    out.
    """
    if len(states) <= maximum:
        return states, None
    cheapest = sorted(states.items(), key=lambda state: state[1].cost)
    return dict(cheapest[:maximum]), int(cheapest[maximum][1].cost) - 1


def _frontier(
    ways: Mapping[KeyT, Way],
    group: Mapping[KeyT, Hashable],
    number: Mapping[KeyT, Fraction | int],
    towards: Direction,
) -> dict[KeyT, Way]:
    """The ways that no other of their group betters in both cost and number."""
    sign = 1 if towards == "down" else -1
    best: dict[Hashable, Fraction | int] = {}
    frontier: dict[KeyT, Way] = {}
    for key, way in sorted(ways.items(), key=lambda item: (item[1].cost, sign * number[item[0]])):
        extreme = sign * number[key]
        if group[key] not in best or extreme < best[group[key]]:
            best[group[key]] = extreme
            frontier[key] = way
    return frontier
