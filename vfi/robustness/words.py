"""What the answers mean, in sentences for people who decide and do not compute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vfi.numbers import count_of, named
from vfi.problems import listed
from vfi.robustness.limits import BOUNDS_STOPPED, FLIPS_STOPPED, SIMULATED

if TYPE_CHECKING:
    from vfi.robustness.chance.distributions import Distribution
    from vfi.robustness.other.leave_out import Difference
    from vfi.robustness.search.bounds import Bounds
    from vfi.robustness.search.flips import Distance, Flip
    from vfi.scoring.models import Node

MOVES, CASES = 3, 12  # the longest examples that are told


def steps_in_words(number: int) -> str:
    """`1 step`, `3 steps`."""
    return count_of(number, "step")


def judgements_in_words(number: int) -> str:
    """`1 judgement`, `3 judgements`."""
    return count_of(number, "judgement")


def flip_in_words(node: Node, flip: Flip) -> str:
    """What it takes to move a rating in one direction, with an example where that is short."""
    name = "The overall rating" if node.kind == "overall" else node.id
    side = "lower" if flip.direction == "down" else "higher"
    steps = flip.steps
    if steps.fewest is None:
        return f"{name} cannot become {side} by any change of judgements."
    least = "" if steps.exact else "at least "
    first = f"{name} becomes {steps.to or side} with {least}{steps_in_words(steps.fewest)}"
    return f"{first}{_spread(steps, node.judged)}{_such_as(steps)}.{_by_judgements(flip)}"


def _spread(steps: Distance, judged: int) -> str:
    """Over how many judgements the steps of the example go."""
    moved = len(steps.witness)
    if not moved:
        return ""
    extent = "one level on " if steps.exact and moved == steps.fewest else "over "
    return f" ({extent}{moved} of {judgements_in_words(judged)})"


def _by_judgements(flip: Flip) -> str:
    fewest = flip.judgements.fewest
    if fewest is None or fewest == flip.steps.fewest:
        return ""
    least = "" if flip.judgements.exact else "at least "
    sentence = (
        f"{least}{judgements_in_words(fewest)} {named(fewest, 'does', 'do')} it by moving further"
    )
    return f" {sentence[0].upper()}{sentence[1:]}{_such_as(flip.judgements)}."


def _such_as(distance: Distance) -> str:
    """An example, `, such as E1.2 of LA06, LA08 from Excellent to Good`; none where it would be
    long.
    """
    moves: dict[tuple[str, str, str], list[str]] = {}
    for change in distance.witness:
        moves.setdefault((change.criterion, change.before, change.after), []).append(change.case)
    if not moves or len(moves) > MOVES or len(distance.witness) > CASES:
        return ""
    parts = [
        f"{criterion} of {listed(cases)} from {before} to {after}"
        for (criterion, before, after), cases in moves.items()
    ]
    return f", such as {' and '.join(parts)}"


def bounds_in_words(node: Node, bounds: Bounds) -> str:
    """What the missing evidence below a node leaves open."""
    name = "The overall rating" if node.kind == "overall" else node.id
    possible = [*bounds.ratings, *(["no rating"] if bounds.unrated else [])]
    if not node.missing:
        return f"{name} rests on judgements that all have a level."
    if not bounds.exact:
        return (
            f"{name} could be {_either(possible) or 'something else'}, and perhaps something else."
        )
    if possible == [node.result]:
        return f"{name} would be {node.result} whatever the missing evidence showed."
    return f"{name} would be {_either(possible)}, depending on what the missing evidence showed."


def _either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def flips_limit(flips: Mapping[str, Sequence[Flip]]) -> str:
    """Why some numbers of changes are only the least that it takes; empty where all are exact."""
    distances = [
        distance
        for node_flips in flips.values()
        for flip in node_flips
        for distance in (flip.steps, flip.judgements)
    ]
    return "" if all(distance.exact for distance in distances) else FLIPS_STOPPED


def bounds_limit(bounds: Mapping[str, Bounds]) -> str:
    """Why other ratings than those told may be possible; empty where none are."""
    return "" if all(bound.exact for bound in bounds.values()) else BOUNDS_STOPPED


def chances_limit(chances: Mapping[str, Distribution], draws: int | None) -> str:
    """Why chances are simulated although no number of draws was asked for; empty where they are
    exact, or it was.
    """
    return (
        SIMULATED
        if draws is None
        and any(distribution.draws is not None for distribution in chances.values())
        else ""
    )


def each_without(ids: Sequence[str], limit: int = 12) -> str:
    """Things that are each left out alone, to follow the word without: `E1, or without E2`, never
    both at once.
    """
    if len(ids) < 3:
        return ", or without ".join(ids)
    return f"any single one of {listed(ids, limit)}"


def changes_in_words(changes: Sequence[Difference]) -> str:
    """The ratings that are others, by what they become: `E4.2, E4 become Good (now Adequate)`."""
    by_move: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        by_move.setdefault((change.after, change.before), []).append(change.node)
    return "; ".join(
        f"{listed(nodes)} {named(len(nodes), 'becomes', 'become')} {after} (now {before})"
        for (after, before), nodes in by_move.items()
    )
