"""Many scorecards at once: from the results of the criteria in each draw to the ratings above them.

Each distinct combination of what lies below a node is rated once, by the rules themselves; draws
only look it up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from vfi.robustness.chance.distributions import NO_RATING, Distribution
from vfi.robustness.search.leaves import is_scored
from vfi.synthesis.condition import Circumstances
from vfi.synthesis.hurdles import Hurdle, limit
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise
from vfi.synthesis.tree import evaluation_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vfi.robustness.search.reach import Result
    from vfi.rubric.models.rubric import Rubric

    Codes = NDArray[Any]


@dataclass(frozen=True)
class Draws:
    """The results of one node in every draw: which one, by its place, and each of them once."""

    codes: Codes
    results: Sequence[Result]

    @classmethod
    def of(cls, codes: Codes, results: Sequence[Result]) -> Draws:
        """The draws with equal results under one code."""
        import numpy as np

        code_of = {result: code for code, result in enumerate(dict.fromkeys(results))}
        return cls(np.array([code_of[result] for result in results])[codes], tuple(code_of))


@dataclass(frozen=True)
class Rating:
    """Rates the nodes of many draws.

    Attributes:
        rubric: the rubric.
        number: how many draws there are.
        failures: per failure indicator, for how many cases each draw has it recorded.
    """

    rubric: Rubric
    number: int
    failures: Mapping[str, Codes] = field(default_factory=dict)

    def rate(self, leaves: Mapping[str, Draws]) -> dict[str, Distribution]:
        """How often each node has each level.

        Args:
            leaves: the results of the nodes that cases are judged on, before their hurdles.
        """
        by_node: dict[str, Draws] = {}
        for node in evaluation_order(self.rubric):
            by_node[node] = (
                self._limited(node, leaves[node], by_node)
                if node in leaves
                else self._above(node, by_node)
            )
        return {node: self._distribution(node, by_node[node]) for node in self.rubric.node_ids}

    def _above(self, node: str, by_node: Mapping[str, Draws]) -> Draws:
        rubric = self.rubric
        children, step, scale = (
            rubric.children[node],
            rubric.step_of(node),
            rubric.rating_scale(node),
        )
        codes, first = distinct([by_node[child].codes for child in children])
        results: list[Result] = []
        for row in first:
            inputs = []
            for child in children:
                level, score = by_node[child].results[by_node[child].codes[row]]
                child_scale = rubric.rating_scale(child)
                plain = None if level is None else child_scale.by_name[level].value
                inputs.append(
                    Input(child, level, score if step.of == "scores" else plain, child_scale)
                )
            outcome = synthesise(step, inputs, scale)
            results.append((outcome.rating, outcome.value if is_scored(node, rubric) else None))
        return self._limited(node, Draws.of(codes, results), by_node)

    def _limited(self, node: str, before: Draws, by_node: Mapping[str, Draws]) -> Draws:
        """The results after the hurdles of a node."""
        hurdles = [hurdle for hurdle in self.rubric.hurdles if hurdle.node == node]
        if not hurdles:
            return before
        looked_at = list(
            dict.fromkeys(name for hurdle in hurdles for name in hurdle.looked_at(self.rubric))
        )
        recorded = [self.failures[name] for name in self._named(hurdles)]
        codes, first = distinct(
            [before.codes, *(by_node[name].codes for name in looked_at), *recorded]
        )
        results = [
            self._after(node, before, hurdles, {name: by_node[name] for name in looked_at}, row)
            for row in first
        ]
        return Draws.of(codes, results)

    def _named(self, hurdles: Sequence[Hurdle]) -> list[str]:
        failure_names = (name for hurdle in hurdles for name in hurdle.failures_named)
        return [name for name in dict.fromkeys(failure_names) if name in self.failures]

    def _after(
        self,
        node: str,
        before: Draws,
        hurdles: Sequence[Hurdle],
        looked_at: Mapping[str, Draws],
        row: int,
    ) -> Result:
        rubric, scale = self.rubric, self.rubric.rating_scale(node)
        level, value = before.results[before.codes[row]]
        levels = {name: draws.results[draws.codes[row]][0] for name, draws in looked_at.items()}
        scales = {name: rubric.rating_scale(name) for name in looked_at}
        failures = {name: ("",) * int(self.failures[name][row]) for name in self._named(hurdles)}
        circumstances = Circumstances(levels, scales, failures)
        after = limit(level, scale, hurdles, circumstances, rubric)[-1].after
        if after == level or after is None or value is None:
            return after, value
        return after, min(value, scale.by_name[after].value)

    def _distribution(self, node: str, draws: Draws) -> Distribution:
        import numpy as np

        counts: dict[str, int] = {}
        for (level, _), count in zip(
            draws.results,
            np.bincount(draws.codes, minlength=len(draws.results)).tolist(),
            strict=True,
        ):
            counts[level or NO_RATING] = counts.get(level or NO_RATING, 0) + count
        names = (*self.rubric.rating_scale(node).names, NO_RATING)
        chances = {
            name: float(Fraction(counts[name], self.number)) for name in names if counts.get(name)
        }
        return Distribution(node, chances, self.number)


def distinct(columns: Sequence[Codes]) -> tuple[Codes, list[int]]:
    """Each distinct combination of whole numbers from 0 as one code, and a row in which it
    stands.
    """
    import numpy as np

    keys, *later_columns = columns
    _, rows, codes = np.unique(keys, return_index=True, return_inverse=True)
    for column in later_columns:
        keys = codes * (int(column.max()) + 1) + column
        _, rows, codes = np.unique(keys, return_index=True, return_inverse=True)
    return codes, rows.tolist()
