"""The JSON Schema of a document, made of its type: annotations and docstrings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from inspect import cleandoc
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from vfi.documents import RULES, Named, Says, Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
ATTRIBUTE = re.compile(r"^    (\S[^:\n]*): (.+(?:\n {8,}.+)*)", re.MULTILINE)
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def document_schema(name: str, document: Any) -> Schema:
    """The schema of a document.

    Args:
        name: the name and version of its contract, such as `vfi.scorecard/2`.
        document: its type.

    Raises:
        TypeError: a type that JSON has no word for, or two of one name.
        LookupError: a key that its docstring does not describe.
    """
    short, _, version = name.removeprefix("vfi.").partition("/")
    making = _Making()
    schema = making.of(document)
    if "$ref" in schema:
        schema = making.definitions.pop(schema["$ref"].rpartition("/")[2])
    head = {
        "$schema": DIALECT,
        "$id": f"urn:vfi:schema:{short}:{version}",
        "title": f"vfi {short.replace('-', ' ')}, version {version}",
    }
    definitions = {"$defs": making.definitions} if making.definitions else {}
    return {**head, **schema, **definitions}


def attributes_of(text: str) -> dict[str, str]:
    """What a docstring says of each attribute."""
    listed = cleandoc(text).partition("Attributes:")[2]
    return {name: _line(description) for name, description in ATTRIBUTE.findall(listed)}


def description_of(text: str) -> str:
    """What a docstring says before its attributes."""
    return _line(cleandoc(text).partition("Attributes:")[0])


class _Making:
    """A schema in the making, with the definitions that it has come to need."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._defined: dict[str, Any] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of a type."""
        origin, arguments = get_origin(kind), get_args(kind)
        if kind in PLAIN:
            return {"type": PLAIN[kind]}
        if kind is Any:
            return {}
        if is_typeddict(kind):
            return self._reference(_name_of(kind), kind, lambda: self._object(kind))
        if origin is Annotated:
            return self._annotated(arguments[0], arguments[1:])
        if origin is Literal:
            return {"const": arguments[0]} if len(arguments) == 1 else {"enum": [*arguments]}
        if origin in (Union, UnionType):
            return _either([self.of(argument) for argument in arguments])
        if origin is list:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is dict:
            return self._by_key(*arguments)
        raise TypeError(f"JSON Schema has no word for {kind!r}")

    def _reference(self, name: str, defined: Any, make: Callable[[], Schema]) -> Schema:
        if name not in self._defined:
            self._defined[name] = defined
            self.definitions[name] = make()
        if self._defined[name] is not defined:
            raise TypeError(f"two definitions would be called {name}")
        return {"$ref": f"#/$defs/{name}"}

    def _annotated(self, kind: Any, marks: tuple[Any, ...]) -> Schema:
        schema = self.of(kind)
        for mark in marks:
            if isinstance(mark, Says):
                schema = _with(schema, mark.keywords)
            elif isinstance(mark, Named):
                body = {"description": mark.description, **schema, **mark.keywords}
                schema = self._reference(mark.name, mark, partial(dict, body))
        return schema

    def _by_key(self, key: Any, value: Any) -> Schema:
        names = self.of(key)
        checked = {} if names == {"type": "string"} else {"propertyNames": names}
        return {"type": "object", **checked, "additionalProperties": self.of(value)}

    def _object(self, document: Any) -> Schema:
        text = document.__doc__ or ""
        descriptions = attributes_of(text)
        hints = get_type_hints(document, include_extras=True)
        optional = {name for name, kind in hints.items() if get_origin(kind) is NotRequired}
        if descriptions.keys() != hints.keys():
            raise LookupError(f"{document.__name__}: {sorted(descriptions.keys() ^ hints.keys())}")
        properties = {
            name: {
                "description": descriptions[name],
                **self.of(get_args(kind)[0] if name in optional else kind),
            }
            for name, kind in hints.items()
        }
        rules = {"allOf": RULES[document]} if document in RULES else {}
        return {
            "description": description_of(text),
            "type": "object",
            "additionalProperties": False,
            "required": [name for name in hints if name not in optional],
            "properties": properties,
            **rules,
        }


def _with(schema: Schema, keywords: Schema) -> Schema:
    """A schema with more keywords; keys of an object that are named have the schema of any key."""
    if "properties" in keywords:
        value_schema = schema["additionalProperties"]
        properties = {
            name: {**description, **value_schema}
            for name, description in keywords["properties"].items()
        }
        return schema | keywords | {"properties": properties, "additionalProperties": False}
    if "enum" in keywords:
        return keywords
    return schema | keywords


def _either(schemas: list[Schema]) -> Schema:
    """One of several schemas; a plain type that may be null stays one schema."""
    null = {"type": "null"}
    if len(schemas) == 2 and schemas[1] == null:
        first = schemas[0]
        if "enum" in first:
            return {"enum": [*first["enum"], None]}
        if isinstance(first.get("type"), str):
            return {**first, "type": [first["type"], "null"]}
    return {"oneOf": schemas}


def _name_of(document: type) -> str:
    name = document.__name__.removesuffix("Document")
    return "_".join(CAPITAL.sub(" ", name).lower().split())


def _line(text: str) -> str:
    return " ".join(text.split())


def files_of(schemas: Mapping[str, Any]) -> dict[str, Schema]:
    """The schemas of documents by the names of their files.

    Args:
        schemas: by the name and version of its contract, the type of each document.
    """
    return {
        f"{name.replace('/', '-')}.schema.json": document_schema(name, document)
        for name, document in schemas.items()
    }
