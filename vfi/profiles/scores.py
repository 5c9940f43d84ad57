"""What a node that takes unrounded scores can be rated where only the ratings of the nodes below
are known.

A rating stands for many scores: a Good can be anything from 3/2 to under 5/2. The scores that a
node can have with each rating are worked out from the criteria upwards, for any number of cases,
and combined exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from vfi.profiles.space import MISSING, Space, space_of
from vfi.profiles.spans import Bound, Span, between, by_rating, hull, point
from vfi.profiles.tried import MOST_PROFILES, SEED
from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED, Scale

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric

MOST_TRIED = min(20_000, MOST_PROFILES)
MOST_SPANS = 5_000

Choices = Sequence[Span | None]  # what an input can be; None for no level
Spans = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores that a node can have.

    Attributes:
        by_rating: the stretches of numbers that go with each rating.
        is_exact: whether it can have all of these numbers; otherwise it has none but them.
    """

    by_rating: Spans
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Possible:
    """What a node can come to with one profile of ratings below it.

    Attributes:
        ratings: the ratings or states that it can have, the lowest first; none where no scores have
            that profile.
        scores: the numbers that are compared, from the lowest to the highest; None where there are
            none.
        is_exact: whether it can have each of these ratings; otherwise it has one of them, and none
            but them.
    """

    ratings: tuple[str, ...]
    scores: Span | None
    is_exact: bool = True


@dataclass(frozen=True, slots=True)
class ScoresTried:
    """Profiles of ratings below a node that takes scores, and what each leaves possible.

    Attributes:
        space: where the profiles are from.
        profiles: one a row: 0 for no level, 1 for the lowest level.
        possible: what the node can come to with each.
        is_all: whether these are all profiles that there are.
    """

    space: Space
    profiles: Sequence[tuple[int, ...]]
    possible: Sequence[Possible]
    is_all: bool

    @property
    def decided(self) -> int:
        """How many of the profiles leave just one rating possible."""
        return sum(len(entry.ratings) == 1 for entry in self.possible)


def takes_scores(rubric: Rubric, node: str) -> bool:
    """Whether a node is made of the unrounded scores of the nodes below it."""
    return node not in rubric.judged and rubric.step_of(node).of == "scores"


def try_scores(rubric: Rubric, node: str, *, with_missing: bool) -> ScoresTried:
    """Every profile of ratings below a node that takes scores, or a sample where there are more
    than 20,000.

    Args:
        rubric: the rubric.
        node: a dimension or `overall`.
        with_missing: whether inputs, and what lies below them, may be without a level.
    """
    space = space_of(rubric, node, 1, with_missing=with_missing)
    below = [scores_by_rating(rubric, child, with_missing=with_missing) for child in space.names]
    space = replace(space, by_name=any(scores != below[0] for scores in below))
    is_all = space.total <= MOST_TRIED
    matrix = space.all_profiles() if is_all else space.random_profiles(MOST_TRIED, SEED)
    profiles = [tuple(int(entry) for entry in row) for row in matrix]
    return ScoresTried(
        space, profiles, [_possible(space, profile, below) for profile in profiles], is_all
    )


def scores_by_rating(rubric: Rubric, node: str, *, with_missing: bool) -> Scores:
    """The scores that go with each rating of a node after its hurdles, over some number of
    cases.
    """
    step, scale = rubric.step_of(node), rubric.rating_scale(node)
    is_exact = True
    spans: Spans = {level.name: (point(level.value),) for level in scale.levels}
    if isinstance(step, NumberRule):
        unlimited, is_exact = _values(rubric, node, step, with_missing)
        spans = by_rating(step, scale, unlimited)
    for hurdle in rubric.hurdles:
        if hurdle.node == node:
            spans = _limited(spans, hurdle.ceiling(scale), scale)
    return Scores(spans, is_exact)


def _values(
    rubric: Rubric, node: str, step: NumberRule, with_missing: bool
) -> tuple[Sequence[Span], bool]:
    """Every number that a node can come to before its hurdles, and whether it can have them all."""
    if node in rubric.judged:
        return _of_cases(rubric, node), True
    children = rubric.children[node]
    choices, are_exact = zip(
        *(_choices(rubric, child, step, with_missing) for child in children), strict=True
    )
    combined = _combined(step, children, _tops(space_of(rubric, node, 1)), choices)
    if combined is None:  # too many: whatever the mean or median, it lies among what it is made of
        return [hull([span for options in choices for span in options if span is not None])], False
    return combined, all(are_exact)


def _adds_values(step: Rule) -> bool:
    return isinstance(step, NumberRule) and step.adds_values


def _of_cases(rubric: Rubric, node: str) -> list[Span]:
    """Every score of a criterion: means come as close to any number as one likes, given enough
    cases.
    """
    values = [level.value for level in rubric.judgement_scale(node).levels]
    if not _adds_values(rubric.step_of(node)):
        return [point((first + second) / 2) for first in values for second in values]
    return [between(values)]


def _choices(
    rubric: Rubric, child: str, step: NumberRule, with_missing: bool
) -> tuple[Choices, bool]:
    """What a node can get of one below it, and whether it can get all of that."""
    options: list[Span | None] = [point(level.value) for level in rubric.rating_scale(child).levels]
    is_exact = True
    if step.of == "scores":
        scores = scores_by_rating(rubric, child, with_missing=with_missing)
        rated = [spans for rating, spans in scores.by_rating.items() if rating != UNDETERMINED]
        options, is_exact = [span for spans in rated for span in spans], scores.is_exact
    if with_missing and step.stands_in is None:
        options.append(None)
    return options, is_exact


def _limited(spans: Spans, cap: str, scale: Scale) -> Spans:
    """The scores with those that a hurdle, where it is triggered, lowers to its cap."""
    limit = scale.by_name[cap].value
    capped = [rating for rating in spans if scale.positions.get(rating, -1) >= scale.positions[cap]]
    lowered = [span.capped(limit) for rating in capped for span in spans[rating]]
    return {**spans, cap: tuple(dict.fromkeys([*spans.get(cap, ()), *lowered]))}


def _tops(space: Space) -> list[Fraction]:
    return [scale.top.value for scale in space.scales]


def _possible(space: Space, profile: Sequence[int], below: Sequence[Scores]) -> Possible:
    step = space.step
    assert isinstance(step, NumberRule)  # noqa: S101 - no other step takes scores
    judged = sum(entry != MISSING for entry in profile)
    if judged == 0 or judged < (step.minimum_coverage or 0) * len(profile):
        return Possible((INSUFFICIENT,), None)
    choices: list[list[Span | None]] = []
    for entry, scale, scores in zip(profile, space.scales, below, strict=True):
        spans = (
            [None] if entry == MISSING else list(scores.by_rating.get(scale.names[entry - 1], ()))
        )
        if not spans:
            return Possible((), None)
        choices.append([*spans])
    widest = [
        [hull([span for span in spans if span is not None])] if spans != [None] else spans
        for spans in choices
    ]
    outer = hull(
        _combined(step, space.names, _tops(space), widest) or []
    )  # one choice for each gives one span
    pieces = by_rating(step, space.scale, [outer])
    ratings = _in_order(pieces, space)
    reached = [
        rating for rating in ratings if any(_is_end(piece, outer) for piece in pieces[rating])
    ]
    is_exact = len(ratings) == 1 or all(scores.is_exact for scores in below)
    if len(reached) == len(ratings) or widest == choices:
        return Possible(ratings, outer, is_exact)
    combined = _combined(step, space.names, _tops(space), choices)
    if combined is None:
        return Possible(ratings, outer, is_exact=False)
    return Possible(_in_order(by_rating(step, space.scale, combined), space), outer, is_exact)


def _is_end(piece: Span, outer: Span) -> bool:
    """Whether a piece is at an end of the whole, which all inputs at their lowest, or at their
    highest, give.
    """
    return piece.lower == outer.lower or piece.upper == outer.upper


def _in_order(ratings: Mapping[str, object], space: Space) -> tuple[str, ...]:
    positions = space.scale.positions
    return tuple(sorted(ratings, key=lambda rating: positions.get(rating, len(positions))))


def _combined(
    step: NumberRule, names: Sequence[str], tops: Sequence[Fraction], choices: Sequence[Choices]
) -> list[Span] | None:
    """Every number that a step can come to with one of the choices for each input; None where they
    are too many.
    """
    if not step.adds_values:
        return _medians(step, choices)
    sums = {_Sum(0, Fraction(0), Fraction(0), point(Fraction(0)))}
    for name, top, options in zip(names, tops, choices, strict=True):
        sums = {
            before.with_one(option, step.weight_of(name), top)
            for before in sums
            for option in options
        }
        if len(sums) > MOST_SPANS:
            return None
    fewest = max(step.minimum_coverage or 0, Fraction(1, len(names))) * len(names)
    return list(
        dict.fromkeys(total.over(step.quantity) for total in sums if total.judged >= fewest)
    )


def _medians(step: NumberRule, choices: Sequence[Choices]) -> list[Span] | None:
    if _number_of(choices) > MOST_SPANS:
        return None
    fewest = max(step.minimum_coverage or 0, Fraction(1, len(choices))) * len(choices)
    picks = ([span for span in pick if span is not None] for pick in product(*choices))
    return list(dict.fromkeys(_median(spans) for spans in picks if len(spans) >= fewest))


def _number_of(choices: Sequence[Choices]) -> int:
    number = 1
    for options in choices:
        number *= len(options)
    return number


def _median(spans: Sequence[Span]) -> Span:
    return Span(_middle([span.lower for span in spans]), _middle([span.upper for span in spans]))


def _middle(bounds: Sequence[Bound]) -> Bound:
    ordered = sorted(bounds)
    lower, upper = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return Bound((lower.value + upper.value) / 2, lower.beyond or upper.beyond)


@dataclass(frozen=True, slots=True)
class _Sum:
    """The sum of some inputs: how many have a level, their weight, the highest possible sum and the
    sum itself.
    """

    judged: int
    weight: Fraction
    top: Fraction
    total: Span

    def with_one(self, option: Span | None, weight: Fraction, top: Fraction) -> _Sum:
        """The sum with one more input."""
        if option is None:
            return self
        lower, upper = (
            Bound(bound.value + weight * added.value, bound.beyond or added.beyond)
            for bound, added in zip(self.total, option, strict=True)
        )
        return _Sum(
            self.judged + 1, self.weight + weight, self.top + weight * top, Span(lower, upper)
        )

    def over(self, on: str) -> Span:
        """The mean, sum or percentage that bands are about."""
        factor = {"mean": 1 / self.weight, "sum": Fraction(1), "percentage": 100 / self.top}[on]
        lower, upper = (Bound(bound.value * factor, bound.beyond) for bound in self.total)
        return Span(lower, upper)
