"""Which rules reproduce the published ratings, for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.audit.grid import CHOICES, POOLINGS
from vfi.cli.output import bold, columns
from vfi.numbers import count_of, named, part_of
from vfi.problems import listed

if TYPE_CHECKING:
    from vfi.audit.grid import Combination
    from vfi.audit.rules import RulesAudit

WIDTH = 110
SHOWN = 12
STEPS = {"criterion": "Criterion", "dimension": "Dimension", "overall": "Overall"}
NAMES = {
    "missing": "Missing evidence",
    "pooling": "What is pooled",
    **{f"{step}.rule": f"{name}: rule" for step, name in STEPS.items()},
    **{f"{step}.of": f"{name}: of" for step, name in STEPS.items()},
    **{f"{step}.ties": f"{name}: ties" for step, name in STEPS.items()},
}


def rules_text(audit: RulesAudit, colour: bool) -> str:
    """What the published ratings identify, what they leave open, and which combinations come near."""
    parts = [_summary(audit, colour), _choices(audit, colour), _own_rules(audit, colour), _near_misses(audit, colour)]
    return "\n\n".join("\n".join(part) for part in parts)


def _summary(audit: RulesAudit, colour: bool) -> Iterator[str]:
    yield bold(f"Which rules give the {count_of(audit.published, 'published rating')}?", colour)
    yield ""
    reproducing = len(audit.reproducing)
    give = named(reproducing, "gives", "give")
    yield f"{part_of(reproducing, len(audit.tried), 'combination')} {give} every one of them."
    if audit.left_out:
        yield from textwrap.wrap(f"Left out of the grid: {'; '.join(audit.left_out)}.", WIDTH)


def _choices(audit: RulesAudit, colour: bool) -> Iterator[str]:
    yield bold("What the published ratings say about each choice", colour)
    yield ""
    rows = [("Choice", "", "Possible (combinations)", "Ruled out")]
    for choice in CHOICES:
        counts = audit.possible(choice)
        possible = [f"{value} {found:,}" for value, (found, _) in counts.items() if found and value != "-"]
        ruled_out = [value for value, (found, _) in counts.items() if not found and value != "-"]
        rows.append((NAMES[choice], _verdict(possible, ruled_out), listed(possible), listed(ruled_out)))
    yield from columns(rows)


def _verdict(possible: list[str], ruled_out: list[str]) -> str:
    if not possible:
        return "nothing fits"
    if not ruled_out:
        return "open"
    return "identified" if len(possible) == 1 else "narrowed"


def _own_rules(audit: RulesAudit, colour: bool) -> Iterator[str]:
    yield bold("With the rubric's own rules", colour)
    yield ""
    if not audit.own_rules:
        yield "The grid does not hold the rubric's own rules."
        return
    entries = audit.within(audit.own_rules)
    working = sum(not entry.fails for entry in entries)
    rules = ", ".join(f"{step} {audit.own_rules[f'{step}.rule']}" for step in STEPS)
    conventions = f"{part_of(working, len(entries), 'combination')} of conventions {named(working, 'does', 'do')}"
    yield f"{rules}, {audit.own_rules['pooling']}: {conventions}."
    for needed in audit.needed:
        works, fails = " or ".join(needed.works), " or ".join(needed.fails)
        yield f"  {NAMES[needed.choice]}: has to be {works}; with {fails} it fails"
    if working and not audit.needed:
        yield "  None of the conventions makes a difference."
    elif working:
        yield "  The other conventions make no difference by themselves."


def _near_misses(audit: RulesAudit, colour: bool) -> Iterator[str]:
    yield bold("Near misses: combinations that fail somewhere, by where", colour)
    yield ""
    rows = [("Fails at", "Combinations", "For example")]
    for nodes, entries in list(audit.near_misses.items())[:SHOWN]:
        rows.append((listed(nodes, 4), f"{len(entries):,}", _in_words(entries[0].combination)))
    yield from columns(rows, right=(1,))
    if len(audit.near_misses) > SHOWN:
        yield f"and {len(audit.near_misses) - SHOWN} more sets of nodes; --format csv has every combination"


def _in_words(combination: Combination) -> str:
    steps = f"{combination.criterion} / {combination.dimension} / {combination.overall}"
    missing = "" if combination.missing == "exclude" else f", missing as {combination.missing}"
    pooling = "" if combination.pooling == POOLINGS[0] else f", {combination.pooling}"
    return steps + missing + pooling
