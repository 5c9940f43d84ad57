"""What every rule says of itself, for whoever reads it: the form of a rule's file.

A rule is the model of a step in `rubric.yaml` together with its behaviour. It says what it counts
and how it compares (`features`, `comparisons`), what number it makes (`value`), how a person would
put it (`sentence`, `working`) and what kind of rule it is (its class variables). Everything else
about a rule is worked out from that, elsewhere, for all rules alike.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, TypeAlias, TypeVar

from vfi.inputs.fields import Identifier, Model
from vfi.synthesis.choices import Missing, MissingAs, Share, Ties, Towards
from vfi.synthesis.decision import Decision, DecisionRow, Feature, Linear, value_of
from vfi.synthesis.intervals import Interval, around_levels, holding
from vfi.synthesis.outcome import Entry, Margin, profile_in_words

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale

Path: TypeAlias = tuple[str | int, ...]
Line: TypeAlias = tuple[str, str]  # the label of a step of the working, and its text
Landmarks: TypeAlias = tuple[Fraction, ...]


class NamedLevel(NamedTuple):
    """A level that a step names.

    Attributes:
        path: where it stands in the step.
        level: the level.
        child: the input that it is a level of; None for any input.
        of_rating: whether it is a level of the rating instead.
    """

    path: Path
    level: str
    child: str | None = None
    of_rating: bool = False


class Misfit(NamedTuple):
    """Why a step does not suit the scales that it is used with.

    Attributes:
        path: where it stands in the step.
        found: what is there.
        expected: what has to be there instead.
    """

    path: Path
    found: str
    expected: str


class Setting(NamedTuple):
    """Where a step is used, as far as the scales go.

    Attributes:
        node: the node that it rates.
        scale: the scale of the rating.
        inputs: the scales that each input can be on, by id; judgements go by the id "".
    """

    node: str
    scale: Scale
    inputs: Mapping[str, Sequence[Scale]]


class Judged(NamedTuple):
    """What a rule makes of its inputs.

    Attributes:
        place: the place of the rating on its scale; None where the rule gives no answer.
        number: the row or band that gave it; None for none.
        value: the number behind it, or the value of the level; None where there is none.
    """

    place: int | None
    number: int | None
    value: Fraction | None


class Worked(NamedTuple):
    """What a rule made of its inputs, for its working.

    Attributes:
        entries: what it counted.
        scale: the scale of the rating.
        level: the rating before hurdles; None where there is none.
        value: the number that it made; None for none.
        row: which of its rows or bands gave the rating.
        landmarks: what the printed number must not seem to have reached.
    """

    entries: Sequence[Entry]
    scale: Scale
    level: str | None
    value: Fraction | None
    row: int | None
    landmarks: Landmarks


class Rule(Model):
    """What every step declares.

    Attributes:
        of: whether a node takes the *ratings* or the unrounded *scores* of the nodes below it;
            judgements, below a criterion, have only the one value.
        missing: what happens to insufficient evidence; `exclude` leaves it out and counts it.
        minimum_coverage: the share of inputs that must have a level; below it the node is
            insufficient evidence.
        scale: the name of the scale of the rating, where it is not that of the node.
    """

    if TYPE_CHECKING:
        rule: str

    of: Literal["ratings", "scores"] = "ratings"
    missing: Missing
    minimum_coverage: Share | None = None
    scale: Identifier | None = None

    # What kind of rule it is.
    needs_one_scale: ClassVar[bool] = False  # its inputs have to be on the scale of the rating
    takes_negative_values: ClassVar[bool] = True
    value_is_of_level: ClassVar[bool] = True  # its value is that of the level; else it has none
    rises: ClassVar[bool] = False  # a better input never makes the rating worse, by its form
    is_alternative: ClassVar[bool] = False  # commonly used in another's place: robustness tries it
    covering: ClassVar[str] = "a rule that gives every profile a rating"  # what it lacks where it
    # gives no answer
    conventions: ClassVar[tuple[str, ...]] = ()  # the words that its ties can be declared with

    @property
    def stands_in(self) -> str | None:
        """The level that insufficient evidence counts as; None where it is left out."""
        return self.missing.level if isinstance(self.missing, MissingAs) else None

    @property
    def uncovered(self) -> Rule:
        """The step without the coverage that it asks for."""
        if self.minimum_coverage is None:
            return self
        return self.model_copy(update={"minimum_coverage": None})

    def without_idle_weights(self) -> Rule:
        """The same rule without weights that are all alike, and so decide nothing."""
        return self

    @property
    def by_name(self) -> bool:
        """Whether it treats its inputs by name."""
        return False

    @property
    def always_answers(self) -> bool:
        """Whether it gives a rating to any inputs that have levels."""
        return True

    @property
    def quantity(self) -> str:
        """What its value is called: a mean, a sum."""
        return self.rule

    @property
    def unit(self) -> str:
        """What stands behind its value."""
        return ""

    @property
    def is_on_the_scale(self) -> bool:
        """Whether its value lies on the scale of the levels, as a mean does."""
        return True

    @property
    def has_number(self) -> bool:
        """Whether its value is a number of its own, and not that of the level."""
        return isinstance(self, NumberRule)

    @property
    def is_weighted_average(self) -> bool:
        """Whether its value is a mean, weighted or not, that is taken to the nearest level."""
        return isinstance(self, NearestRule) and self.adds_values

    @property
    def adds_alike(self) -> bool:
        """Whether its value is made of the sum of its inputs' values, which all count alike."""
        return isinstance(self, NumberRule) and self.adds_values and self.weights_given is None

    @property
    def largest_count(self) -> int:
        """The largest number of inputs that it asks for; 0 where it asks for none."""
        return 0

    @property
    def tie_convention(self) -> Any:
        """What its ties are declared to do; None where it has none."""
        return getattr(self, "ties", None)

    @property
    def weights_given(self) -> Mapping[str, Fraction] | None:
        """The weight of each input; None where all count alike."""
        weights: Mapping[str, Fraction] | None = vars(self).get("weights")
        return weights

    @abstractmethod
    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """What it counts of its inputs.

        Args:
            scale: the scale of the rating.
            values: the values that an input can have, the lowest first.
        """

    @abstractmethod
    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """What it compares, in order; where no row applies it gives no answer."""

    @abstractmethod
    def sentence(self, inputs: str) -> str:
        """How a person would state it.

        Args:
            inputs: what is below the node, such as `the ratings of its criteria`.
        """

    @abstractmethod
    def working(self, worked: Worked) -> Iterator[Line]:
        """The steps by which it came to a result, each a line to follow with a pencil."""

    def decision(self, scale: Scale, values: Sequence[Fraction] = ()) -> Decision:
        """What it counts and compares, as the readers of many profiles, of cells and searches want
        it.

        Args:
            scale: the scale of the rating.
            values: the values that an input can have, the lowest first; for a rule that is about
                the order of values.
        """
        rows = (*self.comparisons(scale, values), DecisionRow((), None))
        return Decision(self.features(scale, values), rows, self.by_name)

    def judged(self, entries: Sequence[Entry], scale: Scale) -> Judged:
        """What it makes of its inputs, of which there is at least one."""
        decision = decision_of(self, scale)
        row = decision.row_for(decision.totals(entries))
        if row.place is None or not self.value_is_of_level:
            return Judged(row.place, row.number, None)
        return Judged(row.place, row.number, scale.levels[row.place].value)

    def margin(self, position: int, number: int | None, scale: Scale) -> Margin | None:
        """The thresholds of a rating: the smallest and the largest number that get it."""
        return None

    def landmarks(self, entries: Sequence[Entry], scales: Sequence[Scale]) -> Landmarks:
        """The numbers that its printed value must not seem to have reached.

        Args:
            entries: what it counted.
            scales: the scale of the rating, then those of the inputs.
        """
        return ()

    def no_answer(self, entries: Sequence[Entry], scale: Scale, value: Fraction | None) -> str:
        """In words why it gives no answer to inputs that have levels."""
        return f"no row of the {self.rule} covers {profile_in_words(entries)}"

    def missing_sentence(self) -> str:
        """What happens to insufficient evidence."""
        if self.stands_in is not None:
            return f"Insufficient evidence counts as {self.stands_in}."
        return "Insufficient evidence is left out of it and counted."

    def children_named(self) -> Iterator[tuple[Path, str]]:
        """The inputs that it names, each with where it does."""
        for child in self.weights_given or ():
            yield ("weights", child), child

    def levels_named(self) -> Iterator[NamedLevel]:
        """The levels that it names."""
        if self.stands_in is not None:
            yield NamedLevel(("missing", "as"), self.stands_in)
        if isinstance(self.tie_convention, Towards):
            target = self.tie_convention.towards
            yield NamedLevel(("ties", "towards"), target, of_rating=True)

    def misfits(self, setting: Setting) -> Iterator[Misfit]:
        """What keeps it from being used on some scales."""
        if self.needs_one_scale:
            yield from _other_scales(self, setting)
        if not self.takes_negative_values:
            yield from _negative_values(self, setting)
        if self.tie_convention == "even":
            yield from _levels_without_an_even_one(setting.scale)


class LevelRule(Rule):
    """A rule that compares levels and so has no use for scores."""

    of: Literal["ratings"] = "ratings"


class NumberRule(Rule):
    """A rule that makes a number of the values of its inputs, and looks it up between edges."""

    adds_values: ClassVar[bool] = True  # its number is made of sums, over which it does not matter
    # which inputs they are sums of

    @property
    def quotient(self) -> tuple[Linear, Linear]:
        """The number as a numerator and a denominator of totals; the denominator is above 0."""
        return {"sum": 1}, {"weight": 1}

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """The sum of the weighted values, and that of the weights."""
        if self.weights_given is None:
            return {"sum": Feature(lambda entry: entry.value), "weight": Feature(lambda _: 1)}
        return {
            "sum": Feature(lambda entry: self.weight_of(entry.id) * entry.value),
            "weight": Feature(lambda entry: self.weight_of(entry.id)),
        }

    @property
    def by_name(self) -> bool:
        """Whether its inputs have weights of their own."""
        return self.weights_given is not None

    @abstractmethod
    def intervals(self, scale: Scale) -> Sequence[Interval]:
        """Which numbers get which rating; the first that holds a number decides."""

    def rated(self, number: Fraction, scale: Scale) -> Interval | None:
        """What a number is rated; None where it is rated nothing."""
        return holding(intervals_of(self, scale), number)

    def mark(self, totals: Mapping[str, Any]) -> Any:
        """Of totals over as many inputs that all count alike: the same only for the same number."""
        return totals["sum"]

    def weight_of(self, child: str) -> Fraction:
        """How much an input counts."""
        return self.weights_given[child] if self.weights_given else Fraction(1)

    def value(self, entries: Sequence[Entry], scale: Scale) -> Fraction:
        """The number that it makes of its inputs."""
        decision = decision_of(self, scale)
        numerator, denominator = self.quotient
        totals = decision.totals(entries)
        return Fraction(value_of(numerator, totals)) / value_of(denominator, totals)

    def judged(self, entries: Sequence[Entry], scale: Scale) -> Judged:
        """The number, and what it is rated."""
        value = self.value(entries, scale)
        interval = self.rated(value, scale)
        if interval is None:
            return Judged(None, None, value)
        return Judged(interval.place, interval.number, value)

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """A row for each interval."""
        return (interval.row(*self.quotient) for interval in intervals_of(self, scale))

    def margin(self, position: int, number: int | None, scale: Scale) -> Margin | None:
        """The edges of the interval that the number lies in."""
        for interval in intervals_of(self, scale):
            if (interval.place, interval.number) == (position, number):
                return interval.margin
        return None


class NearestRule(NumberRule):
    """A rule whose number is taken to the nearest level."""

    conventions = ("up", "down", "even")

    if TYPE_CHECKING:
        ties: Ties

    def intervals(self, scale: Scale) -> Sequence[Interval]:
        """The stretch of numbers around each level."""
        return around_levels(scale, self.ties)

    def landmarks(self, entries: Sequence[Entry], scales: Sequence[Scale]) -> Landmarks:
        """The thresholds between levels, and the ends of the scales."""
        different = {id(scale): scale for scale in scales}.values()
        ends = (end for scale in different for end in (scale.bottom.value, scale.top.value))
        return (*scales[0].thresholds, *ends)


Made = TypeVar("Made")
_MADE: dict[tuple[str, int, int], tuple[Rule, Scale, Any]] = {}
_MOST_MADE = 1000


def decision_of(step: Rule, scale: Scale) -> Decision:
    """The decision of a step on a scale, made once for both."""
    return made_once("decision", step, scale, step.decision)


def intervals_of(step: NumberRule, scale: Scale) -> Sequence[Interval]:
    """The intervals of a step on a scale, made once for both."""
    return made_once("intervals", step, scale, step.intervals)


def made_once(name: str, step: Rule, scale: Scale, make: Callable[[Scale], Made]) -> Made:
    """What is made of a step and a scale, under a name: made once for both."""
    key = (name, id(step), id(scale))
    if key not in _MADE:
        if len(_MADE) >= _MOST_MADE:
            _MADE.clear()
        _MADE[key] = (step, scale, make(scale))  # step and scale are kept, and so their ids
    made: Made = _MADE[key][2]
    return made


def _other_scales(step: Rule, setting: Setting) -> Iterator[Misfit]:
    levels = ", ".join(setting.scale.names)
    for child, scales in setting.inputs.items():
        for scale in scales:
            if scale != setting.scale:
                subject = f"{child} on the scale" if child else "the scale"
                expected = f"the scale of {setting.node}, whose levels {step.rule} compares"
                yield Misfit(
                    ("rule",), f"{subject} {', '.join(scale.names)}", f"{expected}: {levels}"
                )


def _negative_values(step: Rule, setting: Setting) -> Iterator[Misfit]:
    for child, scales in setting.inputs.items():
        for scale in scales:
            if scale.bottom.value < 0:
                level = scale.bottom
                of = f" of {child}" if child else ""
                message = f"the value {level.value} of {level.name}{of}"
                yield Misfit(("rule",), message, f"levels of 0 or more, for a {step.rule}")


def _levels_without_an_even_one(scale: Scale) -> Iterator[Misfit]:
    for lower, higher in zip(scale.levels, scale.levels[1:], strict=False):
        are_whole = lower.value.denominator == 1 == higher.value.denominator
        if not are_whole or lower.value % 2 == higher.value % 2:
            pair = f"{lower.name} ({lower.value}) and {higher.name} ({higher.value})"
            yield Misfit(
                ("ties",),
                f"ties to the even level between {pair}",
                "whole-number levels of which one is even and one odd",
            )
