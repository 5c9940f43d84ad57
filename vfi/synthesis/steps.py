"""How the levels below a node combine into its rating: one model a rule."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from vfi.inputs.validation import AsTuple, Exact, Identifier, Model, Name, described, unacceptable
from vfi.problems import listed
from vfi.signs import plain_name
from vfi.synthesis.levels import Band, Selector

QUANTITIES = ("at_least", "at_most", "exactly", "at_least_share", "at_most_share")


class MissingAs(Model):
    """Insufficient evidence counts as a level that the rubric names."""

    level: Annotated[Name, Field(alias="as")]


class Towards(Model):
    """Of the levels that tie, the one nearer to a level that the rubric names."""

    towards: Name


def _word_or(words: tuple[str, ...], model: type[Model], key: str) -> BeforeValidator:
    """Accepts one of some words, or a mapping with one key that holds a level."""

    def check(value: object) -> object:
        if value in words or isinstance(value, model):
            return value
        if (
            isinstance(value, dict)
            and set(value) == {key}
            and isinstance(value[key], str)
            and value[key].strip()
        ):
            return model.model_validate(value)
        found = (
            f"the keys {listed(map(str, value))}" if isinstance(value, dict) else described(value)
        )
        raise unacceptable(found, f"{listed(words)} or {{{key}: LEVEL}}")

    return BeforeValidator(check)


def _whole_or_all(value: object) -> object:
    if value == "all" or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise unacceptable(described(value), "a whole number from 0 up, or the word all")


def _share(value: Fraction) -> Fraction:
    if not 0 <= value <= 1:
        raise unacceptable(str(value), "a share from 0 to 1, such as 3/4")
    return value


def _positive(value: Fraction) -> Fraction:
    if value <= 0:
        raise unacceptable(str(value), "a weight above 0")
    return value


Missing = Annotated[Literal["exclude"] | MissingAs, _word_or(("exclude",), MissingAs, "as")]
Ties = Annotated[
    Literal["up", "down", "even"] | Towards, _word_or(("up", "down", "even"), Towards, "towards")
]
ModeTies = Annotated[Literal["up", "down"] | Towards, _word_or(("up", "down"), Towards, "towards")]
Number = Annotated[int | Literal["all"], BeforeValidator(_whole_or_all)]
Share = Annotated[Exact, AfterValidator(_share)]
Weights = Annotated[
    dict[Identifier, Annotated[Exact, AfterValidator(_positive)]], Field(min_length=1)
]


class Count(Selector):
    """A condition on how many inputs are at the levels meant.

    Attributes:
        at_least: at least so many; `all` stands for every judged input among those meant.
        at_most: at most so many.
        exactly: exactly so many.
        at_least_share: at least this share of the judged inputs among those meant.
        at_most_share: at most this share of them.
        among: the inputs meant, by id; all of them where none are named.
    """

    at_least: Number | None = None
    at_most: Number | None = None
    exactly: Number | None = None
    at_least_share: Share | None = None
    at_most_share: Share | None = None
    among: Annotated[tuple[Identifier, ...], AsTuple, Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _has_one_quantity(self) -> Any:
        given = [key for key in QUANTITIES if getattr(self, key) is not None]
        if len(given) != 1:
            raise unacceptable(listed(given) or "no quantity", f"one of {listed(QUANTITIES)}")
        return self

    @property
    def quantity(self) -> tuple[str, int | Fraction | Literal["all"]]:
        """Which comparison, and the number or share that is compared with."""
        return next(
            (key, getattr(self, key)) for key in QUANTITIES if getattr(self, key) is not None
        )


class CountingRow(Model):
    """A level, and the conditions that all have to hold for it."""

    rating: Name
    when: Annotated[tuple[Count, ...], AsTuple, Field(min_length=1)]


class LevelRange(Model):
    """The levels from one of them upwards or downwards."""

    at_or_above: Name | None = None
    at_or_below: Name | None = None


def _cell(value: object) -> object:
    if isinstance(value, str) and value.strip():
        return plain_name(value)
    if isinstance(value, list | tuple) and value and all(isinstance(level, str) for level in value):
        return tuple(plain_name(level) for level in value)
    if isinstance(value, dict) and len(value) == 1 and set(value) <= set(LevelRange.model_fields):
        return value
    found = f"the keys {listed(map(str, value))}" if isinstance(value, dict) else described(value)
    raise unacceptable(
        found, "a level, a list of levels, {at_or_above: LEVEL} or {at_or_below: LEVEL}"
    )


Cell = Annotated[str | tuple[str, ...] | LevelRange, BeforeValidator(_cell)]


class TableRow(Model):
    """A level, and what each child named has to be at for it; a child that is not named may be at
    any.
    """

    when: Annotated[dict[Identifier, Cell], Field(min_length=1)]
    rating: Name


class StepModel(Model):
    """What every step declares.

    Attributes:
        of: whether a node takes the *ratings* or the unrounded *scores* of the nodes below it;
            judgements, below a criterion, have only the one value.
        missing: what happens to insufficient evidence; `exclude` leaves it out and counts it.
        minimum_coverage: the share of inputs that must have a level; below it the node is
            insufficient evidence.
        scale: the name of the scale of the rating, where it is not that of the node.
    """

    of: Literal["ratings", "scores"] = "ratings"
    missing: Missing
    minimum_coverage: Share | None = None
    scale: Identifier | None = None


class LevelStep(StepModel):
    """A step whose rule compares levels and so has no use for scores."""

    of: Literal["ratings"] = "ratings"


class Mean(StepModel):
    """The arithmetic mean of the values, taken to the nearest level."""

    rule: Literal["mean"]
    ties: Ties


class WeightedMean(StepModel):
    """The mean in which each child has a weight, taken to the nearest level; weights are shares of
    those present.
    """

    rule: Literal["weighted mean"]
    weights: Weights
    ties: Ties


class Median(StepModel):
    """The middle value, or half way between the two middle ones, taken to the nearest level."""

    rule: Literal["median"]
    ties: Ties


class Mode(LevelStep):
    """The level that most inputs are at; `ties` says which of several."""

    rule: Literal["mode"]
    ties: ModeTies


class Worst(LevelStep):
    """The lowest level of any input."""

    rule: Literal["worst"]


class Best(LevelStep):
    """The highest level of any input."""

    rule: Literal["best"]


class Counting(LevelStep):
    """An ordered list of conditions on counts; the first row whose conditions all hold gives the
    rating.
    """

    rule: Literal["counting"]
    rows: Annotated[tuple[CountingRow, ...], AsTuple, Field(min_length=1)]
    otherwise: Name | None = None


class DecisionTable(LevelStep):
    """A row per profile of levels; the first row that fits gives the rating."""

    rule: Literal["table"]
    rows: Annotated[tuple[TableRow, ...], AsTuple, Field(min_length=1)]
    otherwise: Name | None = None


class Bands(StepModel):
    """A mean, a sum or a percentage of the highest possible sum, looked up in bands with stated
    edges.
    """

    rule: Literal["bands"]
    on: Literal["mean", "percentage", "sum"]
    rounded: Literal["none", "half_up", "half_even", "down", "up"] = "none"
    weights: Weights | None = None
    bands: Annotated[tuple[Band, ...], AsTuple, Field(min_length=1, max_length=100)]


AnyStep = Mean | WeightedMean | Median | Mode | Worst | Best | Counting | DecisionTable | Bands
Step = Annotated[AnyStep, Field(discriminator="rule")]


class Synthesis(Model):
    """The three steps: judgements to criterion, criteria to dimension, dimensions to overall."""

    criterion: Step
    dimension: Step
    overall: Step
