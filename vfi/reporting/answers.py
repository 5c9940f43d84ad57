"""The answers that a report shows, all worked out before its first chapter is written.

Chapters and narrative are handed them and put them into words, tables and figures; this is the only
module of the room that asks anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from vfi.audit.claims import judge_claims
from vfi.problems import InvalidInput
from vfi.robustness.chance.uncertainty import uncertainty
from vfi.robustness.examination import Settings
from vfi.robustness.firmness import Ranking, rank
from vfi.robustness.other.alternatives import Alternative, find_alternatives
from vfi.robustness.other.leave_out import LeftOut, What, leave_out
from vfi.robustness.search.bounds import Bounds, find_bounds
from vfi.robustness.search.flips import Flip, find_flips
from vfi.scoring.comparison import Comparison, compare
from vfi.scoring.perspectives import ALL, PerspectiveScore, score_perspectives
from vfi.scoring.unrounded import of_scores
from vfi.steps import tell_step
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.audit.claims.verdicts import JudgedClaim
    from vfi.robustness.chance.distributions import Distribution
    from vfi.scoring.models import Node, Scorecard

MOST_CASES = 500
"""The most cases that a report leaves out one after the other: each time all others are rated
again, so that twice as many cases take four times as long. Everything else that a report asks takes
as long as the study is large.
"""


@dataclass(frozen=True)
class Citable:
    """What the prose of a report may look up.

    Attributes:
        scorecard: the ratings.
        of_scores: each node over all cases as it would be if every step took unrounded scores; None
            where that cannot be.
        claims: the verdict on each claim, by its id.
        mistake: the first mistake in the claims; empty where there is none.
    """

    scorecard: Scorecard
    of_scores: Mapping[str, Node | None]
    claims: Mapping[str, JudgedClaim]
    mistake: str = ""


@dataclass(frozen=True)
class Answers:
    """Everything that a report shows of a study.

    Attributes:
        scorecard: the ratings.
        citable: what the prose may look up.
        comparison: the ratings beside the published ones; None where there are none.
        perspectives: the ratings under each perspective of the rubric.
        flips: per node, what moves its rating down and up.
        ranking: how firm each rating is, the most fragile first.
        bounds: per node, the ratings that the insufficient evidence allows.
        left_out: what changes without each thing, by the kind of thing; cases only up to
            `MOST_CASES`.
        alternatives: the ratings of the dimensions and the whole under other rules.
        chances: per node, the chance of each level where judgements may be off; empty where no
            judgement has a level.
        settings: what the chances were asked with.
    """

    scorecard: Scorecard
    citable: Citable
    comparison: Comparison | None
    perspectives: tuple[PerspectiveScore, ...]
    flips: Mapping[str, tuple[Flip, ...]]
    ranking: Ranking
    bounds: Mapping[str, Bounds]
    left_out: Mapping[What, tuple[LeftOut, ...]]
    alternatives: tuple[Alternative, ...]
    chances: Mapping[str, Distribution]
    settings: Settings


def answers_of(scorecard: Scorecard) -> Answers:
    """Ask everything that a report of these ratings shows."""
    study, rubric, settings = scorecard.study, scorecard.study.rubric, Settings()
    flips = find_flips(scorecard)
    return Answers(
        scorecard=scorecard,
        citable=citable_of(scorecard),
        comparison=compare(scorecard),
        perspectives=score_perspectives(study, [ALL]),
        flips=flips,
        ranking=rank(scorecard, flips),
        bounds=find_bounds(study),
        left_out=_left_out(scorecard),
        alternatives=find_alternatives(scorecard, (*rubric.children[OVERALL], OVERALL)),
        chances=_chances(scorecard, settings),
        settings=settings,
    )


def citable_of(scorecard: Scorecard) -> Citable:
    """Ask what the prose may look up, which is all that a check of the prose needs."""
    unrounded = {node: of_scores(scorecard, node) for node in scorecard.nodes}
    try:
        judged = judge_claims(scorecard).judged
    except InvalidInput as error:
        return Citable(scorecard, unrounded, {}, str(error.problems[0]))
    return Citable(scorecard, unrounded, {entry.claim.id: entry for entry in judged})


def _left_out(scorecard: Scorecard) -> dict[What, tuple[LeftOut, ...]]:
    groups: tuple[What, ...] = ("group",) if scorecard.study.rubric.groups else ()
    kinds: tuple[What, ...] = ("case", "criterion", *groups, "dimension")
    asked = kinds if len(scorecard.study.cases) <= MOST_CASES else kinds[1:]
    return {
        what: leave_out(scorecard, partial(tell_step, f"leaving out each {what}"), (what,))
        for what in asked
    }


def _chances(scorecard: Scorecard, settings: Settings) -> dict[str, Distribution]:
    if not scorecard.overall.judged:
        return {}
    return uncertainty(scorecard.study, settings.errors, settings.draws, settings.seed)
