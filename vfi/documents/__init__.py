"""What the JSON documents that commands print are made of.

A document is a `TypedDict` in the room of what it shows. Its docstring says what it is, and under
`Attributes:` what each key holds; the kinds of text and number below say more than a type does. The
JSON Schemas in `schemas/` are made of these by `scripts/make_schemas.py`, so that they can say
nothing else than the code does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, TypedDict

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)  # with a hash, so that a type can be this or null
class Says:
    """What a schema says of a value beyond its type.

    Attributes:
        keywords: the keywords of JSON Schema.
    """

    keywords: Schema


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A kind of value that has a name of its own in a schema.

    Attributes:
        name: its name.
        description: what it is.
        keywords: the keywords of JSON Schema.
    """

    name: str
    description: str
    keywords: Schema = field(default_factory=dict)


def says(**keywords: Any) -> Says:
    """Keywords of JSON Schema, such as `minLength=1`."""
    return Says(keywords)


def one_of(values: Iterable[str]) -> Says:
    """One of some words."""
    return Says({"enum": [str(value) for value in values]})


def keyed_by(values: Iterable[str], description: str) -> Says:
    """A key for each of some words and no other; `{}` in the description stands for the word."""
    words = [str(value) for value in values]
    described: Schema = {word: {"description": description.format(word)} for word in words}
    return Says({"properties": described, "required": words})


Text = Annotated[str, says(minLength=1)]
Count = Annotated[int, says(minimum=0)]
Number = Annotated[int, says(minimum=1)]
Share = Annotated[float, says(minimum=0, maximum=1)]
Digest = Annotated[str, says(pattern="^[0-9a-f]{64}$")]
Id = Annotated[
    str,
    Named(
        "id",
        "Letters, digits, dots, hyphens and underscores.",
        {"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"},
    ),
]
Date = Annotated[
    str,
    Named(
        "date",
        "A year, a month or a day.",
        {"pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    ),
]
Exact = Annotated[
    str,
    Named(
        "fraction",
        "An exact number: a whole number or a fraction in lowest terms, such as `3/2`.",
        {"pattern": "^-?[0-9]+(/[1-9][0-9]*)?$"},
    ),
]
Files = dict[str, Digest]


class RubricIdentity(TypedDict):
    """The rubric that was applied.

    Attributes:
        id: Its id, which is the name of its folder.
        version: Its version.
        sha256: The SHA-256 of rubric.yaml; empty for a rubric made in code.
    """

    id: Id
    version: Text
    sha256: Annotated[str, says(pattern="^([0-9a-f]{64})?$")]


class StudyIdentity(TypedDict):
    """The study.

    Attributes:
        id: Its id, which is the name of its folder.
        title: Its title.
        files: The SHA-256 of each file of the study that was read, by its name in the folder.
    """

    id: Id
    title: Text
    files: Files


RULES: dict[type, list[Schema]] = {}
"""By document, what holds between its keys."""


def holds(document: type, *rules: Schema) -> None:
    """Declare what holds between the keys of a document."""
    RULES.setdefault(document, []).extend(rules)


def when(condition: Schema, consequence: Schema, otherwise: Schema | None = None) -> Schema:
    """A rule: where some keys are so, others are so too.

    Args:
        condition: by key, the schema that its value fits.
        consequence: by key, the schema that its value then has to fit.
        otherwise: the same where `condition` does not hold.
    """
    rule: Schema = {"if": {"properties": condition}, "then": {"properties": consequence}}
    return rule if otherwise is None else rule | {"else": {"properties": otherwise}}
