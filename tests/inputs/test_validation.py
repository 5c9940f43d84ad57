from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

import pytest
from pydantic import Field

from vfi.inputs.fields import (
    AsTuple,
    Exact,
    Identifier,
    Language,
    Model,
    PartialDate,
    Text,
)
from vfi.inputs.validation import validate
from vfi.inputs.yaml import parse_yaml
from vfi.problems import Problem, Problems


class Wheel(Model):
    size: Exact
    maker: Text = "unknown"


class Bicycle(Model):
    schema_: Annotated[Literal["bicycle/1"], Field(alias="schema")]
    id: Identifier = "b"
    name: Text = "a bicycle"
    kind: Literal["racing", "touring"] = "touring"
    gears: int = 1
    bell: bool = True
    made: PartialDate = "2025"
    language: Language = "en"
    code: Annotated[str, Field(max_length=4)] = ""
    wheels: Annotated[tuple[Wheel, ...], AsTuple, Field(min_length=1, max_length=2)] = (
        Wheel(size=Fraction(1)),
    )
    parts: Annotated[dict[str, Wheel], Field(default_factory=dict)]


def check(text: str) -> tuple[Bicycle | None, list[Problem]]:
    problems = Problems()
    document = parse_yaml(text, "bicycle.yaml", problems)
    assert document is not None
    return validate(Bicycle, document, problems), list(problems)


def only_problem(text: str) -> Problem:
    model, problems = check(f"schema: bicycle/1\n{text}")
    assert model is None
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1", Fraction(1)),
        ("0.1", Fraction(1, 10)),
        ("-2.50", Fraction(-5, 2)),
        ("2/3", Fraction(2, 3)),
        ("0.123456789012345678", Fraction(123456789012345678, 10**18)),
    ],
)
def test_numbers_are_exact(text: str, size: Fraction) -> None:
    model, problems = check(f"schema: bicycle/1\nwheels: [{{size: {text}}}]\n")
    assert problems == []
    assert model is not None
    assert model.wheels[0].size == size


@pytest.mark.parametrize("text", ["big", "1/0", "true", "1e3", "[1]", "٣/٢", ""])
def test_what_is_no_exact_number_is_refused(text: str) -> None:
    problem = only_problem(f"wheels: [{{size: {text}}}]\n")
    assert (problem.line, problem.field) == (2, "wheels[0].size")
    assert problem.expected == "a number or a fraction such as 2/3"


@pytest.mark.parametrize(
    ("line", "field", "found", "expected"),
    [
        ("gears: three", "gears", '"three"', "a whole number"),
        ("gears: 1.5", "gears", '"1.5"', "a whole number"),
        ("bell: on", "bell", '"on"', "true or false"),
        ("name: true", "name", '"true"', "text"),
        ("name: 12", "name", '"12"', "text"),
        ("name:", "name", "nothing", "text"),
        ("name: [a]", "name", "a list", "text"),
        ("name: '  '", "name", "empty text", "text"),
        ("id: a b", "id", '"a b"', "an id of letters"),
        ("id: ../secret", "id", '"../secret"', "an id of letters"),
        ("made: last year", "made", '"last year"', "a date such as"),
        ("made: 2025-02-31", "made", '"2025-02-31"', "a date such as"),
        ("language: English", "language", '"English"', "a language such as"),
        ("code: abcde", "code", '"abcde"', "at most 4 characters"),
        ("wheels: []", "wheels", "0 entries", "at least 1"),
        ("wheels: [{size: 1}, {size: 1}, {size: 1}]", "wheels", "3 entries", "at most 2"),
        ("wheels: round", "wheels", '"round"', "a list"),
        ("wheels: [round]", "wheels[0]", '"round"', "a mapping"),
        ("parts: [a]", "parts", "a list", "a mapping"),
        ("parts: {front: {size: big}}", "parts.front.size", '"big"', "a number"),
        ("parts: {front: {}}", "parts.front.size", "nothing", 'the field "size"'),
    ],
)
def test_wrong_value_is_told_in_words_where_it_stands(
    line: str, field: str, found: str, expected: str
) -> None:
    problem = only_problem(f"{line}\n")
    assert (problem.file, problem.line, problem.field, problem.found) == (
        "bicycle.yaml",
        2,
        field,
        found,
    )
    assert problem.expected.startswith(expected)


def test_unquoted_number_in_place_of_text_gets_a_hint() -> None:
    assert "quotation marks" in only_problem("name: 1.10\n").hint


def test_unknown_field_is_told_with_the_nearest_name_of_its_own_level() -> None:
    problem = only_problem("wheels:\n  - size: 1\n    makr: Ada\n")
    assert (problem.line, problem.column, problem.field) == (4, 5, "wheels[0].makr")
    assert problem.found == "an unknown field"
    assert problem.expected == "only maker, size"
    assert problem.hint == 'did you mean "maker"?'


def test_field_names_are_told_as_the_file_spells_them() -> None:
    problem = only_problem("schemas: 1\n")
    assert "schema," in problem.expected
    assert "schema_" not in problem.expected
    assert problem.hint == 'did you mean "schema"?'


def test_unknown_choice_is_told_with_the_nearest() -> None:
    problem = only_problem("kind: tourin\n")
    assert (problem.found, problem.expected) == ('"tourin"', "one of racing, touring")
    assert problem.hint == 'did you mean "touring"?'


def test_missing_field_is_told_at_the_thing_that_lacks_it() -> None:
    problem = only_problem("wheels:\n  - size: 1\n  - maker: Ada\n")
    assert (problem.line, problem.column, problem.field) == (4, 5, "wheels[1].size")
    assert problem.expected == 'the field "size"'


def test_all_mistakes_are_told_at_once() -> None:
    model, problems = check(
        "schema: bicycle/2\ngears: x\nbell: 1\nwheels: [{size: x}, {sise: 1}]\n"
    )
    assert model is None
    assert [(p.line, p.field) for p in problems] == [
        (1, "schema"),
        (2, "gears"),
        (3, "bell"),
        (4, "wheels[0].size"),
        (4, "wheels[1].size"),
        (4, "wheels[1].sise"),
    ]


@pytest.mark.parametrize(
    ("text", "found"), [("[1]", "a list"), ("x", '"x"'), ("# empty", "nothing")]
)
def test_file_that_is_no_mapping(text: str, found: str) -> None:
    model, problems = check(text)
    assert model is None
    assert [(p.line, p.found, p.expected) for p in problems] == [
        (1, found, "a mapping of keys to values")
    ]


@pytest.mark.parametrize(
    "written", ["007", "1.0", "1.10", "+5", ".5", "2025", "true", "True", "null", "~", "NULL"]
)
def test_what_yaml_reads_as_another_kind_is_told_as_it_stands_in_the_file(written: str) -> None:
    problem = only_problem(f"name: {written}")
    assert (problem.line, problem.found, problem.expected) == (2, f'"{written}"', "text")
    assert problem.hint == "put it in quotation marks"


@pytest.mark.parametrize(
    "written", ["yes", "No", "on", "12:30", "1e3", "0x1F", "2026-03-01", "1_000", "a#b", ".inf"]
)
def test_what_older_yaml_would_change_stays_text(written: str) -> None:
    model, problems = check(f"schema: bicycle/1\nname: {written}")
    assert problems == []
    assert model is not None
    assert model.name == written


def test_text_with_a_colon_in_a_list_gets_a_hint() -> None:
    problem = only_problem("name: {Note: this}")
    assert problem.hint == "text that holds a colon and a space needs quotation marks"


def test_text_with_a_comma_between_braces_gets_a_hint() -> None:
    problem = only_problem("wheels: [{size: 1, maker: Smith, sons and co}]")
    assert (problem.field, problem.found) == ("wheels[0].sons and co", "an unknown field")
    assert problem.hint == "between braces, text that holds a comma needs quotation marks"


class Bell(Model):
    rule: Literal["bell"]
    loud: bool = True


class Horn(Model):
    rule: Literal["horn"]
    notes: int


class Signal(Model):
    sounds: Annotated[Bell | Horn, Field(discriminator="rule")]


def signal_problems(text: str) -> list[tuple[str, str, str, str]]:
    problems = Problems()
    document = parse_yaml(text, "signal.yaml", problems)
    assert document is not None
    validate(Signal, document, problems)
    return [(told.field, told.found, told.expected, told.hint) for told in problems]


@pytest.mark.parametrize(
    ("sounds", "expected"),
    [
        ("{rule: bel}", ("sounds.rule", '"bel"', "one of bell, horn", 'did you mean "bell"?')),
        ("{loud: true}", ("sounds.rule", "no 'rule'", "the field 'rule'", "")),
        ("{rule: horn}", ("sounds.notes", "nothing", 'the field "notes"', "")),
        ("{rule: horn, notes: [1]}", ("sounds.notes", "a list", "a whole number", "")),
    ],
)
def test_of_several_kinds_the_mistake_is_told_where_it_stands(
    sounds: str, expected: tuple[str, str, str, str]
) -> None:
    assert signal_problems(f"sounds: {sounds}\n") == [expected]


def test_of_very_many_mistakes_the_first_are_told_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vfi.inputs.validation.MOST_MISTAKES", 2)
    _, problems = check("schema: bicycle/1\n" + "".join(f"x{n}: 1\n" for n in range(5)))
    assert {problem.field: problem.found for problem in problems} == {
        "x0": "an unknown field",
        "x1": "an unknown field",
        "": "3 further mistakes",
    }
