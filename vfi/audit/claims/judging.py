"""One claim against the study, or against the figures that it gives itself."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from vfi.audit.claims.assertions import (
    allowed_by,
    allowed_share,
    exactly,
    meaning,
    printed_value,
    stated_value,
)
from vfi.audit.claims.facts import Tally, rating, scale_of, tally
from vfi.audit.claims.verdicts import Judged, Verdict
from vfi.audit.rounding import Interval
from vfi.problems import listed
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Scorecard
from vfi.scoring.words import decimal
from vfi.study import Claim, ClaimKind, Relation
from vfi.study.claims import Part

Found = tuple[Verdict, str, str]


def judge(claim: Claim, scorecard: Scorecard, contradicts: tuple[str, ...] = ()) -> Judged:
    """The verdict on a claim, with the figure that decides it and the words for both."""
    verdict, figure, words = JUDGES[claim.kind](claim, scorecard)
    return Judged(claim, verdict, figure, words, contradicts)


def _count(claim: Claim, scorecard: Scorecard) -> Found:
    found = tally(claim, scorecard)
    if claim.value is None or claim.relation is None:
        return _not_checkable()
    wanted = allowed_by(claim.relation, exactly(claim.value.value))
    return _verdict(found.at in wanted), _of_judged(found), _tally_in_words(claim, found, scorecard)


def _share(claim: Claim, scorecard: Scorecard) -> Found:
    found = tally(claim, scorecard)
    if found.share is None:
        return Verdict.NOT_CHECKABLE, "", f"No case is judged on {claim.node}."
    words = _tally_in_words(claim, found, scorecard)
    meant = meaning(claim)
    figure = f"{_of_judged(found)} ({percent(found.share)})"
    return _verdict(found.share in allowed_share(claim)), figure, words + (f" Here {meant}." if meant else "")


def _rating(claim: Claim, scorecard: Scorecard) -> Found:
    found = rating(claim.node, claim.case, scorecard)
    title = claim.node if claim.node in scorecard.study.rubric.parts else scorecard.overall.title
    about = f"{title} of {claim.case}" if claim.case else title
    if found is None:
        return Verdict.NOT_CHECKABLE, INSUFFICIENT, f"{about}: no rating, as the evidence is insufficient."
    names = scale_of(claim, scorecard)
    wanted = allowed_by(claim.relation or Relation.IS, exactly(names.index(claim.level)))
    value = scorecard.node(claim.node).value
    score = "" if claim.case or value is None else f", from a score of {decimal(value)}"
    return _verdict(names.index(found) in wanted), found, f"{about}: rated {found}{score}."


def _order(claim: Claim, scorecard: Scorecard) -> Found:
    names = scorecard.study.rubric.scale.names
    one, other = (scorecard.node(node).rating for node in (claim.node, claim.other))
    if one is None or other is None or claim.relation is None:
        return Verdict.NOT_CHECKABLE, "", f"{claim.node} or {claim.other} has no rating."
    wanted = allowed_by(claim.relation, exactly(names.index(other)))
    words = f"{claim.node} is rated {one}, {claim.other} {other}."
    return _verdict(names.index(one) in wanted), f"{one} and {other}", words


def _size(claim: Claim, scorecard: Scorecard) -> Found:
    study = scorecard.study
    sizes = {
        Part.CASES: len(study.cases),
        Part.CRITERIA: len(study.rubric.criteria),
        Part.DIMENSIONS: len(study.rubric.dimensions),
    }
    size = sizes[Part(claim.level)]
    if claim.value is None or claim.relation is None:
        return _not_checkable()
    wanted = allowed_by(claim.relation, exactly(claim.value.value))
    return _verdict(size in wanted), str(size), f"The study has {size} {claim.level}."


def _change(claim: Claim, _: Scorecard) -> Found:
    before, after = claim.figures
    change = after.value / before.value - 1
    words = f"From {before.text} to {after.text} is {percent(change, signed=True)}."
    return _against(claim, change), percent(change, signed=True), words


def _fraction(claim: Claim, _: Scorecard) -> Found:
    part, whole = claim.figures
    share = part.value / whole.value
    return _against(claim, share), percent(share), f"{part.text} of {whole.text} is {percent(share)}."


def _ratio(claim: Claim, _: Scorecard) -> Found:
    one, other = claim.figures
    ratio = one.value / other.value
    return _against(claim, ratio), decimal(ratio, 2), f"{one.text} is {decimal(ratio, 2)} times {other.text}."


def _whole(claim: Claim, _: Scorecard) -> Found:
    if claim.value is None:
        return _not_checkable()
    parts = sorted(claim.figures, key=lambda figure: figure.value)
    least, greatest = printed_value(parts[0]), printed_value(parts[-1])
    holds = Interval(least.low, greatest.high).meets(printed_value(claim.value))
    between = f"{parts[0].text} and {parts[-1].text}"
    words = f"The figure of a whole lies between those of its parts, here {between}; {claim.value.text} is printed."
    return _verdict(holds), f"between {between}", words


def _external(_: Claim, __: Scorecard) -> Found:
    return _not_checkable()


JUDGES: dict[ClaimKind, Callable[[Claim, Scorecard], Found]] = {
    ClaimKind.COUNT: _count,
    ClaimKind.SHARE: _share,
    ClaimKind.RATING: _rating,
    ClaimKind.ORDER: _order,
    ClaimKind.SIZE: _size,
    ClaimKind.CHANGE: _change,
    ClaimKind.FRACTION: _fraction,
    ClaimKind.RATIO: _ratio,
    ClaimKind.WHOLE: _whole,
    ClaimKind.EXTERNAL: _external,
}


def percent(share: Fraction, signed: bool = False) -> str:
    """A share for reading, with one decimal place."""
    return f"{float(100 * share):{'+' if signed else ''}.1f}%"


def _against(claim: Claim, found: Fraction) -> Verdict:
    if claim.value is None or claim.relation is None:
        return Verdict.NOT_CHECKABLE
    as_printed = claim.relation is Relation.IS
    value = printed_value(claim.value) if as_printed else stated_value(claim.value)
    return _verdict(found in allowed_by(claim.relation, value))


def _verdict(holds: bool) -> Verdict:
    return Verdict.TRUE if holds else Verdict.FALSE


def _not_checkable() -> Found:
    return Verdict.NOT_CHECKABLE, "", "The study holds nothing that decides it."


def _of_judged(found: Tally) -> str:
    return f"{found.at} of {found.judged}"


def _tally_in_words(claim: Claim, found: Tally, scorecard: Scorecard) -> str:
    noun = scorecard.study.about.case_noun.plural
    split = listed(f"{count} {level}" for level, count in found.levels if count)
    detail = f" ({split})" if len(claim.levels) > 1 and found.at else ""
    missing = f"; {found.missing} more without sufficient evidence" if found.missing else ""
    return f"On {claim.node}, {_of_judged(found)} judged {noun} are {claim.level}{detail}{missing}."
