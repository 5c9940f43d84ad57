"""Types of what a rubric writes in a step, each with the words for what it takes."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from vfi.inputs.fields import Exact, Identifier, Model, Name, described, unacceptable
from vfi.problems import listed


def word_or(words: tuple[str, ...], model: type[Model], key: str) -> BeforeValidator:
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
        raise unacceptable(keys_or_words(value), f"{listed(words)} or {{{key}: LEVEL}}")

    return BeforeValidator(check)


def keys_or_words(value: object) -> str:
    """What a value is, in words for a problem: of a mapping, its keys."""
    if isinstance(value, dict):
        return f"the keys {listed(map(str, value))}"
    return described(value)


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


class Towards(Model):
    """Of the levels that tie, the one nearer to a level that the rubric names."""

    towards: Name


Ties = Annotated[
    Literal["up", "down", "even"] | Towards, word_or(("up", "down", "even"), Towards, "towards")
]


class MissingAs(Model):
    """Insufficient evidence counts as a level that the rubric names."""

    level: Annotated[Name, Field(alias="as")]


Missing = Annotated[Literal["exclude"] | MissingAs, word_or(("exclude",), MissingAs, "as")]
Number = Annotated[int | Literal["all"], BeforeValidator(_whole_or_all)]
Share = Annotated[Exact, AfterValidator(_share)]
Weights = Annotated[
    dict[Identifier, Annotated[Exact, AfterValidator(_positive)]], Field(min_length=1)
]
