"""One claim against the study, or against the figures that it gives itself."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from vfi.audit.claims.assertions import (
    allowed_by,
    allowed_share,
    exactly,
    meaning,
    needs_its_meaning,
    printed_value,
    stated_value,
)
from vfi.audit.claims.facts import CaseTally, node_of, scale_of, tally
from vfi.audit.claims.vacuity import why_it_cannot_fail
from vfi.audit.claims.verdicts import JudgedClaim, Verdict
from vfi.audit.figures.grim import nearest_shares, possible_counts
from vfi.audit.rounding import Rounding, ValueRange
from vfi.numbers import decimal, named, out_of, percent
from vfi.problems import listed
from vfi.scoring.landmarks import landmarks
from vfi.study.claims import parts_of_a_study
from vfi.study.models import Claim, ClaimKind, Relation
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard

PLACES = 1
"""The decimal places of a percentage that decides a claim."""


class Ruling(NamedTuple):
    """What comes out for a claim: the verdict, the figure that decides it, the words, and the
    tool's own reading.
    """

    verdict: Verdict
    figure: str
    words: str
    meaning: str = ""


UNDECIDED = Ruling(Verdict.NOT_CHECKABLE, "", "The study holds nothing that decides it.")


def judge(claim: Claim, scorecard: Scorecard, contradicts: tuple[str, ...] = ()) -> JudgedClaim:
    """The verdict on a claim, with the figure that decides it, the words for both, and how the
    sentence was read.
    """
    answer = JUDGES[claim.kind](claim, scorecard)
    why = why_it_cannot_fail(claim, scorecard)
    if why and answer.verdict is Verdict.TRUE:
        answer = answer._replace(verdict=Verdict.CANNOT_FAIL, words=f"{answer.words} {why}")
    reading = "; ".join(part for part in (claim.reading.rstrip("."), answer.meaning) if part)
    return JudgedClaim(claim, answer.verdict, answer.figure, answer.words, reading, contradicts)


def _count(claim: Claim, scorecard: Scorecard) -> Ruling:
    if claim.value is None or claim.relation is None:
        return UNDECIDED
    cases = tally(claim, scorecard)
    allowed = allowed_by(claim.relation, exactly(claim.value.value))
    return Ruling(
        _truth(cases.at in allowed), _of_judged(cases), _tally_in_words(claim, cases, scorecard)
    )


def _share(claim: Claim, scorecard: Scorecard) -> Ruling:
    cases = tally(claim, scorecard)
    if cases.share is None:
        return Ruling(Verdict.NOT_CHECKABLE, "", f"No case is judged on {claim.node}.")
    figure = f"{_of_judged(cases)} ({percent(cases.share, PLACES, _landmarks(claim))})"
    own_meaning = meaning(claim) if needs_its_meaning(claim, cases.share) else ""
    holds = cases.share in allowed_share(claim)
    return Ruling(_truth(holds), figure, _tally_in_words(claim, cases, scorecard), own_meaning)


def _rating(claim: Claim, scorecard: Scorecard) -> Ruling:
    node = node_of(claim.node, claim.case, scorecard)
    about = (
        f"{_title(claim.node, scorecard)} of {claim.case}"
        if claim.case
        else _title(claim.node, scorecard)
    )
    if node is None:
        return Ruling(
            Verdict.NOT_CHECKABLE, INSUFFICIENT, f"{about}: the case is not judged on it."
        )
    if node.rating is None:
        return Ruling(Verdict.NOT_CHECKABLE, node.result, f"{about}: no rating, as {node.reason}.")
    names = scale_of(claim, scorecard)
    allowed = allowed_by(claim.relation or Relation.IS, exactly(names.index(claim.level)))
    holds = names.index(node.rating) in allowed
    return Ruling(_truth(holds), node.rating, f"{about}: rated {node.rating}{_from_a_score(node)}.")


def _from_a_score(node: Node) -> str:
    if node.case is not None or node.value is None:
        return ""
    return f", from a score of {decimal(node.value, landmarks=landmarks(node))}"


def _order(claim: Claim, scorecard: Scorecard) -> Ruling:
    node, other_node = scorecard.node(claim.node), scorecard.node(claim.other)
    if node.rating is None or other_node.rating is None or claim.relation is None:
        unrated = claim.other if node.rating else claim.node
        return Ruling(Verdict.NOT_CHECKABLE, "", f"{unrated} has no rating.")
    words = f"{claim.node} is rated {node.rating}, {claim.other} {other_node.rating}."
    figure = f"{node.rating} and {other_node.rating}"
    if node.scale.names != other_node.scale.names:
        return Ruling(Verdict.NOT_CHECKABLE, figure, f"{words} They are rated on different scales.")
    allowed = allowed_by(claim.relation, exactly(node.scale.names.index(other_node.rating)))
    return Ruling(_truth(node.scale.names.index(node.rating) in allowed), figure, words)


def _size(claim: Claim, scorecard: Scorecard) -> Ruling:
    study = scorecard.study
    size = parts_of_a_study(study.rubric, len(study.cases))[claim.level]
    if claim.value is None or claim.relation is None:
        return UNDECIDED
    allowed = allowed_by(claim.relation, exactly(claim.value.value))
    return Ruling(_truth(size in allowed), str(size), f"The study has {size} {claim.level}.")


def _change(claim: Claim, _: Scorecard) -> Ruling:
    before, after = claim.figures
    change = after.value / before.value - 1
    figure = percent(change, PLACES, _landmarks(claim), signed=True)
    return Ruling(
        _consequence(claim, change), figure, f"From {before.text} to {after.text} is {figure}."
    )


def _fraction(claim: Claim, _: Scorecard) -> Ruling:
    part, base = claim.figures
    share = part.value / base.value
    figure = percent(share, PLACES, _landmarks(claim))
    return Ruling(_consequence(claim, share), figure, f"{part.text} of {base.text} is {figure}.")


def _ratio(claim: Claim, _: Scorecard) -> Ruling:
    over, under = claim.figures
    ratio = over.value / under.value
    figure = decimal(ratio, 2, _landmarks(claim))
    return Ruling(
        _consequence(claim, ratio), figure, f"{over.text} is {figure} times {under.text}."
    )


def _whole(claim: Claim, _: Scorecard) -> Ruling:
    if claim.value is None:
        return UNDECIDED
    parts = sorted(claim.figures, key=lambda figure: figure.value)
    least, greatest = printed_value(parts[0]), printed_value(parts[-1])
    holds = ValueRange(least.low, greatest.high).meets(printed_value(claim.value))
    between = f"{parts[0].text} and {parts[-1].text}"
    words = (
        f"The figure of a whole lies between those of its parts, here {between}; "
        f"{claim.value.text} is printed."
    )
    return Ruling(_possibility(holds), f"between {between}", words)


def _possible(claim: Claim, _: Scorecard) -> Ruling:
    if claim.value is None:
        return UNDECIDED
    base = int(claim.figures[0].value)
    counts = possible_counts(claim.value, base, Rounding.NEAREST)
    if counts:
        return Ruling(
            Verdict.POSSIBLE,
            out_of(counts[0], base),
            f"{out_of(counts[0], base)} is printed as it.",
        )
    near = nearest_shares(claim.value, base)
    alternatives = " and ".join(
        f"{out_of(count, base)} is {percent(share, PLACES)}" for count, share in near.items()
    )
    return Ruling(
        Verdict.IMPOSSIBLE,
        alternatives,
        f"No whole number of {base} is printed as {claim.value.text}: {alternatives}.",
    )


def _undecided(_: Claim, __: Scorecard) -> Ruling:
    return UNDECIDED


JUDGES: dict[ClaimKind, Callable[[Claim, Scorecard], Ruling]] = {
    ClaimKind.COUNT: _count,
    ClaimKind.SHARE: _share,
    ClaimKind.RATING: _rating,
    ClaimKind.ORDER: _order,
    ClaimKind.SIZE: _size,
    ClaimKind.CHANGE: _change,
    ClaimKind.FRACTION: _fraction,
    ClaimKind.RATIO: _ratio,
    ClaimKind.WHOLE: _whole,
    ClaimKind.POSSIBLE: _possible,
    ClaimKind.WHICH: _undecided,
    ClaimKind.EXTERNAL: _undecided,
}


def _landmarks(claim: Claim) -> tuple[Fraction, ...]:
    """The asserted bound, on whose own side the number that decides the claim has to be printed."""
    is_bound = claim.value is not None and claim.relation is not Relation.IS
    return (stated_value(claim.value).low,) if claim.value is not None and is_bound else ()


def _consequence(claim: Claim, value: Fraction) -> Verdict:
    if claim.value is None or claim.relation is None:
        return Verdict.NOT_CHECKABLE
    as_printed = claim.relation is Relation.IS
    asserted = printed_value(claim.value) if as_printed else stated_value(claim.value)
    holds = value in allowed_by(claim.relation, asserted)
    return Verdict.FOLLOWS if holds else Verdict.DOES_NOT_FOLLOW


def _possibility(holds: bool) -> Verdict:
    return Verdict.POSSIBLE if holds else Verdict.IMPOSSIBLE


def _truth(holds: bool) -> Verdict:
    return Verdict.TRUE if holds else Verdict.FALSE


def _title(node: str, scorecard: Scorecard) -> str:
    return node if node in scorecard.study.rubric.parts else scorecard.overall.title


def _of_judged(cases: CaseTally) -> str:
    return out_of(cases.at, cases.judged)


def _tally_in_words(claim: Claim, cases: CaseTally, scorecard: Scorecard) -> str:
    noun = scorecard.study.about.case_noun
    is_judged = claim.node in scorecard.study.rubric.judged
    participle = "judged" if is_judged else "rated"
    lacking = "without sufficient evidence" if is_judged else "without a rating"
    split = listed(f"{count} {level}" for level, count in cases.levels if count)
    detail = f" ({split})" if len(claim.levels) > 1 and cases.at else ""
    missing = f"; {cases.missing} more {lacking}" if cases.missing else ""
    nouns = f"{named(cases.judged, noun.singular, noun.plural)} {named(cases.at, 'is', 'are')}"
    return (
        f"On {claim.node}, {_of_judged(cases)} {participle} {nouns} {claim.level}{detail}{missing}."
    )
