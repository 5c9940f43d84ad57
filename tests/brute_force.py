"""A second evaluator, written from the description of the language and not from the program.

It reads the plain data of a rubric file, enumerates where the program compares, and sorts where the
program counts.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

Levels = dict[str, Fraction]
INSUFFICIENT = "insufficient evidence"
UNDETERMINED = "undetermined"


def levels_of(scale: dict[str, Any]) -> Levels:
    return {level["name"]: Fraction(str(level["value"])) for level in scale["levels"]}


def rate(
    step: dict[str, Any],
    given: dict[str, tuple[str | None, Fraction | None]],
    levels: Levels,
    unanswered: tuple[str, ...] = (),
) -> Any:
    """(state or level, number) of one step; inputs are (level, number) by name on the same scale.

    Those unanswered have no level because their own rule gives no answer; the others without have
    no evidence.
    """
    judged = [name for name, (level, _) in given.items() if level is not None]
    least = Fraction(str(step.get("minimum_coverage", 0)))
    enough_evidence = unanswered and Fraction(len(judged) + len(unanswered), len(given)) >= least
    no_answer = UNDETERMINED if enough_evidence else INSUFFICIENT
    if given and Fraction(len(judged), len(given)) < least:
        return no_answer, None
    found = {}
    for name, (level, number) in given.items():
        if level is not None:
            found[name] = (level, number)
        elif isinstance(step["missing"], dict):
            found[name] = (step["missing"]["as"], levels[step["missing"]["as"]])
    if not found:
        return no_answer, None
    return RULES[step["rule"]](step, found, levels)


def nearest(number: Fraction, levels: Levels, ties: Any) -> str:
    distance = min(abs(number - value) for value in levels.values())
    tied = [name for name, value in levels.items() if abs(number - value) == distance]
    return tied[0] if len(tied) == 1 else settle(tied, levels, ties)


def settle(tied: list[str], levels: Levels, ties: Any) -> str:
    order = list(levels)
    if ties == "even":
        return next(name for name in tied if levels[name] % 2 == 0)
    if isinstance(ties, dict):
        target = order.index(ties["towards"])
        return min(tied, key=lambda name: abs(order.index(name) - target))
    return max(tied, key=order.index) if ties == "up" else min(tied, key=order.index)


def weight(step: dict[str, Any], name: str) -> Fraction:
    return Fraction(str(step["weights"][name])) if step.get("weights") else Fraction(1)


def mean(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    total = sum(weight(step, name) * number for name, (_, number) in found.items())
    number = Fraction(total, sum(weight(step, name) for name in found))
    return nearest(number, levels, step["ties"]), number


def median(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    numbers = sorted(number for _, number in found.values())
    while len(numbers) > 2:
        numbers = numbers[1:-1]
    number = Fraction(sum(numbers), len(numbers))
    return nearest(number, levels, step["ties"]), number


def mode(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    names = [level for level, _ in found.values()]
    tied = [
        name for name in levels if names.count(name) == max(names.count(other) for other in levels)
    ]
    order = list(levels)
    if isinstance(step["ties"], dict):
        target = order.index(step["ties"]["towards"])
        distances = sorted(abs(order.index(name) - target) for name in tied)
        if len(distances) > 1 and distances[0] == distances[1]:
            return UNDETERMINED, None
    level = settle(tied, levels, step["ties"])
    return level, levels[level]


def worst(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    level = next(name for name in levels if name in [one for one, _ in found.values()])
    return level, levels[level]


def second_worst(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    order = list(levels)
    names = sorted((level for level, _ in found.values()), key=order.index)
    level = names[min(1, len(names) - 1)]
    return level, levels[level]


def geometric_mean(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    product, number = Fraction(1), len(found)
    for _, value in found.values():
        product *= value
    level, *higher = levels
    for upper in higher:
        edge = (levels[level] + levels[upper]) / 2
        if product < edge**number:
            break
        is_tie = product == edge**number
        level = settle([level, upper], levels, step["ties"]) if is_tie else upper
    return level, None


def best(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    level = next(name for name in reversed(levels) if name in [one for one, _ in found.values()])
    return level, levels[level]


def selected(levels: Levels, side: str, level: str) -> list[str]:
    order = list(levels)
    place = order.index(level)
    return {
        "at": [level],
        "at_or_above": order[place:],
        "above": order[place + 1 :],
        "at_or_below": order[: place + 1],
        "below": order[:place],
    }[side]


def condition_holds(condition: dict[str, Any], found: Any, levels: Levels) -> bool:
    pool = [level for name, (level, _) in found.items() if name in condition.get("among", found)]
    sides = [
        side for side in ("at", "at_or_above", "above", "at_or_below", "below") if side in condition
    ]
    count = len(
        [
            level
            for level in pool
            if not sides or level in selected(levels, sides[0], condition[sides[0]])
        ]
    )
    comparisons: dict[str, Callable[[int, int], bool]] = {
        "at_least": operator.ge,
        "at_most": operator.le,
        "exactly": operator.eq,
    }
    for key, holds in comparisons.items():
        if key in condition:
            wants_all = condition[key] == "all"
            limit = len(pool) if wants_all else condition[key]
            return holds(count, limit) and (bool(pool) or not wants_all)
    if not pool:
        return False
    share = Fraction(count, len(pool))
    if "at_least_share" in condition:
        return share >= Fraction(str(condition["at_least_share"]))
    return share <= Fraction(str(condition["at_most_share"]))


def rows(step: dict[str, Any], fits: Any, levels: Levels) -> Any:
    for row in step["rows"]:
        if fits(row):
            return row["rating"], levels[row["rating"]]
    level = step.get("otherwise")
    return (UNDETERMINED, None) if level is None else (level, levels[level])


def counting(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    return rows(
        step, lambda row: all(condition_holds(one, found, levels) for one in row["when"]), levels
    )


def cell_fits(cell: Any, level: str, levels: Levels) -> bool:
    if isinstance(cell, dict):
        side, named = next(iter(cell.items()))
        return level in selected(levels, side, named)
    return level in (cell if isinstance(cell, list) else [cell])


def table(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    def fits(row: dict[str, Any]) -> bool:
        return all(
            child in found and cell_fits(cell, found[child][0], levels)
            for child, cell in row["when"].items()
        )

    return rows(step, fits, levels)


def whole(number: Fraction, rounded: str) -> Fraction:
    candidates = [Fraction(n) for n in range(int(number) - 2, int(number) + 3)]
    if rounded == "none" or number in candidates:
        return number
    if rounded == "down":
        return max(n for n in candidates if n < number)
    if rounded == "up":
        return min(n for n in candidates if n > number)
    distance = min(abs(n - number) for n in candidates)
    tied = [n for n in candidates if abs(n - number) == distance]
    return (
        max(tied) if len(tied) == 1 or rounded == "half_up" else next(n for n in tied if n % 2 == 0)
    )


def bands(step: dict[str, Any], found: Any, levels: Levels) -> Any:
    number = sum(weight(step, name) * one for name, (_, one) in found.items()) + Fraction(0)
    weights = sum(weight(step, name) for name in found)
    if step["on"] != "sum":
        number = (
            number / weights
            if step["on"] == "mean"
            else 100 * number / (weights * max(levels.values()))
        )
    looked_up = whole(number, step.get("rounded", "none"))
    for band in step["bands"]:
        edges = {
            key: Fraction(str(band[key])) for key in ("from", "above", "to", "below") if key in band
        }
        inside = (
            looked_up >= edges.get("from", looked_up)
            and looked_up <= edges.get("to", looked_up)
            and ("above" not in edges or looked_up > edges["above"])
            and ("below" not in edges or looked_up < edges["below"])
        )
        if inside:
            return band["rating"], number
    return UNDETERMINED, number


RULES = {
    "mean": mean,
    "weighted mean": mean,
    "median": median,
    "mode": mode,
    "worst": worst,
    "best": best,
    "second worst": second_worst,
    "geometric mean": geometric_mean,
    "counting": counting,
    "table": table,
    "bands": bands,
}


def below(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [*part.get("groups", []), *part.get("criteria", [])]


def all_below(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [found for one in below(part) for found in (one, *all_below(one))]


def tiers_of(rubric: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The ids of the tiers and their plurals, the lowest first."""
    tiers = [
        {"id": tier} if isinstance(tier, str) else tier
        for tier in rubric.get("tiers", ["criterion", "dimension"])
    ]
    titles = [tier.get("title", tier["id"]) for tier in tiers]
    plurals = [{"criterion": "criteria"}.get(title, f"{title}s") for title in titles]
    return [tier["id"] for tier in tiers], [
        tier.get("plural", plural) for tier, plural in zip(tiers, plurals, strict=True)
    ]


def places_in_tiers(group: dict[str, Any], place: int) -> dict[str, int]:
    """The place of the tier of a group and of all below it; criteria are always the lowest."""
    found = {group["id"]: place} | {one["id"]: 0 for one in group.get("criteria", [])}
    for further in group.get("groups", []):
        found |= places_in_tiers(further, place - 1)
    return found


def scorecard(  # noqa: C901 - one plain function, to be read beside the description
    rubric: dict[str, Any], judgements: dict[str, dict[str, str | None]]
) -> dict[str, tuple[Any, Fraction | None, Any]]:
    """(result after hurdles, number, result before) of every node over all cases, on one scale."""
    levels = levels_of(rubric["scale"])
    steps = rubric["synthesis"]
    whole = {"id": "overall", "groups": rubric["dimensions"], "synthesis": steps["overall"]}
    parts = {part["id"]: part for part in (whole, *all_below(whole))}
    tiers, plurals = tiers_of(rubric)
    tier_places = places_in_tiers(whole, len(tiers))
    found: dict[str, tuple[Any, Fraction | None, Any]] = {}

    def rated(name: str) -> tuple[Any, Fraction | None, Any]:
        if name not in found:
            part = parts[name]
            tier = tiers[tier_places[name]] if name != "overall" and below(part) else tiers[0]
            step = part.get("synthesis") or steps[tier]
            given = taken(below(part), step) if below(part) else judged(name)
            settle_node(name, step, given)
        return found[name]

    def settle_node(name: str, step: dict[str, Any], given: Any) -> None:
        children = [one["id"] for one in below(parts[name])]
        unanswered = tuple(one for one in children if rated(one)[0] == UNDETERMINED)
        result, number = rate(step, given, levels, unanswered)
        limited = result
        for hurdle in rubric.get("hurdles", []):
            if (
                hurdle["node"] == name
                and result in levels
                and all(met(one, hurdle) for one in hurdle["when"])
            ):
                ceiling = hurdle.get("cap", next(iter(levels)))
                limited = min(limited, ceiling, key=list(levels).index)
        found[name] = (limited, number, result)

    def met(condition: dict[str, Any], hurdle: dict[str, Any]) -> bool:
        if "node" in condition:
            level = rated(condition["node"])[0]
            side = next(key for key in condition if key != "node")
            return level in levels and level in selected(levels, side, condition[side])
        names = condition["among"]
        if isinstance(names, str):
            place = plurals.index(names)
            lower = [one["id"] for one in all_below(parts[hurdle["node"]])]
            names = [name for name in lower if tier_places[name] == place]
        pool = {name: (rated(name)[0], None) for name in names if rated(name)[0] in levels}
        return condition_holds({**condition, "among": names}, pool, levels)

    def taken(children: list[dict[str, Any]], step: dict[str, Any]) -> Any:
        given: dict[str, tuple[str | None, Fraction | None]] = {}
        for name in [child["id"] for child in children]:
            level, number, before = rated(name)
            if level not in levels:
                given[name] = (None, None)
            elif step.get("of") == "scores":
                assert number is not None
                given[name] = (level, number if level == before else min(number, levels[level]))
            else:
                given[name] = (level, levels[level])
        return given

    def judged(name: str) -> Any:
        of_node = {case: of_case[name] for case, of_case in judgements.items()}
        return {
            case: (level, None if level is None else levels[level])
            for case, level in of_node.items()
        }

    return {name: rated(name) for name in parts}
