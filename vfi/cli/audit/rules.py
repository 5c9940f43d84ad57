"""`vfi audit rules`: which rules give the published ratings?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.cli.answer import Answer
from vfi.cli.options import StudyArgument
from vfi.cli.terminal.blocks import Block, Heading, Table
from vfi.numbers import count_of, grouped, named, part_of
from vfi.problems import listed

if TYPE_CHECKING:
    from vfi.audit.grid import Combination
    from vfi.audit.rules import RulesAudit

SHOWN = 12
STEPS = {"criterion": "Criterion", "dimension": "Dimension", "overall": "Overall"}
NAMES = {
    "missing": "Missing evidence",
    "pooling": "What is pooled",
    **{f"{step}.rule": f"{name}: rule" for step, name in STEPS.items()},
    **{f"{step}.of": f"{name}: of" for step, name in STEPS.items()},
    **{f"{step}.ties": f"{name}: ties" for step, name in STEPS.items()},
}


def rules_command(study: StudyArgument) -> Answer:
    """Find out which rules the published ratings were made by.

    Tries every combination of a rule for each step (mean, median, mode, worst, best), a way with
    ties and with insufficient evidence, of ratings or of unrounded scores, step by step or pooled
    from the judgements; says what the published ratings identify, what they leave open, and where
    each combination fails. The exit code is 1 when no combination gives every published rating.
    """
    from vfi.audit.rules import audit_rules
    from vfi.audit.rules_document import rules_document, rules_rows
    from vfi.cli.opening import open_study

    audit = audit_rules(open_study(study))
    return Answer(
        document=lambda: rules_document(audit),
        rows=lambda: rules_rows(audit),
        text=lambda: rules_text(audit),
        has_findings=not audit.reproducing,
    )


def rules_text(audit: RulesAudit) -> Iterator[Block]:
    """What the published ratings identify, what they leave open, and which combinations come
    near.
    """
    yield from _summary(audit)
    for part in (_choices(audit), _own_rules(audit), _near_misses(audit)):
        yield ""
        yield from part


def _summary(audit: RulesAudit) -> Iterator[Block]:
    yield Heading(f"Which rules give the {count_of(audit.published, 'published rating')}?")
    yield ""
    reproducing = len(audit.reproducing)
    give = named(reproducing, "gives", "give")
    yield f"{part_of(reproducing, len(audit.tried), 'combination')} {give} every one of them."
    if audit.left_out:
        yield f"Left out of the grid: {'; '.join(audit.left_out)}."


def _choices(audit: RulesAudit) -> Iterator[Block]:

    from vfi.audit.grid import CHOICES

    yield Heading("What the published ratings say about each choice")
    yield ""
    rows = [("Choice", "", "Possible (combinations)", "Ruled out")]
    for choice in CHOICES:
        counts = audit.possible(choice)
        possible = [
            f"{value} {grouped(found)}"
            for value, (found, _) in counts.items()
            if found and value != "-"
        ]
        ruled_out = [value for value, (found, _) in counts.items() if not found and value != "-"]
        rows.append(
            (NAMES[choice], _verdict(possible, ruled_out), listed(possible), listed(ruled_out))
        )
    yield Table(rows)


def _verdict(possible: list[str], ruled_out: list[str]) -> str:
    if not possible:
        return "nothing fits"
    if not ruled_out:
        return "open"
    return "identified" if len(possible) == 1 else "narrowed"


def _own_rules(audit: RulesAudit) -> Iterator[Block]:
    yield Heading("With the rubric's own rules")
    yield ""
    if not audit.own_rules:
        yield "The grid does not hold the rubric's own rules."
        return
    entries = audit.within(audit.own_rules)
    working = sum(not entry.fails for entry in entries)
    steps = [step for step in STEPS if f"{step}.rule" in audit.own_rules]
    rules = ", ".join(f"{step} {audit.own_rules[f'{step}.rule']}" for step in steps)
    conventions = (
        f"{part_of(working, len(entries), 'combination')} of conventions "
        f"{named(working, 'does', 'do')}"
    )
    yield f"{rules}, {audit.own_rules['pooling']}: {conventions}."
    for needed in audit.needed:
        works, fails = " or ".join(needed.works), " or ".join(needed.fails)
        yield f"  {NAMES[needed.choice]}: has to be {works}; with {fails} it fails"
    if working and not audit.needed:
        yield "  None of the conventions makes a difference."
    elif working:
        yield "  The other conventions make no difference by themselves."


def _near_misses(audit: RulesAudit) -> Iterator[Block]:
    yield Heading("Near misses: combinations that fail somewhere, by where")
    yield ""
    rows = [("Fails at", "Combinations", "For example")]
    for nodes, entries in list(audit.near_misses.items())[:SHOWN]:
        rows.append((listed(nodes, 4), grouped(len(entries)), _in_words(entries[0].combination)))
    yield Table(rows, right=(1,))
    if len(audit.near_misses) > SHOWN:
        yield (
            f"and {len(audit.near_misses) - SHOWN} more sets of nodes; --format csv has every "
            "combination"
        )


def _in_words(combination: Combination) -> str:

    from vfi.audit.grid import POOLINGS

    steps = f"{combination.criterion} / {combination.dimension} / {combination.overall}"
    missing = "" if combination.missing == "exclude" else f", missing as {combination.missing}"
    pooling = "" if combination.pooling == POOLINGS[0] else f", {combination.pooling}"
    return steps + missing + pooling
