from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from vfi.inputs.fields import (
    AsTuple,
    Identifier,
    Language,
    Model,
    Name,
    PartialDate,
    Text,
    described,
    is_partial_date,
)


@pytest.mark.parametrize(
    ("field", "right", "wrong", "told"),
    [
        (Identifier, "E1.2_a", "E1 2", "an id of letters, digits, dots"),
        (Identifier, "a" * 64, "a" * 65, "an id of letters, digits, dots"),
        (Language, "en-GB", "english", "a language such as en or en-GB"),
        (PartialDate, "2024-02-29", "2025-02-29", "a date such as 2025"),
        (Text, "so", " \t", "text"),
        (Name, "North", "", "text"),
    ],
)
def test_a_field_takes_what_its_words_say(field: Any, right: str, wrong: str, told: str) -> None:
    adapter = TypeAdapter(field)
    assert adapter.validate_python(right) == right
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(wrong)
    assert refused.value.errors()[0]["ctx"]["expected"].startswith(told)


def test_the_white_space_around_a_text_is_none_of_it() -> None:
    assert TypeAdapter(Text).validate_python("  two words ") == "two words"


def test_a_model_is_strict_frozen_and_knows_its_fields() -> None:
    class Wheel(Model):
        spokes: int
        sizes: Annotated[tuple[int, ...], AsTuple] = ()

    wheel = Wheel.model_validate({"spokes": 8, "sizes": [1, 2]})
    assert wheel.sizes == (1, 2)
    for wrong in ({"spokes": "8"}, {"spokes": 8, "colour": "red"}):
        with pytest.raises(ValidationError):
            Wheel.model_validate(wrong)
    with pytest.raises(ValidationError, match="frozen"):
        wheel.spokes = 9  # type: ignore[misc]  # mypy sees it too


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        ("x", '"x"'),
        (5, '"5"'),
        ([], "a list"),
        (None, "nothing"),
        ({1}, "a value of another kind"),
    ],
)
def test_what_is_there_is_told_in_words(value: object, words: str) -> None:
    assert described(value) == words


@pytest.mark.parametrize("date", ["2025", "2025-07", "2025-12-31", "2024-02-29"])
def test_dates(date: str) -> None:
    assert is_partial_date(date)


@pytest.mark.parametrize(
    "date", ["", "25", "2025-13", "2025-7", "2025-02-29", "2025-07-01T00:00", "07/2025", "２０２５"]
)
def test_what_is_no_date(date: str) -> None:
    assert not is_partial_date(date)
