"""Rubrics of every rule and with trees of any depth, and judgements by them, for Hypothesis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.rubrics import FOUR, criterion, dimension, rubric_data, scale_data
from tests.trees import Tree, all_below, children_of, tiers_of, trees
from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.rules import RULES, name_of

NAMES = [name for name, _ in FOUR]
LEVELS = st.sampled_from(NAMES)
FRACTIONS = st.sampled_from(["1/3", "1/2", "2/3", "3/4", 1, 0])
MAYBE = st.none() | LEVELS
SIDES = st.sampled_from(["at", "at_or_above", "above", "at_or_below", "below"])
JUDGED = ("A1", "A2", "A3", "B1", "B2", "C")
Step = dict[str, Any]


def _ties(even: bool = True) -> st.SearchStrategy[Any]:
    words = ["up", "down", "even"] if even else ["up", "down"]
    return st.sampled_from(words) | st.builds(lambda level: {"towards": level}, LEVELS)


def _common(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    missing = st.just("exclude") | st.builds(lambda level: {"as": level}, LEVELS)
    return st.fixed_dictionaries(
        {"missing": missing, **parts}, optional={"minimum_coverage": FRACTIONS}
    )


def _conditions(children: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    counts = st.integers(0, 4) | st.just("all")
    quantity = st.one_of(
        *(
            st.builds(lambda n, key=key: {key: n}, counts)
            for key in ("at_least", "at_most", "exactly")
        ),
        *(
            st.builds(lambda n, key=key: {key: n}, FRACTIONS)
            for key in ("at_least_share", "at_most_share")
        ),
    )
    selector: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.builds(
        lambda side, level: {side: level}, SIDES, LEVELS
    )
    among: st.SearchStrategy[dict[str, Any]] = st.just({})
    if children:
        subset = st.lists(st.sampled_from(children), min_size=1, unique=True)
        among = among | st.builds(lambda ids: {"among": ids}, subset)
    return st.builds(
        lambda *parts: {key: one[key] for one in parts for key in one}, quantity, selector, among
    )


def _counting(children: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    when = st.lists(_conditions(children), min_size=1, max_size=2)
    rows = st.lists(st.fixed_dictionaries({"rating": LEVELS, "when": when}), min_size=1, max_size=3)
    return _with_otherwise(_common(rule=st.just("counting"), rows=rows))


def _table(children: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    ranges = st.builds(
        lambda side, level: {side: level}, st.sampled_from(["at_or_above", "at_or_below"]), LEVELS
    )
    cell = LEVELS | st.lists(LEVELS, min_size=1, max_size=3, unique=True) | ranges
    when = st.dictionaries(st.sampled_from(children), cell, min_size=1)
    rows = st.lists(st.fixed_dictionaries({"when": when, "rating": LEVELS}), min_size=1, max_size=4)
    return _with_otherwise(_common(rule=st.just("table"), rows=rows))


def _with_otherwise(steps: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda one, level: one | ({"otherwise": level} if level else {}), steps, MAYBE)


def _ordered_bands(cuts: list[Any], closed: bool) -> list[dict[str, Any]]:
    """Bands without holes, the levels in order."""
    first, second, third = sorted(cuts)
    upper, lower = ("to", "above") if closed else ("below", "from")
    return [
        {"rating": "Poor", upper: first},
        {"rating": "Adequate", lower: first, upper: second},
        {"rating": "Good", lower: second, upper: third},
        {"rating": "Excellent", lower: third},
    ]


def _bands(children: list[str], on: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    cuts = st.lists(st.integers(1, 90), min_size=3, max_size=3, unique=True)
    bands = st.builds(_ordered_bands, cuts, st.booleans())
    rounded = st.sampled_from(["none", "half_up", "half_even", "down", "up"])
    plain = _common(rule=st.just("bands"), on=st.sampled_from(on), rounded=rounded, bands=bands)
    return (
        plain
        if not children
        else st.builds(lambda one, weights: one | weights, plain, _weights(children))
    )


def _weights(children: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    weights = st.fixed_dictionaries(
        dict.fromkeys(children, st.sampled_from([1, 2, 5, "1/3", Decimal("0.5")]))
    )
    return st.just({}) | st.builds(lambda found: {"weights": found}, weights)


def _of(
    steps: st.SearchStrategy[dict[str, Any]], scores: bool
) -> st.SearchStrategy[dict[str, Any]]:
    if not scores:
        return steps
    return st.builds(
        lambda one, of: {**one, "of": of}, steps, st.sampled_from(["ratings", "scores"])
    )


def has_no_fields_of_its_own(rule: type[Rule]) -> bool:
    """Whether a rule needs nothing but its inputs and perhaps a tie convention."""
    return set(rule.model_fields) - set(Rule.model_fields) <= {"rule", "ties"}


def _takes_values(rule: type[Rule]) -> bool:
    return issubclass(rule, NumberRule)


def _plain(rule: type[Rule]) -> st.SearchStrategy[dict[str, Any]]:
    ties = {"ties": _ties("even" in rule.conventions)} if rule.conventions else {}
    return _common(rule=st.just(name_of(rule)), **ties)


def steps(
    children: Sequence[str], scores: bool = False, monotone: bool = False
) -> st.SearchStrategy[Step]:
    """A step for a node with these children, or one that names none where there are none.

    Args:
        children: the ids of the children.
        scores: whether what is below can be taken unrounded.
        monotone: only rules that raising an input never lowers.
    """
    return _steps(tuple(children), scores, monotone)


@cache
def _steps(names: tuple[str, ...], scores: bool, monotone: bool) -> st.SearchStrategy[Step]:
    children = list(names)
    plain = [rule for rule in RULES if has_no_fields_of_its_own(rule)]
    level_rules = [_plain(rule) for rule in plain if rule.rises and not _takes_values(rule)]
    value_rules = [_plain(rule) for rule in plain if rule.rises and _takes_values(rule)]
    value_rules.append(_bands(children, ["mean", "sum", "percentage"]))
    if children:
        weights = st.fixed_dictionaries(
            dict.fromkeys(children, st.sampled_from([1, 2, 5, "1/3", Decimal("0.5")]))
        )
        value_rules.append(_common(rule=st.just("weighted mean"), weights=weights, ties=_ties()))
    if not monotone:
        level_rules += [_plain(rule) for rule in plain if not rule.rises] + [_counting(children)]
        level_rules += [_table(children)] if children else []
    return st.one_of(*level_rules, *(_of(one, scores) for one in value_rules))


@st.composite
def rubrics(
    draw: st.DrawFn,
    judged: Sequence[str] = JUDGED,
    monotone: bool = False,
    hurdles: bool = True,
) -> dict[str, Any]:
    """The plain data of a rubric that loads, with a tree of one to four tiers."""
    tiers = draw(st.sampled_from(DECLARED))
    ids, plurals = _names_of(tiers)
    tree = draw(trees(judged, len(ids)))
    synthesis, own = draw(_syntheses(tree, ids, monotone))
    return rubric_data(
        [_group(name, below, own) for name, below in tree.items()],
        scale=scale_data(),
        synthesis=synthesis,
        **({"tiers": tiers} if tiers else {}),
        **({"hurdles": draw(_hurdles(tree, plurals))} if hurdles else {}),
    )


STATEMENT = {"id": "statement", "title": "quality statement"}
DOMAIN = {"id": "domain", "title": "domain of care", "plural": "domains of care"}
DECLARED: list[list[Any]] = [
    [],
    ["criterion"],
    ["criterion", "theme"],
    ["criterion", STATEMENT, "theme"],
    ["criterion", STATEMENT, "theme", DOMAIN],
]
"""The tiers that rubrics declare; where none, these are criteria and dimensions."""
PLURALS = {
    "criterion": "criteria",
    "dimension": "dimensions",
    "statement": "quality statements",
    "theme": "themes",
    "domain": "domains of care",
}


def _names_of(tiers: list[Any]) -> tuple[list[str], list[str]]:
    """The ids of tiers and their plurals, the lowest first."""
    ids = [tier if isinstance(tier, str) else tier["id"] for tier in tiers]
    ids = ids or ["criterion", "dimension"]
    return ids, [PLURALS[tier] for tier in ids]


def _group(name: str, below: Any, steps: Mapping[str, Step]) -> dict[str, Any]:
    own = _own(name, steps)
    if isinstance(below, list):
        return dimension(name, [criterion(one, **_own(one, steps)) for one in below], **own)
    groups = [_group(group, further, steps) for group, further in below.items()]
    return dimension(name, groups=groups, **own)


def _own(name: str, steps: Mapping[str, Step]) -> dict[str, Any]:
    return {"synthesis": steps[name]} if name in steps else {}


@st.composite
def _syntheses(
    draw: st.DrawFn, tree: Tree, tiers: Sequence[str], monotone: bool
) -> tuple[dict[str, Step], dict[str, Step]]:
    """The step of each tier that needs one, and those of nodes that have their own."""
    children, numbers = children_of(tree), tiers_of(tree, len(tiers))
    synthesis: dict[str, Step] = {}
    own: dict[str, Step] = {}
    rated_by: dict[str, Step] = {}

    def step(names: list[str], nodes: Sequence[str]) -> Step:
        below = [rated_by[child] for node in nodes for child in children[node]]
        scores = bool(below) and all(map(_is_on_the_scale, below))
        return draw(steps(names, scores, monotone))

    for number, tier in enumerate(tiers):
        nodes = [name for name in children if number == (numbers[name] if children[name] else 0)]
        chosen = draw(st.sets(st.sampled_from(nodes), max_size=3)) if nodes else set()
        own |= {node: step(children[node], [node]) for node in nodes if node in chosen}
        others = [node for node in nodes if node not in chosen]
        if others:
            synthesis[tier] = step([], others)
        rated_by |= {node: own[node] if node in chosen else synthesis[tier] for node in nodes}
    return {**synthesis, "overall": step(children["overall"], ["overall"])}, own


def _is_on_the_scale(step: Step) -> bool:
    without_value = {name_of(rule) for rule in RULES if not rule.value_is_of_level}
    return step["rule"] not in without_value and step.get("on", "mean") == "mean"


@st.composite
def _hurdles(draw: st.DrawFn, tree: Tree, plurals: Sequence[str]) -> list[dict[str, Any]]:
    """Hurdles each of which looks at nodes that stand before its own in an order of all nodes."""
    numbers = tiers_of(tree, len(plurals))
    order = list(children_of(tree))
    if draw(st.booleans()):
        order.sort(key=lambda node: numbers[node])
    limited = draw(st.lists(st.sampled_from(order[:0:-1]), max_size=3))
    hurdles = []
    for place, node in enumerate(limited):
        below = {plurals[numbers[name]] for name in all_below(tree, node)}
        hurdle = draw(_hurdle(order[: order.index(node)][::-1], sorted(below)))
        hurdles.append({"id": f"h{place}", "node": node, **hurdle})
    return hurdles


def _hurdle(nodes: Sequence[str], plurals: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    of_node = st.builds(
        lambda node, side, level: {"node": node, side: level}, st.sampled_from(nodes), SIDES, LEVELS
    )
    among: st.SearchStrategy[Any] = st.lists(
        st.sampled_from(nodes), min_size=1, max_size=3, unique=True
    )
    if plurals:
        among = among | st.sampled_from(plurals)
    of_count = st.builds(lambda count, names: {**count, "among": names}, _conditions([]), among)
    soft = st.builds(lambda cap: {"kind": "soft", "cap": cap}, LEVELS)
    return st.builds(
        lambda kind, when: {"title": "h", "reason": "r", "when": when, **kind},
        soft | st.just({"kind": "hard"}),
        st.lists(of_node | of_count, min_size=1, max_size=2),
    )


def judgements(missing: bool = True) -> st.SearchStrategy[dict[str, dict[str, str | None]]]:
    """Levels by case and by what cases are judged on."""
    of_case = st.fixed_dictionaries(dict.fromkeys(JUDGED, MAYBE if missing else LEVELS))
    return st.lists(of_case, min_size=1, max_size=5).map(
        lambda found: {f"L{n}": one for n, one in enumerate(found)}
    )
