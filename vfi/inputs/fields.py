"""Models of what people write, and the types of their fields, with words for what each takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from vfi.problems import quoted
from vfi.signs import plain_name

IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
ID_FORM = "an id of letters, digits, dots, hyphens and underscores"
PARTIAL_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
DATE_FORM = "a date such as 2025, 2025-07 or 2025-07-31"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
TEXT_FRACTION = re.compile(r"[-+]?[0-9]{1,18}/[1-9][0-9]{0,17}")
KIND_NAMES = {
    str: "text",
    int: "a whole number",
    Decimal: "a number",
    list: "a list",
    tuple: "a list",
    dict: "a mapping of keys to values",
    type(None): "nothing",
}


class Model(BaseModel):
    """The base of everything that is read from a file: strict, frozen, and without fields it does
    not know.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


def unacceptable(found: str, expected: str, hint: str = "") -> PydanticCustomError:
    """The error that a validator raises, with the words that a `Problem` needs."""
    return PydanticCustomError(
        "vfi", "{found}", {"found": found, "expected": expected, "hint": hint}
    )


def _exact(value: object) -> object:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and TEXT_FRACTION.fullmatch(value):
        return Fraction(value)
    if isinstance(value, Fraction):
        return value
    raise unacceptable(described(value), "a number or a fraction such as 2/3")


def _written(value: Fraction) -> int | str:
    """An exact number as it can be read again."""
    return value.numerator if value.denominator == 1 else str(value)


def _matching(pattern: re.Pattern[str], expected: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise unacceptable(quoted(value), expected)
        return value

    return check


def is_partial_date(text: str) -> bool:
    """Whether the text is a year, a month of a year or a day that the calendar has."""
    if not PARTIAL_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _a_date(value: str) -> str:
    if not is_partial_date(value):
        raise unacceptable(quoted(value), DATE_FORM)
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise unacceptable("empty text", "text")
    return value.strip()


def _a_name(value: str) -> str:
    return plain_name(_not_blank(value))


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _text_like(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern})$"})


EXACT_SCHEMA = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{TEXT_FRACTION.pattern}$"}]
}
Text = Annotated[
    str, AfterValidator(_not_blank), WithJsonSchema({"type": "string", "pattern": r"\S"})
]
Name = Annotated[str, AfterValidator(_a_name), WithJsonSchema({"type": "string", "pattern": r"\S"})]
Exact = Annotated[
    Fraction,
    BeforeValidator(_exact),
    PlainSerializer(_written, when_used="json"),
    WithJsonSchema(EXACT_SCHEMA),
]
Identifier = Annotated[
    str,
    AfterValidator(_matching(IDENTIFIER, ID_FORM)),
    _text_like(IDENTIFIER.pattern),
]
PartialDate = Annotated[
    str,
    AfterValidator(_a_date),
    _text_like(PARTIAL_DATE.pattern),
]
Language = Annotated[str, AfterValidator(_matching(LANGUAGE, "a language such as en or en-GB"))]
AsTuple = BeforeValidator(_as_tuple)


def described(value: object) -> str:
    """What a value is, in words for a problem."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | Decimal):
        return quoted(value)
    return KIND_NAMES.get(type(value), "a value of another kind")
