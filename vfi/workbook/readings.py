"""What a typed cell is read as: a level whatever its case and the spaces around it, nothing yet, or
not a level.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from vfi.numbers import decimal, nearest_float
from vfi.synthesis.scale import INSUFFICIENT, Scale
from vfi.workbook.expressions import INSUFFICIENT_PLACE, UNREAD_PLACE, text

NOT_A_LEVEL = "Not a level"
RECORDED = "Recorded"
RECORDED_PLACE, EMPTY_PLACE = 1, 0
SPREADSHEET_PLACES = 15  # decimals of a number that a spreadsheet keeps
NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?%?")
NO_BREAK_SPACE = "\xa0"
Spelling = tuple[str, int]


def judgement_reading(cell: str, scale: Scale) -> str:
    """The place on a scale, from 0, of the level that a cell holds; -1 for insufficient evidence or
    an empty cell.

    Case, spaces around the words and several spaces in a row make no difference. A number is the
    level whose name is that number: spreadsheets make one of `+1` or `2.0`. All else is -4.
    """
    words = [(INSUFFICIENT, INSUFFICIENT_PLACE), *scale.positions.items()]
    numbers = [
        (number, place)
        for name, place in scale.positions.items()
        if (number := _number(name)) is not None
    ]
    plain = [(spelling, place) for number, place in numbers for spelling in _spellings(number)]
    return _reading(cell, _distinct([*words, *plain]), _unique(numbers), INSUFFICIENT_PLACE)


def failure_reading(cell: str) -> str:
    """1 for a failure indicator that is recorded, 0 for an empty cell, and -4 for all else."""
    return _reading(cell, [(RECORDED, RECORDED_PLACE)], [], EMPTY_PLACE)


def _reading(
    cell: str, spellings: Iterable[Spelling], numbers: list[tuple[Fraction, int]], empty: int
) -> str:
    typed = f'TRIM(CLEAN(SUBSTITUTE({cell},"{NO_BREAK_SPACE}"," ")))'
    folded, exact = _by_case(spellings)
    terms = [
        f"SUMPRODUCT(EXACT(LOWER({typed}),LOWER({_array(map(text, folded))}))*{_places(folded)})"
    ]
    if exact:
        terms.append(f"SUMPRODUCT(EXACT({typed},{_array(map(text, exact))})*{_places(exact)})")
    of_text = f"IF(LEN({typed})=0,{empty},{'+'.join(terms)}{UNREAD_PLACE})"
    of_number = str(UNREAD_PLACE)
    if numbers:
        values = {_decimal(number): place for number, place in numbers}
        of_number = f"SUMPRODUCT(({cell}={_array(values)})*{_places(values)}){UNREAD_PLACE}"
    return f"IFERROR(IF(ISNUMBER({cell}),{of_number},{of_text}),{UNREAD_PLACE})"


def _array(values: Iterable[str]) -> str:
    return "{" + ",".join(values) + "}"


def _places(spelled: dict[str, int]) -> str:
    """How far above "not a level" each place is: nothing that fits leaves just that."""
    return _array(str(place - UNREAD_PLACE) for place in spelled.values())


def _by_case(spellings: Iterable[Spelling]) -> tuple[dict[str, int], dict[str, int]]:
    """The spellings that are told apart whatever their case, and those that differ in nothing
    else.
    """
    spelled = {" ".join(spelling.split()): place for spelling, place in spellings}
    times = Counter(spelling.casefold() for spelling in spelled)
    folded = {
        spelling: place for spelling, place in spelled.items() if times[spelling.casefold()] == 1
    }
    return folded, {
        spelling: place for spelling, place in spelled.items() if spelling not in folded
    }


def _distinct(spellings: Iterable[Spelling]) -> list[Spelling]:
    """Each spelling once: a level's name goes before another way to write another level's
    number.
    """
    places: dict[str, int] = {}
    for spelling, place in spellings:
        places.setdefault(spelling, place)
    return list(places.items())


def _unique(numbers: list[tuple[Fraction, int]]) -> list[tuple[Fraction, int]]:
    times = Counter(number for number, _ in numbers)
    return [(number, place) for number, place in numbers if times[number] == 1]


def _number(name: str) -> Fraction | None:
    """The number that a spreadsheet makes of a level's name."""
    plain = name.strip().replace("−", "-")
    if not NUMBER.fullmatch(plain):
        return None
    return Fraction(plain.removesuffix("%")) / (100 if plain.endswith("%") else 1)


def _spellings(number: Fraction) -> list[str]:
    """The plain ways to type a number."""
    plain = _decimal(number)
    return [plain] if number < 0 else [plain, f"+{plain}"]


def _decimal(number: Fraction) -> str:
    return decimal(Fraction(nearest_float(number)), SPREADSHEET_PLACES)
