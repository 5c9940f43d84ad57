"""`vfi audit rules`: which rules give the published ratings?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vfi.cli.answer import Answer
from vfi.cli.options import StudyArgument
from vfi.cli.terminal.blocks import Block, Heading, Table
from vfi.numbers import count_of, grouped, named, part_of
from vfi.problems import capitalised, listed
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.audit.grid import Combination
    from vfi.audit.rules import RulesAudit
    from vfi.rubric.models.tiers import Tier

SHOWN = 12
OF_ALL = {"missing": "Missing evidence", "pooling": "What is pooled"}


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
    tiers = _tiers(audit)
    for choice in CHOICES:
        counts = {
            _value(value, tiers): number
            for value, number in audit.possible(choice).items()
            if value != "-"
        }
        possible = [f"{value} {grouped(found)}" for value, (found, _) in counts.items() if found]
        ruled_out = [value for value, (found, _) in counts.items() if not found]
        verdict = _verdict(possible, ruled_out)
        rows.append((_name(choice, tiers), verdict, listed(possible), listed(ruled_out)))
    yield Table(rows)


def _tiers(audit: RulesAudit) -> dict[str, Tier]:
    """What the nodes of each step of the grid are called; those between the lowest tier and the
    whole are groups where they are of several tiers.
    """
    from vfi.rubric.models.tiers import Tier

    lowest, *higher = audit.study.rubric.tiers
    groups = higher[0] if len(higher) == 1 else Tier(id="group")
    return {"criterion": lowest, "dimension": groups, OVERALL: Tier(id=OVERALL)}


def _name(choice: str, tiers: Mapping[str, Tier]) -> str:
    step, _, what = choice.partition(".")
    return f"{capitalised(tiers[step].title)}: {what}" if what else OF_ALL[choice]


def _value(value: str, tiers: Mapping[str, Tier]) -> str:
    """The value of a choice for reading: what is pooled goes by the plural of its tier."""
    from vfi.audit.grid import POOLINGS

    plural = tiers["dimension"].plural
    return value.replace("dimensions", plural) if value in POOLINGS else value


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
    tiers = _tiers(audit)
    rules = ", ".join(
        f"{tier.title} {audit.own_rules[f'{step}.rule']}"
        for step, tier in tiers.items()
        if f"{step}.rule" in audit.own_rules
    )
    conventions = (
        f"{part_of(working, len(entries), 'combination')} of conventions "
        f"{named(working, 'does', 'do')}"
    )
    yield f"{rules}, {audit.own_rules['pooling']}: {conventions}."
    for needed in audit.needed:
        works, fails = " or ".join(needed.works), " or ".join(needed.fails)
        yield f"  {_name(needed.choice, tiers)}: has to be {works}; with {fails} it fails"
    if working and not audit.needed:
        yield "  None of the conventions makes a difference."
    elif working:
        yield "  The other conventions make no difference by themselves."


def _near_misses(audit: RulesAudit) -> Iterator[Block]:
    yield Heading("Near misses: combinations that fail somewhere, by where")
    yield ""
    rows = [("Fails at", "Combinations", "For example")]
    for nodes, entries in list(audit.near_misses.items())[:SHOWN]:
        example = _in_words(entries[0].combination, _tiers(audit))
        rows.append((listed(nodes, 4), grouped(len(entries)), example))
    yield Table(rows, right=(1,))
    if len(audit.near_misses) > SHOWN:
        yield (
            f"and {len(audit.near_misses) - SHOWN} more sets of nodes; --format csv has every "
            "combination"
        )


def _in_words(combination: Combination, tiers: Mapping[str, Tier]) -> str:

    from vfi.audit.grid import POOLINGS

    steps = f"{combination.criterion} / {combination.dimension} / {combination.overall}"
    missing = "" if combination.missing == "exclude" else f", missing as {combination.missing}"
    is_pooled = combination.pooling != POOLINGS[0]
    pooling = f", {_value(combination.pooling, tiers)}" if is_pooled else ""
    return steps + missing + pooling
