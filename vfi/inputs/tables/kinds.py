"""Kinds of cells: what the text of a cell says, and what is told of one that says something else.

A kind reads the different texts of a column at once: a date may need the other dates of its column
to be understood, and what stands in many rows is read once. A room that knows a kind of its own (a
printed figure, say) makes a `CellKind` there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from vfi.inputs.dates import IN_TABLES, read_dates
from vfi.inputs.fields import ID_FORM, IDENTIFIER
from vfi.problems import Severity, listed, nearest, quoted

ValueT = TypeVar("ValueT")
ValueT_co = TypeVar("ValueT_co", covariant=True)
Words = Collection[str] | None
"""The words that a cell may hold; None where any may stand there."""

MOST_LISTED = 20
EXACT_NUMBER = re.compile(
    r"[-+]?([0-9]{1,18}(\.[0-9]{1,18})?|\.[0-9]{1,18}|[0-9]{1,18}/[1-9][0-9]{0,17})"
)
EXACT_FORM = "a number such as 12.5 or 2/3"
DIVISOR_FORM = "a number other than 0 to divide by"


class Mistake(NamedTuple):
    """What is wrong with a cell, in the words of a `Problem`; where it is, the reader knows."""

    found: str
    expected: str
    hint: str = ""
    severity: Severity = Severity.ERROR


class CellValues(NamedTuple, Generic[ValueT]):
    """What the texts of a column say, each text once.

    Attributes:
        values: the value of each text that has one.
        mistakes: what is wrong with a text; one that is only warned of has a value as well.
    """

    values: Mapping[str, ValueT]
    mistakes: Mapping[str, tuple[Mistake, ...]] = {}


class CellKind(NamedTuple, Generic[ValueT_co]):
    """A kind of cell.

    Attributes:
        read: what each of the different texts of a column says, given the words that may stand
            there. No text is empty.
        empty: what an empty cell says, and one that cannot be read.
        expected: what should stand in an empty cell that has to be filled; "" for whatever the
            column is called.
        is_prose: whether it holds running text, whose inner white space is the writer's.
    """

    read: Callable[[Collection[str], Words], CellValues[ValueT_co]]
    empty: ValueT_co
    expected: str = ""
    is_prose: bool = False


def each(
    parse: Callable[[str], ValueT | Mistake],
) -> Callable[[Collection[str], Words], CellValues[ValueT]]:
    """The reading of a kind whose cells are read one by one."""

    def read(texts: Collection[str], _words: Words) -> CellValues[ValueT]:
        values: dict[str, ValueT] = {}
        mistakes: dict[str, tuple[Mistake, ...]] = {}
        for text in texts:
            parsed = parse(text)
            if isinstance(parsed, Mistake):
                mistakes[text] = (parsed,)
            else:
                values[text] = parsed
        return CellValues(values, mistakes)

    return read


def unknown_word(text: str, words: Collection[str]) -> Mistake:
    """The mistake of a word that is none of those that there are."""
    return Mistake(quoted(text), f"one of {listed(words, MOST_LISTED)}", nearest(text, words))


def _as_written(texts: Collection[str], _words: Words) -> CellValues[str]:
    return CellValues({text: text for text in texts})


def _known_words(texts: Collection[str], words: Words) -> CellValues[str]:
    if words is None:
        return _as_written(texts, words)
    # The word itself and not the text: where the words are members of an enumeration, so is the
    # value.
    by_text = {str(word): word for word in words}
    unknown = [text for text in texts if text not in by_text]
    return CellValues(by_text, {text: (unknown_word(text, words),) for text in unknown})


def _identifier(text: str) -> str | Mistake:
    return text if IDENTIFIER.fullmatch(text) else Mistake(quoted(text), ID_FORM)


def _exact_number(text: str) -> Fraction | Mistake:
    if EXACT_NUMBER.fullmatch(text):
        return Fraction(text)
    hint = "write a decimal point, and nothing between thousands" if "," in text else ""
    return Mistake(quoted(text), EXACT_FORM, hint)


def _divisor(text: str) -> Fraction | Mistake:
    number = _exact_number(text)
    return Mistake(quoted(text), DIVISOR_FORM) if number == 0 else number


def _dates(texts: Collection[str], _words: Words) -> CellValues[str]:
    dates = read_dates(texts)
    return CellValues(
        {text: date.iso for text, date in dates.items() if date.iso},
        {
            text: (Mistake(quoted(text), IN_TABLES, date.hint),)
            for text, date in dates.items()
            if not date.iso
        },
    )


PROSE = CellKind(_as_written, "", is_prose=True)
"""Running text."""
NAME = CellKind(_known_words, "")
"""A name that is compared with others, or one of the words that there are."""
IDENTIFIER_CELL = CellKind(each(_identifier), "", ID_FORM)
"""A short name by which other files refer to the row."""
DATE = CellKind(_dates, "", IN_TABLES)
"""A year, a month or a day, as its ISO form."""
NUMBER: CellKind[Fraction | None] = CellKind(each(_exact_number), None, EXACT_FORM)
"""An exact number: a decimal or a fraction."""
DIVISOR: CellKind[Fraction | None] = CellKind(each(_divisor), None, DIVISOR_FORM)
"""An exact number other than 0."""


def several_names(expected: str) -> CellKind[tuple[str, ...]]:
    """The kind of a cell with names that have spaces between them.

    Args:
        expected: what the names are and that they have spaces between them, for the message of one
            that is not known.
    """

    def read(texts: Collection[str], words: Words) -> CellValues[tuple[str, ...]]:
        values = {text: tuple(text.split()) for text in texts}
        if words is None:
            return CellValues(values)
        unknown = {
            text: tuple(
                Mistake(quoted(name), expected, nearest(name, words))
                for name in names
                if name not in words
            )
            for text, names in values.items()
        }
        return CellValues(values, {text: several for text, several in unknown.items() if several})

    return CellKind(read, (), expected)
