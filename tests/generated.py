"""Rubrics of every rule, and judgements by them, for Hypothesis."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.rubrics import FOUR, dimension, rubric_data, scale_data
from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.rules import RULES, name_of

NAMES = [name for name, _ in FOUR]
LEVELS = st.sampled_from(NAMES)
FRACTIONS = st.sampled_from(["1/3", "1/2", "2/3", "3/4", 1, 0])
MAYBE = st.none() | LEVELS
STRUCTURE = {"A": ["A1", "A2", "A3"], "B": ["B1", "B2"], "C": []}
JUDGED = ["A1", "A2", "A3", "B1", "B2", "C"]


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
    sides = st.sampled_from(["at", "at_or_above", "above", "at_or_below", "below"])
    selector: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.builds(
        lambda side, level: {side: level}, sides, LEVELS
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
    steps: st.SearchStrategy[dict[str, Any]], children: list[str], scores: bool
) -> st.SearchStrategy[dict[str, Any]]:
    if not children or not scores:
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
    children: list[str], scores: bool = False, monotone: bool = False
) -> st.SearchStrategy[dict[str, Any]]:
    """A step for a node with these children, or for judgements where there are none.

    Args:
        children: the ids of the children.
        scores: whether what is below can be taken unrounded.
        monotone: only rules that raising an input never lowers.
    """
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
    return st.one_of(*level_rules, *(_of(one, children, scores) for one in value_rules))


def _hurdles() -> st.SearchStrategy[list[dict[str, Any]]]:
    sides = st.sampled_from(["at", "at_or_below", "below", "at_or_above"])
    of_node = st.builds(
        lambda node, side, level: {"node": node, side: level},
        st.sampled_from(["A1", "B"]),
        sides,
        LEVELS,
    )
    of_criterion = st.builds(
        lambda node, side, level: {"node": node, side: level},
        st.sampled_from(["A1", "B1"]),
        sides,
        LEVELS,
    )
    of_count = st.builds(
        lambda n, side, level, among: {"at_least": n, side: level, "among": among},
        st.integers(0, 4),
        sides,
        LEVELS,
        st.sampled_from(["criteria", "dimensions", ["A", "B1"]]),
    )
    soft = st.builds(lambda cap: {"kind": "soft", "cap": cap}, LEVELS)
    hurdle = st.builds(
        lambda kind, node, when: {"title": "h", "reason": "r", "node": node, "when": when, **kind},
        soft | st.just({"kind": "hard"}),
        st.just("overall"),
        st.lists(of_node | of_count, min_size=1, max_size=2),
    )
    on_dimension = st.builds(
        lambda kind, when: {"title": "h", "reason": "r", "node": "A", "when": [when], **kind},
        soft | st.just({"kind": "hard"}),
        of_criterion,
    )
    many = st.lists(hurdle | on_dimension, max_size=3)
    return many.map(lambda found: [{"id": f"h{place}", **one} for place, one in enumerate(found)])


@st.composite
def rubrics(draw: st.DrawFn, monotone: bool = False, hurdles: bool = True) -> dict[str, Any]:
    """The plain data of a rubric that loads."""
    synthesis = {"criterion": draw(steps([], monotone=monotone))}
    synthesis["dimension"] = {"rule": "mean", "ties": "up", "missing": "exclude"}
    dimensions = []
    for name, children in STRUCTURE.items():
        more = {"synthesis": draw(steps(children, monotone=monotone))} if children else {}
        dimensions.append(dimension(name, children, **more))
    synthesis["overall"] = draw(steps(list(STRUCTURE), monotone=monotone))
    for one in (synthesis["overall"], dimensions[0]["synthesis"]):
        can_be_scores = one["rule"] in ("mean", "median", "weighted mean") and not _has_other_units(
            one, dimensions, synthesis
        )
        if can_be_scores and draw(st.booleans()):
            one["of"] = "scores"
    of_hurdles = {"hurdles": draw(_hurdles())} if hurdles else {}
    return rubric_data(dimensions, scale=scale_data(), synthesis=synthesis, **of_hurdles)


def _has_other_units(
    step: dict[str, Any], dimensions: list[dict[str, Any]], synthesis: dict[str, Any]
) -> bool:
    below = [
        synthesis["criterion"],
        *(one.get("synthesis", synthesis["criterion"]) for one in dimensions),
    ]
    without_value = {name_of(rule) for rule in RULES if not rule.value_is_of_level}
    return any(
        one["rule"] in without_value or (one["rule"] == "bands" and one["on"] != "mean")
        for one in below
    )


def judgements(missing: bool = True) -> st.SearchStrategy[dict[str, dict[str, str | None]]]:
    """Levels by case and by what cases are judged on."""
    of_case = st.fixed_dictionaries(dict.fromkeys(JUDGED, MAYBE if missing else LEVELS))
    return st.lists(of_case, min_size=1, max_size=5).map(
        lambda found: {f"L{n}": one for n, one in enumerate(found)}
    )
