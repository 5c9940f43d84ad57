"""The answers as the JSON document that other programs read: `vfi.robustness/1`.

Its form is declared in `vfi.robustness.contract`, of which
`schemas/vfi.robustness-1.schema.json` is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from vfi.numbers import CELL_COLUMNS, cells, fixed, nearest_float
from vfi.robustness.chance.distributions import Distribution
from vfi.robustness.examination import Robustness
from vfi.robustness.firmness import MEASURE, Ranking
from vfi.robustness.grid import Change
from vfi.robustness.other.alternatives import agreement
from vfi.robustness.other.leave_out import LeftOut
from vfi.robustness.other.thresholds import Position, TieThreshold
from vfi.robustness.search.flips import Distance, Flip
from vfi.robustness.words import bounds_limit, chances_limit, flips_limit
from vfi.rubric.document import rubric_identity

if TYPE_CHECKING:
    from vfi.robustness.contract import (
        ChangeDocument,
        DistributionDocument,
        FirmNodeDocument,
        FlipDocument,
        FlipsDocument,
        JudgementsDistance,
        LeftOutThingDocument,
        LimitsDocument,
        NodeDifference,
        PositionDocument,
        RankingDocument,
        RobustnessDocument,
        TiesDocument,
        WeightingShareDocument,
    )

SCHEMA: Final = "vfi.robustness/1"
PLACES = 6
HEADER = (
    *("node", "title", "rating", "question", "of", "result", "number", "exact", "witness"),
    *CELL_COLUMNS[1:],
    "why_not_exact",
)
QUESTION_OF = {"flip down": "flips", "flip up": "flips", "firmness": "flips"}
Row = Sequence[str]
Result = tuple[
    str, str, str, str, str, str, str, str
]  # question, of, result, number, exact, witness, and a fraction
NO_FRACTION = ("", "")


def robustness_document(answers: Robustness) -> RobustnessDocument:
    """The answers as plain data; a question that was not asked has no key. Fractions are text with
    a decimal beside.
    """
    study, settings = answers.scorecard.study, answers.settings
    document: RobustnessDocument = {
        "schema": SCHEMA,
        "study": {"id": study.id, "title": study.about.title, "files": dict(study.digests)},
        "rubric": rubric_identity(study.rubric),
        "questions": list(answers.questions),
        "settings": {
            "error_rate": str(settings.errors.rate),
            "error_rates_by_confidence": {
                name: str(rate) for name, rate in settings.errors.by_confidence.items()
            },
            "draws": settings.draws,
            "seed": settings.seed,
        },
        "limits": _limits(answers),
        "nodes": [_node(answers, node) for node in answers.nodes],
    }
    if answers.ranking is not None:
        document["firmness"] = _ranking(answers.ranking)
    if "leave-out" in answers.questions:
        document["leave_out"] = [_left_out(left_out) for left_out in answers.left_out]
    if answers.ties is not None:
        document["ties"] = _ties(answers.ties)
    return document


def limits_reached(answers: Robustness) -> dict[str, str]:
    """By question, why its answers are not all exact; only the questions of which some answer is
    not.
    """
    reasons = {
        "flips": flips_limit(answers.flips),
        "bounds": bounds_limit(answers.bounds),
        "uncertainty": chances_limit(answers.probabilities, answers.settings.draws),
    }
    return {question: reason for question, reason in reasons.items() if reason}


def changes_rows(changes: Sequence[Change]) -> list[Row]:
    """Changes as the rows of a table, its header first."""
    rows: list[Row] = [("case", "criterion", "from", "to")]
    return rows + [
        (change.case, change.criterion, change.before, change.after) for change in changes
    ]


def changes_document(changes: Sequence[Change]) -> list[ChangeDocument]:
    """Changes as plain data."""
    return [
        {
            "case": change.case,
            "criterion": change.criterion,
            "from": change.before,
            "to": change.after,
        }
        for change in changes
    ]


def _limits(answers: Robustness) -> LimitsDocument:
    reasons = limits_reached(answers)
    limits: LimitsDocument = {}
    if "flips" in reasons:
        limits["flips"] = reasons["flips"]
    if "bounds" in reasons:
        limits["bounds"] = reasons["bounds"]
    if "uncertainty" in reasons:
        limits["uncertainty"] = reasons["uncertainty"]
    return limits


def _node(answers: Robustness, node: str) -> FirmNodeDocument:
    rated = answers.scorecard.nodes[node]
    document: FirmNodeDocument = {
        "id": node,
        "title": rated.title,
        "rating": rated.rating,
        "state": rated.state,
    }
    if "flips" in answers.questions:
        document["flips"] = _flips(answers.flips[node])
    if answers.ranking is not None:
        firmness = answers.ranking.by_node[node]
        document["firmness"] = {
            "verdict": firmness.verdict,
            "or_firmer": firmness.is_least,
            "steps": firmness.steps,
        }
    if node in answers.bounds:
        bounds = answers.bounds[node]
        document["bounds"] = list(bounds.ratings)
        document["bounds_unrated"] = bounds.unrated
        document["bounds_exact"] = bounds.exact
    if answers.alternatives:
        agreed = agreement(answers.scorecard, answers.alternatives, node)
        document["rules"] = {
            alternative.rule: {
                "alone": alternative.alone.get(node),
                "throughout": alternative.throughout.get(node),
                "own": node in alternative.own,
            }
            for alternative in answers.alternatives
        }
        document["rules_agree"] = {"agree": agreed.agree, "of": agreed.rules}
    if node in answers.probabilities:
        document["uncertainty"] = _distribution(answers.probabilities[node])
    if node in answers.resampled:
        document["bootstrap"] = _distribution(answers.resampled[node])
    for weights in answers.weights:
        if weights.node == node:
            document["weights"] = {
                level: _fraction(share) for level, share in weights.shares.items()
            }
    return document


def _ranking(ranking: Ranking) -> RankingDocument:
    return {
        "measure": MEASURE,
        "on_the_line_up_to": ranking.thresholds.on_the_line,
        "firm_from": ranking.thresholds.firm,
        "order": list(ranking.order),
    }


def _flips(flips: Sequence[Flip]) -> FlipsDocument:
    document: FlipsDocument = {}
    for flip in flips:
        document[flip.direction] = _flip(flip)
    return document


def _flip(flip: Flip) -> FlipDocument:
    steps = flip.steps
    return {
        "to": steps.to,
        "steps": steps.fewest,
        "exact": steps.exact,
        "possible": steps.is_possible,
        "witness": changes_document(steps.witness),
        "judgements": flip.judgements.fewest,
        "by_judgements": _by_judgements(flip.judgements),
    }


def _by_judgements(distance: Distance) -> JudgementsDistance:
    return {
        "to": distance.to,
        "judgements": distance.fewest,
        "exact": distance.exact,
        "possible": distance.is_possible,
        "witness": changes_document(distance.witness),
    }


def _distribution(distribution: Distribution) -> DistributionDocument:
    return {
        "exact": distribution.draws is None,
        "draws": distribution.draws,
        "levels": {
            level: {
                "probability": _printed(distribution.share(level), ends=(0, 1)),
                "error": _printed(Fraction(distribution.error(level))),
            }
            for level in distribution.chances
        },
    }


def _left_out(left_out: LeftOut) -> LeftOutThingDocument:
    changes: list[NodeDifference] = [
        {"node": change.node, "from": change.before, "to": change.after}
        for change in left_out.changes
    ]
    return {
        "what": left_out.what,
        "id": left_out.id,
        "judgements": left_out.judgements,
        "changes": changes,
    }


def _ties(ties: TieThreshold) -> TiesDocument:
    return {"above": _position(ties.above), "up_to": _position(ties.up_to)}


def _position(position: Position | None) -> PositionDocument | None:
    if position is None:
        return None
    fraction = _fraction(position.fraction)
    return {"node": position.node, **fraction}


def _fraction(fraction: Fraction) -> WeightingShareDocument:
    return {"exactly": str(fraction), "decimal": _printed(fraction, ends=(0, 1))}


def robustness_rows(answers: Robustness) -> list[Row]:
    """The answers as the rows of one table, its header first: a row for each node, question and
    result.
    """
    rows: list[Row] = [HEADER]
    reasons = limits_reached(answers)
    for node in answers.nodes:
        rated = answers.scorecard.nodes[node]
        for question, of, result, number, exact, witness, *fraction in _rows_of(answers, node):
            reason = "" if exact == "yes" else reasons.get(QUESTION_OF.get(question, question), "")
            answer = (question, of, result, number, exact, witness, *fraction)
            rows.append((node, rated.title, rated.result, *answer, reason))
    return rows


def _rows_of(answers: Robustness, node: str) -> Iterator[Result]:
    yield from _flip_rows(answers, node)
    if answers.ranking is not None:
        firmness = answers.ranking.by_node[node]
        position = answers.order.index(node) + 1
        yield (
            "firmness",
            "place in the order",
            firmness.verdict,
            str(position),
            _yes(not firmness.is_least),
            "",
            *NO_FRACTION,
        )
    if node in answers.bounds:
        bounds = answers.bounds[node]
        yield from (
            ("bounds", "", rating, "", _yes(bounds.exact), "", *NO_FRACTION)
            for rating in bounds.ratings
        )
    for left_out in answers.left_out:
        of = f"{left_out.what} {left_out.id}"
        changes = [change for change in left_out.changes if change.node == node]
        yield from (
            ("leave-out", of, change.after, "", "yes", "", *NO_FRACTION) for change in changes
        )
    for rule in answers.alternatives:
        for how, results in (("alone", rule.alone), ("throughout", rule.throughout)):
            if node in results:
                yield "rules", f"{rule.rule}, {how}", results[node], "", "yes", "", *NO_FRACTION
    yield from _chances(answers, node)
    yield from _shares(answers, node)


def _flip_rows(answers: Robustness, node: str) -> Iterator[Result]:
    for flip in answers.flips.get(node, ()):
        for kind, distance in (("steps", flip.steps), ("judgements", flip.judgements)):
            number = "" if distance.fewest is None else str(distance.fewest)
            witness = "; ".join(
                f"{change.criterion} {change.case}: {change.before} > {change.after}"
                for change in distance.witness
            )
            yield (
                f"flip {flip.direction}",
                kind,
                distance.to or "",
                number,
                _yes(distance.exact),
                witness,
                *NO_FRACTION,
            )


def _chances(answers: Robustness, node: str) -> Iterator[Result]:
    for question, distributions in (
        ("uncertainty", answers.probabilities),
        ("bootstrap", answers.resampled),
    ):
        if node in distributions:
            exact = _yes(distributions[node].draws is None)
            for level in distributions[node].chances:
                chance = fixed(distributions[node].share(level), PLACES, (0, 1))
                yield question, "", level, chance, exact, "", *NO_FRACTION


def _shares(answers: Robustness, node: str) -> Iterator[Result]:
    for weights in answers.weights:
        if weights.node == node:
            for level, share in weights.shares.items():
                decimal, numerator, denominator = cells(share, (0, 1))
                yield "weights", "", level, decimal, "yes", "", numerator, denominator
    if answers.ties is not None:
        for name, position in (("above", answers.ties.above), ("up to", answers.ties.up_to)):
            if position is not None and position.node == node:
                decimal, numerator, denominator = cells(position.fraction, (0, 1))
                yield "ties", name, "", decimal, "yes", "", numerator, denominator


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"


def _printed(number: Fraction, ends: tuple[int, ...] = (0,)) -> float:
    """A number with as many decimal places as are printed; nothing is decided by it."""
    return nearest_float(Fraction(fixed(number, PLACES, ends)))
