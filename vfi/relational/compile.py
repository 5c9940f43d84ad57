"""A rubric as a sequence of tables, each a query over those before it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from vfi.relational import hurdles, inputs, ratings
from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import NodeGroup, Plan, looked_at, weight_unit
from vfi.relational.steps import by_rule
from vfi.relational.tables import MAXIMUM, PLACE, TEXT, WHOLE, Statement, one_below_the_other

if TYPE_CHECKING:
    from vfi.synthesis.hurdles import Hurdle

CASES = ibis.table({"id": TEXT}, name="cases")
JUDGEMENTS = ibis.table({"case_id": TEXT, "criterion": TEXT, "level": TEXT}, name="judgements")
FAILURES = ibis.table({"case_id": TEXT, "failure": TEXT}, name="failures")
RESULT = "ratings"
Denominators = Callable[[Statement, Sequence[str]], Sequence[int]]


@dataclass
class Compiler:
    """Turns a plan into statements, in the order in which they have to run.

    Attributes:
        plan: what is rated, and in which order.
        denominators: tells which denominators the scores of some nodes have in a table that was
            made before; asked only for steps that take the scores of the nodes below, whose
            denominators depend on the judgements.
    """

    plan: Plan
    denominators: Denominators
    _rated: dict[NodeGroup, Statement] = field(default_factory=dict)
    _made: dict[str, Statement] = field(default_factory=dict)

    def statements(self) -> Iterator[Statement]:
        """Every table from the rubric's own to the ratings."""
        yield from map(self._make, _of_rubric(self.plan))
        yield self._make(
            Statement("scopes", "All cases together (''), and each case", ratings.scopes(CASES))
        )
        rows = ratings.judged(JUDGEMENTS, self._table("judgement_scales"), self._table("levels"))
        yield self._make(
            Statement("judged", "Each judgement with the place and value of its level", rows)
        )
        for group in self.plan.groups:
            yield from self._group(group)
        every = one_below_the_other([statement.table for statement in self._rated.values()])
        listed = ratings.listed(every, self._table("levels"), self._table("nodes"))
        yield self._make(Statement(RESULT, "Every rating: value = numerator / denominator", listed))

    def _group(self, group: NodeGroup) -> Iterator[Statement]:
        ceilings: Statement | None = None
        limiting = self.plan.hurdles_of(group)
        if limiting:
            yield from self._hurdles(limiting)
            triggering = [
                (hurdle, self._table(_hurdle_name(self.plan, hurdle))) for hurdle in limiting
            ]
            rows = hurdles.ceilings(group, self.plan, triggering)
            ceilings = self._make(
                Statement(f"{group.name}_ceilings", f"What hurdles leave of {_nodes(group)}", rows)
            )
            yield ceilings
        if group.step is None:
            before = ratings.by_judgement(group, self.plan, self._table("judged"))
            words = f"The level of each case on {_nodes(group)}"
        else:
            yield from self._synthesis(group)
            before = ratings.by_synthesis(
                group, self._table(f"{group.name}_coverage"), self._table(f"{group.name}_rule")
            )
            words = f"{_nodes(group)} by the {group.step.rule}"
        if ceilings is not None:
            limited = self._make(
                Statement(f"{group.name}_before", f"{words}, before hurdles", before)
            )
            yield limited
            before = limited.table
        rows = ratings.after_hurdles(
            group, self.plan, before, None if ceilings is None else ceilings.table
        )
        self._rated[group] = self._make(Statement(f"{group.name}_ratings", words, rows))
        yield self._rated[group]

    def _synthesis(self, group: NodeGroup) -> Iterator[Statement]:
        """The inputs of a group, how many there are, and what the rule makes of them."""
        assert group.step is not None  # noqa: S101 - only groups with a step are synthesised
        unit = self.plan.scales.unit
        if group.of_judgements:
            rows = inputs.of_judgements(group, self.plan, self._table("judged"))
        elif group.step.of == "scores":
            factors, unit = self._factors(group)
            yield factors
            below, edges = self._ratings_of(self._below(group)), self._table("edges")
            rows = inputs.of_scores(group, self.plan, below, edges, factors.table, unit)
        else:
            rows = inputs.of_ratings(
                group, self.plan, self._ratings_of(self._below(group)), self._table("edges")
            )
        entries = self._make(
            Statement(f"{group.name}_inputs", f"What goes into {_nodes(group)}", rows)
        )
        yield entries
        covered = ratings.coverage(entries.table)
        yield self._make(
            Statement(
                f"{group.name}_coverage",
                "How many inputs there are, and how many have a level",
                covered,
            )
        )
        ruled = by_rule(entries.table, group, self.plan, unit)
        yield self._make(
            Statement(
                f"{group.name}_rule", f"The {group.step.rule} of them, by multiplying only", ruled
            )
        )

    def _factors(self, group: NodeGroup) -> tuple[Statement, int]:
        """What the scores below a group are multiplied by to have one denominator, and that
        denominator.
        """
        below = self._below(group)
        tables = [
            self._rated[lower_group]
            for lower_group in self.plan.groups
            if set(lower_group.nodes) & set(below)
        ]
        denominators = sorted(
            {number for table in tables for number in self.denominators(table, below)}
        )
        common = math.lcm(self.plan.scales.unit, *denominators)
        if common > MAXIMUM:
            raise CannotRecompute(
                f"the unrounded scores below {_nodes(group)} have no common denominator of at most "
                "38 digits"
            )
        words = (
            f"Over {common} the unrounded scores below {_nodes(group)} are whole numbers. These "
            "factors belong to the judgements of this study: with other judgements compute them "
            "again"
        )
        columns = {"denominator": WHOLE, "factor": WHOLE}
        rows = tuple((number, common // number) for number in denominators)
        return self._make(Statement(f"{group.name}_factors", words, None, columns, rows)), common

    def _hurdles(self, limiting: Sequence[Hurdle]) -> Iterator[Statement]:
        for hurdle in limiting:
            name = _hurdle_name(self.plan, hurdle)
            if name in self._made:
                continue
            looked = looked_at(hurdle, self.plan.rubric)
            below = self._ratings_of(looked) if looked else None
            rows = hurdles.triggered(hurdle, self.plan, self._table("scopes"), below, FAILURES)
            yield self._make(Statement(name, f"Where the hurdle {hurdle.id} is triggered", rows))

    def _make(self, statement: Statement) -> Statement:
        self._made[statement.name] = statement
        return statement

    def _table(self, name: str) -> ir.Table:
        return self._made[name].table

    def _below(self, group: NodeGroup) -> tuple[str, ...]:
        return tuple(child for node in group.nodes for child in self.plan.rubric.children[node])

    def _ratings_of(self, nodes: Sequence[str]) -> ir.Table:
        tables = [
            rated.table for group, rated in self._rated.items() if set(group.nodes) & set(nodes)
        ]
        return one_below_the_other(tables)


def _of_rubric(plan: Plan) -> Iterator[Statement]:
    """What the rubric says, as tables: levels, scales of judgements, what is below what, the order
    of nodes.
    """
    rubric, scales = plan.rubric, plan.scales
    unit = "" if scales.unit == 1 else f"; values in units of 1/{scales.unit}"
    levels = {"scale": TEXT, "level": TEXT, "position": PLACE, "value": WHOLE}
    yield Statement(
        "levels", f"The levels, the lowest first{unit}", None, levels, tuple(scales.rows())
    )
    judged = tuple((node, scales.key(rubric.judgement_scale(node))) for node in rubric.judged)
    yield Statement(
        "judgement_scales",
        "The scale of the judgements",
        None,
        {"node": TEXT, "scale": TEXT},
        judged,
    )
    edges = {"parent": TEXT, "child_id": TEXT, "weight": WHOLE}
    yield Statement(
        "edges", "What is below what, with its weight", None, edges, tuple(_edges(plan))
    )
    order = tuple((node, position) for position, node in enumerate(rubric.node_ids))
    yield Statement(
        "nodes", "The order of the nodes", None, {"node_id": TEXT, "place": PLACE}, order
    )


def _edges(plan: Plan) -> Iterator[tuple[str, str, int]]:
    """Parent, child and weight; the weights of a parent as whole numbers in the same proportion."""
    for parent, children in plan.rubric.children.items():
        if not children:
            continue
        step = plan.rubric.step_of(parent)
        weights = getattr(step, "weights", None) or dict.fromkeys(children, Fraction(1))
        absent = [child for child in children if child not in weights]
        if absent:
            raise CannotRecompute(f"there is no weight for {', '.join(absent)} below {parent}")
        yield from ((parent, child, int(weights[child] * weight_unit(step))) for child in children)


def _hurdle_name(plan: Plan, hurdle: Hurdle) -> str:
    return f"hurdle{plan.rubric.hurdles.index(hurdle) + 1}"


def _nodes(group: NodeGroup) -> str:
    return ", ".join(group.nodes)
