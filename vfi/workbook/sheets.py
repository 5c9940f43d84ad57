"""Which sheets a workbook has, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.problems import capitalised

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric

ABOUT, JUDGEMENTS, FAILURES, OVERALL_SHEET = "About", "Judgements", "Failures", "Overall"
CASES, RULES, PUBLISHED, LEVELS = "Cases", "Rules", "Published", "Levels"
CASE_WORKINGS = "Case workings"
BEFORE_TIERS = (ABOUT, JUDGEMENTS, FAILURES)
AFTER_TIERS = (OVERALL_SHEET, CASES, RULES, PUBLISHED, LEVELS, CASE_WORKINGS)
RESERVED = ("History",)  # by spreadsheets themselves
LONGEST_NAME = 31  # as UTF-16 counts
# A name takes no such sign; an apostrophe within one would have to be doubled in each formula.
REFUSED = str.maketrans("[]:*?/\\'", "()     ’")


def sheets_of_tiers(rubric: Rubric) -> dict[str, str]:
    """The name of the sheet of each tier, the lowest first: its plural, as far as a sheet may be
    called that.
    """
    names: dict[str, str] = {}
    taken = {name.casefold() for name in (*BEFORE_TIERS, *AFTER_TIERS, *RESERVED)}
    for tier in rubric.tiers:
        names[tier.id] = _untaken(_allowed(tier.plural), taken)
        taken.add(names[tier.id].casefold())
    return names


def sheets_of(rubric: Rubric) -> dict[str, str]:
    """Every sheet that the workbook of a study may have, in order, and what it shows."""
    lowest = rubric.tiers[0]
    names = sheets_of_tiers(rubric)
    return {
        ABOUT: "What this workbook is, and how to use it",
        JUDGEMENTS: f"The level of each case on each {lowest.title}: the cells to change",
        FAILURES: "Failure indicators that are recorded for cases",
        **{
            names[tier.id]: f"The rating of each {tier.title} over all cases"
            for tier in rubric.tiers
        },
        OVERALL_SHEET: "The rating of the whole",
        CASES: "Each case's own ratings, by the same rules",
        RULES: "The rule of every rating and every hurdle in words",
        PUBLISHED: "Published ratings beside the computed ones",
        LEVELS: "The levels of each scale, their values and what they mean",
        CASE_WORKINGS: "The steps behind each case's own ratings",
    }


def _allowed(plural: str) -> str:
    visible = "".join(sign if sign.isprintable() else " " for sign in plural.translate(REFUSED))
    return _shortened(capitalised(" ".join(visible.split())), LONGEST_NAME) or "Nodes"


def _untaken(name: str, taken: set[str]) -> str:
    numbered, number = name, 1
    while numbered.casefold() in taken:
        number += 1
        ending = f" {number}"
        numbered = _shortened(name, LONGEST_NAME - len(ending)) + ending
    return numbered


def _shortened(name: str, size: int) -> str:
    while len(name.encode("utf-16-le")) > 2 * size:
        name = name[:-1]
    return name.rstrip()
