"""Parsed data turned into models, with each mistake located in the file it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import ValidationError

from vfi.inputs.fields import Model, described
from vfi.inputs.yaml import QUOTE_COLON, Document, Path, dotted
from vfi.numbers import grouped
from vfi.problems import Problem, Problems, listed, nearest, quoted

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

ModelT = TypeVar("ModelT", bound="Model")
PYDANTICS_OWN = ("[", "(")  # how the parts of a location begin that are not in the data
QUOTE_COMMA = "between braces, text that holds a comma needs quotation marks"
MOST_MISTAKES = 500  # so many are told one by one
DISCRIMINATOR = "rule"  # the key that says which model of a union a mapping is


def validate(model: type[ModelT], document: Document, problems: Problems) -> ModelT | None:
    """The document as `model`; None when a problem was added.

    Every mistake becomes a problem with the line and column of the key or item that it is about.
    """
    if not isinstance(document.data, dict):
        kind = described(document.data)
        problems.add(Problem(document.name, 1, "", kind, "a mapping of keys to values"))
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        mistakes = error.errors(include_url=False)
        for details in mistakes[:MOST_MISTAKES]:
            problems.add(_problem(details, model, document))
        if len(mistakes) > MOST_MISTAKES:
            further = f"{grouped(len(mistakes) - MOST_MISTAKES)} further mistakes"
            problems.add(
                Problem(document.name, None, "", further, "none; the first are told in full")
            )
        return None


def _problem(details: ErrorDetails, model: type[Model], document: Document) -> Problem:
    path = _path_in_data(details["loc"], document.data)
    if details["type"] in {"union_tag_invalid", "union_tag_not_found"}:
        path = (*path, DISCRIMINATOR)
    words = _words(details, model, path, document)
    line, column = document.position(path)
    return Problem(document.name, line, dotted(path), *words, column=column)


def _path_in_data(loc: tuple[str | int, ...], data: object) -> Path:
    """The location without the parts that pydantic adds for unions and keys."""
    path: list[str | int] = []
    entered = False
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(data, Mapping):
            if entered and part == data.get(DISCRIMINATOR):
                entered = False
                continue
            if part in data:
                data = data[part]
                entered = True
            elif not last or str(part).startswith(PYDANTICS_OWN):
                continue
            path.append(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
            entered = True
            path.append(part)
    return tuple(path)


def _words(
    details: ErrorDetails, model: type[Model], path: Path, document: Document
) -> tuple[str, str, str]:
    context: dict[str, Any] = details.get("ctx", {})
    described_input = described(details["input"])
    kind = details["type"]
    if kind == "vfi":
        return context["found"], context["expected"], context["hint"]
    if kind == "missing":
        return "nothing", f"the field {quoted(path[-1] if path else '')}", ""
    if kind == "extra_forbidden":
        field_names = _fields_at(model, path[:-1], document.data)
        hint = nearest(str(path[-1]), field_names) or (
            QUOTE_COMMA if details["input"] is None else ""
        )
        return "an unknown field", f"only {listed(field_names, 20)}", hint
    if kind in {"literal_error", "enum"}:
        allowed = [word.strip("'") for word in re.split(r", | or ", context["expected"])]
        return described_input, f"one of {listed(allowed)}", nearest(str(details["input"]), allowed)
    if kind == "union_tag_invalid":
        allowed = [word.strip("'") for word in context["expected_tags"].split(", ")]
        tag = str(context["tag"])
        return quoted(tag), f"one of {listed(allowed)}", nearest(tag, allowed)
    if kind == "union_tag_not_found":
        return f"no {context['discriminator']}", f"the field {context['discriminator']}", ""
    if kind == "string_type":
        return _not_text(details["input"], document.written.get(path, ""))
    if "actual_length" in context:
        described_input = f"{context['actual_length']} entries"
    expected = _EXPECTED[kind].format(**context) if kind in _EXPECTED else details["msg"]
    return described_input, expected, ""


def _not_text(value: object, source_text: str) -> tuple[str, str, str]:
    """What to say of a value where text has to be; `source_text` is how it stands in the file,
    where it is plain.
    """
    if source_text:
        return quoted(source_text), "text", "put it in quotation marks"
    return described(value), "text", QUOTE_COLON if isinstance(value, dict) else ""


_EXPECTED = {
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "too_short": "at least {min_length}",
    "too_long": "at most {max_length}",
    "string_too_long": "at most {max_length} characters",
}


def _fields_at(model: type[Model], path: Path, data: Any) -> list[str]:
    models = [model]
    for part in path:
        data = data[part]
        if isinstance(part, int):
            continue
        reached = [
            inner
            for outer in models
            for field in _fields_of(outer, part)
            for inner in _models_in(field.annotation)
        ]
        models = reached or models
    fitting = [candidate for candidate in models if _is_meant(candidate, data)]
    return sorted(
        {
            field.alias or name
            for candidate in fitting or models
            for name, field in candidate.model_fields.items()
        }
    )


def _fields_of(model: type[Model], key: str) -> list[FieldInfo]:
    return [field for name, field in model.model_fields.items() if (field.alias or name) == key]


def _is_meant(model: type[Model], data: object) -> bool:
    """Whether a model of a union is the one that a mapping says it is."""
    rule = model.model_fields.get(DISCRIMINATOR)
    return (
        rule is not None
        and isinstance(data, Mapping)
        and data.get(DISCRIMINATOR) in get_args(rule.annotation)
    )


def _models_in(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
