"""Random rubrics of the whole language, and random judgements for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.relational.studies import rubric_of, scale_of
from tests.trees import Tree, all_below, children_of, tiers_of, trees
from vfi.inputs.yaml import Document
from vfi.problems import Problems
from vfi.rubric.consistency import check_consistency
from vfi.rubric.models.rubric import Rubric
from vfi.rubric.models.tiers import plural_of
from vfi.synthesis.rule import NumberRule
from vfi.synthesis.rules import RULES, name_of

SCALES: dict[str, tuple[tuple[str, ...], tuple[Any, ...]]] = {
    "default": (("Poor", "Fair", "Good", "Top"), (0, 1, 2, 3)),
    "uneven": (("Absent", "Weak", "Strong", "Full"), ("0/1", "33/100", "2/3", "1/1")),
    "below-zero": (("Harm", "None", "Gain"), (-2, -1, 4)),
}
SHARES = st.sampled_from(["0/1", "1/3", "1/2", "3/4", "1/1"])
WEIGHTS = st.sampled_from(["1/1", "2/1", "1/3", "5/2"])
TIERS = (
    ["criterion", "dimension"],
    ["criterion"],
    ["criterion", "theme", "dimension"],
    ["criterion", "theme", "domain", "dimension"],
)
SIDES = ("at", "at_or_above", "above", "at_or_below", "below")


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """A sound rubric: one that has no problem of consistency."""
    return draw(_rubrics().filter(_is_sound))


def _is_sound(rubric: Rubric) -> bool:
    problems = Problems()
    check_consistency(rubric, Document("made", {}, {}), problems)
    relevant = [problem for problem in problems if "standard" not in problem.found]
    return not relevant


@st.composite
def _rubrics(draw: st.DrawFn) -> Rubric:
    judged = [f"J{number}" for number in range(1, draw(st.integers(1, 7)) + 1)]
    tiers = draw(st.sampled_from(TIERS))
    tree = draw(trees(judged, len(tiers)))
    own = draw(st.sampled_from(list(SCALES)))
    names = SCALES[own][0]
    return rubric_of(
        tree,
        tiers=tiers,
        scale=scale_of(*SCALES[own]),
        scales={name: scale_of(*scale) for name, scale in SCALES.items() if name != "default"},
        synthesis={
            **{tier: draw(steps(names, [], judged=tier == tiers[0])) for tier in tiers},
            "overall": draw(steps(names, list(tree))),
        },
        nodes=draw(_nodes(tree, names)),
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "?"}],
        hurdles=draw(
            st.lists(hurdles(names, tree, tiers), max_size=3, unique_by=lambda hurdle: hurdle["id"])
        ),
    )


@st.composite
def _nodes(draw: st.DrawFn, tree: Tree, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Steps and scales of single nodes."""
    nodes: dict[str, dict[str, Any]] = {}
    for node, children in children_of(tree).items():
        if node != "overall" and draw(st.integers(0, 3)) == 0:
            nodes[node] = {"synthesis": draw(steps(names, children, judged=not children))}
        if not children and draw(st.integers(0, 5)) == 0:
            nodes.setdefault(node, {})["scale"] = draw(st.sampled_from(list(SCALES)))
    return nodes


@st.composite
def steps(
    draw: st.DrawFn, levels: Sequence[str], children: Sequence[str], judged: bool = False
) -> dict[str, Any]:
    """A step with ratings on a scale; children are named only where they are given."""
    of_children = {"weighted mean", "table"}
    rules = [name for name in map(name_of, RULES) if children or name not in of_children]
    rule = draw(st.sampled_from(["mean", *rules]))
    step: dict[str, Any] = {"rule": rule, "missing": draw(_missing(levels))}
    if draw(st.booleans()) and _takes_scores(rule) and not judged:
        step["of"] = "scores"
    if draw(st.integers(0, 3)) == 0:
        step["minimum_coverage"] = draw(SHARES)
    own = _OWN[rule] if rule in _OWN else _plain(rule)
    return step | draw(own(levels, children))


def _takes_scores(name: str) -> bool:
    return any(name_of(rule) == name and issubclass(rule, NumberRule) for rule in RULES)


def _missing(levels: Sequence[str]) -> st.SearchStrategy[Any]:
    return (
        st.just("exclude")
        | st.just("exclude")
        | st.sampled_from([{"as": level} for level in levels])
    )


def _ties(levels: Sequence[str], even: bool = True) -> st.SearchStrategy[Any]:
    words = ["up", "down", *(["even"] if even and tuple(levels) == SCALES["default"][0] else [])]
    return st.sampled_from(words) | st.sampled_from([{"towards": level} for level in levels])


def _plain(name: str) -> Callable[..., st.SearchStrategy[dict[str, Any]]]:
    """What a rule without fields of its own needs: a tie convention where it has any."""
    (rule,) = [rule for rule in RULES if name_of(rule) == name]

    def own(levels: Sequence[str], _children: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
        ties = {"ties": _ties(levels, "even" in rule.conventions)} if rule.conventions else {}
        return st.fixed_dictionaries(ties)

    return own


def _weighted(levels: Sequence[str], children: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    weights = st.fixed_dictionaries(dict.fromkeys(children, WEIGHTS))
    return st.fixed_dictionaries({"weights": weights, "ties": _ties(levels)})


def _otherwise(levels: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.just({}) | st.sampled_from([{"otherwise": level} for level in levels])


@st.composite
def _counting(draw: st.DrawFn, levels: Sequence[str], children: Sequence[str]) -> dict[str, Any]:
    row = st.fixed_dictionaries(
        {
            "rating": st.sampled_from(levels),
            "when": st.lists(counts(levels, children), min_size=1, max_size=2),
        }
    )
    return {"rows": draw(st.lists(row, min_size=1, max_size=3))} | draw(_otherwise(levels))


@st.composite
def counts(draw: st.DrawFn, levels: Sequence[str], children: Sequence[str]) -> dict[str, Any]:
    """A condition on a count."""
    quantity = draw(
        st.sampled_from(["at_least", "at_most", "exactly", "at_least_share", "at_most_share"])
    )
    number = draw(SHARES if quantity.endswith("share") else st.integers(0, 3) | st.just("all"))
    condition: dict[str, Any] = {quantity: number} | draw(st.just({}) | _selector(levels))
    if len(children) > 0 and draw(st.booleans()):
        condition["among"] = draw(st.lists(st.sampled_from(children), min_size=1, unique=True))
    return condition


def _selector(levels: Sequence[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.builds(
        lambda side, level: {side: level}, st.sampled_from(SIDES), st.sampled_from(levels)
    )


@st.composite
def _table(draw: st.DrawFn, levels: Sequence[str], children: Sequence[str]) -> dict[str, Any]:
    some = st.sampled_from(levels)
    cell = (
        some
        | st.lists(some, min_size=1, max_size=2)
        | st.builds(lambda level: {"at_or_above": level}, some)
    )
    when = st.dictionaries(st.sampled_from(children), cell, min_size=1, max_size=2)
    row = st.fixed_dictionaries({"rating": some, "when": when})
    return {"rows": draw(st.lists(row, min_size=1, max_size=3))} | draw(_otherwise(levels))


@st.composite
def _bands(draw: st.DrawFn, levels: Sequence[str], children: Sequence[str]) -> dict[str, Any]:
    on = draw(st.sampled_from(["mean", "sum", "percentage"]))
    top = 100 if on == "percentage" else 4
    edges = sorted(
        draw(
            st.lists(st.fractions(-1, top, max_denominator=6), min_size=1, max_size=3, unique=True)
        )
    )
    last = len(edges) - 1
    bands = [
        {
            "rating": draw(st.sampled_from(levels)),
            draw(st.sampled_from(["below", "to"])): _text(edges[0]),
        }
    ]
    for place, edge in enumerate(edges):
        upper = (
            {}
            if place == last
            else {draw(st.sampled_from(["below", "to"])): _text(edges[place + 1])}
        )
        lower = {draw(st.sampled_from(["from", "above"])): _text(edge)}
        bands.append({"rating": draw(st.sampled_from(levels)), **lower, **upper})
    step: dict[str, Any] = {
        "on": on,
        "bands": bands,
        "rounded": draw(st.sampled_from(["none", "half_up", "half_even", "down", "up"])),
    }
    if len(children) > 0 and draw(st.booleans()):
        step["weights"] = {child: draw(WEIGHTS) for child in children}
    return step


def _text(number: Fraction) -> str:
    return f"{number.numerator}/{number.denominator}"


_OWN = {"weighted mean": _weighted, "counting": _counting, "table": _table, "bands": _bands}


@st.composite
def hurdles(
    draw: st.DrawFn, levels: Sequence[str], tree: Tree, tiers: Sequence[str]
) -> dict[str, Any]:
    """A hurdle that looks at nodes which are rated before its own; whether they are on the scale of
    these levels is for the rubric's own check.
    """
    nodes = list(children_of(tree))
    limited = draw(st.sampled_from(nodes[:0:-1]))
    before = nodes[: nodes.index(limited)][::-1]
    one = st.builds(
        lambda node, levels: {"node": node, **levels}, st.sampled_from(before), _selector(levels)
    )
    numbers = tiers_of(tree, len(tiers))
    plurals = sorted({plural_of(tiers[numbers[name]]) for name in all_below(tree, limited)})
    among: st.SearchStrategy[Any] = st.lists(
        st.sampled_from(before), min_size=1, max_size=3, unique=True
    )
    if plurals:
        among = among | st.sampled_from(plurals)
    many = st.builds(lambda count, among: {**count, "among": among}, counts(levels, ()), among)
    failure = st.builds(lambda cases: {"failure": "breach", "cases": cases}, st.integers(1, 3))
    soft = draw(st.booleans())
    return {
        "id": f"h{draw(st.integers(1, 9))}",
        "title": "Hurdle",
        "reason": "For a test.",
        "kind": "soft" if soft else "hard",
        "node": limited,
        "when": draw(st.lists(st.one_of(one, many, failure), min_size=1, max_size=2)),
        **({"cap": draw(st.sampled_from(levels))} if soft else {}),
    }


@st.composite
def grids(draw: st.DrawFn, rubric: Rubric, cases: int = 12) -> dict[str, dict[str, str | None]]:
    """A level, or none, of each case on everything that the rubric asks."""
    return {
        f"C{number:02}": {
            node: draw(st.sampled_from([*rubric.judgement_scale(node).names, None]))
            for node in rubric.judged
        }
        for number in range(draw(st.integers(1, cases)))
    }
