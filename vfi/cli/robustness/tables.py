"""The ratings by other rules, chances, weights and ties, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from vfi.cli.terminal.blocks import Block, Paragraph, Table
from vfi.numbers import count_of, exact, exact_percent, named, percent, points
from vfi.problems import listed
from vfi.robustness.chance.distributions import NO_RATING, Distribution
from vfi.robustness.examination import Robustness
from vfi.robustness.other.alternatives import Alternative, agreement, is_own_throughout
from vfi.robustness.other.thresholds import Position
from vfi.robustness.words import chances_limit
from vfi.synthesis.nodes import OVERALL

PERCENT_PLACES = 1
HALF = Fraction(1, 2)

OTHER_RULES = (
    "The rating if only its own rule were another (own: it is this one); after the slash, if that "
    "were the rule of every step."
)


def rules(answers: Robustness) -> Iterator[Block]:
    """The ratings of dimensions and the whole (or of the one node asked about) under each rule, and
    how many agree.
    """
    if "rules" not in answers.questions:
        return
    rubric = answers.scorecard.study.rubric
    top = [node for node in answers.nodes if node in (*rubric.children[OVERALL], OVERALL)]
    shown = answers.nodes if len(answers.nodes) == 1 else tuple(top)
    yield Paragraph(OTHER_RULES, indent=0)
    yield ""
    rows: list[tuple[str, ...]] = [("Rule", *shown)]
    rows.append(("as it is", *(answers.scorecard.nodes[node].result for node in shown)))
    for one in answers.alternatives:
        throughout = (
            dict.fromkeys(shown, "own") if is_own_throughout(one, rubric) else one.throughout
        )
        results = [(_alone(one, node), throughout.get(node)) for node in shown]
        if any(found for pair in results for found in pair):
            rows.append(
                (one.rule, *(" / ".join(found or "n/a" for found in pair) for pair in results))
            )
    yield Table(rows)
    yield ""
    for node in answers.nodes:
        found = agreement(answers.scorecard, answers.alternatives, node)
        rating = answers.scorecard.nodes[node].result
        verb = named(found.agree, "gives", "give")
        yield f"{node}: {found.agree} of {count_of(found.rules, 'other rule')} {verb} {rating}"


def _alone(alternative: Alternative, node: str) -> str | None:
    return "own" if node in alternative.own else alternative.alone.get(node)


def chances(answers: Robustness) -> Iterator[Block]:
    """The chance of each rating as it is and of the others, where judgements may be off and where
    cases are redrawn.
    """
    if "uncertainty" in answers.questions:
        yield from _uncertainty(answers)
    if "bootstrap" in answers.questions:
        if "uncertainty" in answers.questions:
            yield ""
        draws = next(iter(answers.resampled.values())).draws or 0
        noun = answers.scorecard.study.about.case_noun.plural
        text = (
            f"If as many {noun} were drawn again from these, with replacement "
            f"({count_of(draws, 'draw')}). They are not a random sample: this shows how much hangs "
            "on which were looked at, and is no margin of error."
        )
        yield Paragraph(text, indent=0)
        yield ""
        yield from _table(answers, answers.resampled)


def _uncertainty(answers: Robustness) -> Iterator[Block]:
    errors = answers.settings.errors
    draws = next(iter(answers.probabilities.values())).draws
    method = (
        "exact"
        if draws is None
        else f"{count_of(draws, 'draw')}, seed {answers.settings.seed}; standard errors after +-"
    )
    recorded = {one.confidence for one in answers.scorecard.study.judgements if one.confidence}
    rates = [
        f"{exact_percent(rate)} where confidence is {name}"
        for name, rate in errors.by_confidence.items()
        if name in recorded
    ]
    yield (
        "If each judgement were one level off with a chance of "
        f"{listed([exact_percent(errors.rate), *rates])} ({method})."
    )
    reason = chances_limit(answers.probabilities, answers.settings.draws)
    if reason:
        yield f"The chances are {reason}."
    yield ""
    yield from _table(answers, answers.probabilities)


def _table(answers: Robustness, found: Mapping[str, Distribution]) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = [("", "Rating", "Stays", "Otherwise")]
    for node in answers.order:
        rated, distribution = answers.scorecard.nodes[node], found[node]
        stays = rated.rating or NO_RATING
        chances_of_others = (
            (chance, name) for name, chance in distribution.chances.items() if name != stays
        )
        others = sorted(chances_of_others, reverse=True)
        told = [
            f"{name} {_percent(distribution.share(name))}"
            for chance, name in others
            if chance >= 0.0005
        ]
        rows.append((node, rated.result, _with_error(distribution, stays), listed(told)))
    yield Table(rows, right=(2,))


def _with_error(distribution: Distribution, result: str) -> str:
    stays = _percent(distribution.share(result))
    if distribution.draws is None:
        return stays
    return f"{stays} +-{points(distribution.error(result), PERCENT_PLACES)}"


def _percent(share: Fraction) -> str:
    return percent(share, PERCENT_PLACES)


def weights(answers: Robustness) -> Iterator[Block]:
    """The share of all weightings under which each level results."""
    found = [one for one in answers.weights if one.node in answers.nodes]
    if not found:
        return
    yield (
        "If every weighting of what is below were as likely as any other, the share of them that "
        "gives each level:"
    )
    for one in found:
        shares = [
            f"{level} {exact_percent(share, PERCENT_PLACES)}" for level, share in one.shares.items()
        ]
        yield f"  {one.node}, {answers.scorecard.nodes[one.node].result} now: {listed(shares)}"


def ties(answers: Robustness) -> Iterator[Block]:
    """The thresholds over which all ratings stay."""
    found = answers.ties
    if found is None:
        return
    if found.above is None and found.up_to is None:
        yield "No rating depends on where the threshold between two levels lies."
        return
    yield (
        "A value goes to the higher of two levels once it is far enough above the lower one: "
        "usually half way (1/2)."
    )
    lower = f"above {_position(found.above)}" if found.above else "from 0"
    upper = f"up to and including {_position(found.up_to)}" if found.up_to else "up to 1"
    yield f"Every rating of the study stays as it is for thresholds {lower}, {upper}."


def _position(position: Position) -> str:
    return f"{exact(position.fraction, landmarks=(0, HALF, 1))} (where {position.node} lies)"
