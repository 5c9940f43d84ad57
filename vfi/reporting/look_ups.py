"""What narrative text may look up: ratings, scores, and how many cases or judgements there are of a
kind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from vfi.numbers import grouped, percent
from vfi.problems import NotFound, listed, nearest, quoted
from vfi.scoring.cases import CaseCounts, count_cases
from vfi.scoring.landmarks import score_in_words
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard

LookUp: TypeAlias = Callable[..., str]


def look_ups(scorecard: Scorecard) -> dict[str, LookUp]:
    """The look-ups by name; each takes texts and gives a text.

    `count`, `share`, `judged`, `missing` and `undetermined` are about cases at every node, as
    claims are: on a group, a dimension or the whole about their own ratings. `judgements` and
    `missing_judgements` are about judgements.

    Raises:
        NotFound: (each of them) there is no such node or level.
    """

    def cases_of(node: str) -> CaseCounts:
        return count_cases(scorecard, node)

    def count(node: str, level: str) -> str:
        counts = cases_of(node)
        return _number(counts.at(_meant(level, counts)))

    def share(node: str, level: str) -> str:
        counts = cases_of(node)
        found = counts.share(_meant(level, counts))
        if found is None:
            return UNDETERMINED if counts.undetermined else INSUFFICIENT
        return percent(found)

    def score(node: str) -> str:
        rated = scorecard.node(node)
        return score_in_words(rated) or rated.result

    return {
        "rating": lambda node: scorecard.node(node).result,
        "score": score,
        "count": count,
        "share": share,
        "judged": lambda node: _number(cases_of(node).judged),
        "missing": lambda node: _number(cases_of(node).missing),
        "undetermined": lambda node: _number(cases_of(node).undetermined),
        "cases": lambda: _number(len(scorecard.cases)),
        "judgements": lambda node: _number(scorecard.node(node).judged),
        "missing_judgements": lambda node: _number(scorecard.node(node).missing),
    }


def _meant(words: str, counts: CaseCounts) -> tuple[str, ...]:
    """The levels that `Good`, `at least Good` or `at most Good` means."""
    levels = counts.scale.meant(words)
    if not levels:
        known = counts.scale.names
        hint = (
            nearest(words, known)
            or f'{listed(known)}, each perhaps with "at least" or "at most" before it'
        )
        raise NotFound(f"there is no level {quoted(words)}; {hint}")
    return levels


def _number(number: int) -> str:
    return grouped(number)
