"""The schema of a document says what its type and its docstring say."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import pytest
from jsonschema import Draft202012Validator

from vfi.documents import Count, Exact, Text, holds, keyed_by, one_of, says, when
from vfi.documents.schema import document_schema


class PartDocument(TypedDict):
    """A part.

    Attributes:
        name: Its name.
        kind: What it is;
            over two lines.
        size: Its size; null where it is not known.
    """

    name: Text
    kind: Literal["small", "large"] | None
    size: Exact | None


class WholeDocument(TypedDict):
    """Something made of parts.

    Attributes:
        schema: The name.
        parts: What it is made of.
        counts: How many there are of each colour.
        levels: By name, a colour.
        remark: What else there is to say.
    """

    schema: Literal["vfi.whole/3"]
    parts: Annotated[list[PartDocument], says(minItems=1)]
    counts: Annotated[dict[str, Count], keyed_by(("red", "blue"), "How many are {}.")]
    levels: dict[Text, Annotated[str, one_of(("red", "blue"))] | None]
    remark: NotRequired[str]


holds(PartDocument, when({"kind": {"const": "large"}}, {"size": {"type": "string"}}))

SCHEMA = document_schema("vfi.whole/3", WholeDocument)
VALIDATOR = Draft202012Validator(SCHEMA)


def whole(**changes: Any) -> dict[str, Any]:
    document: dict[str, Any] = {
        "schema": "vfi.whole/3",
        "parts": [{"name": "lid", "kind": "large", "size": "3/2"}],
        "counts": {"red": 0, "blue": 2},
        "levels": {"lid": "red", "pot": None},
    }
    return document | changes


def part(**changes: Any) -> dict[str, Any]:
    return whole(parts=[{"name": "lid", "kind": "small", "size": None} | changes])


def test_it_names_and_describes_everything() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:vfi:schema:whole:3"
    assert SCHEMA["title"] == "vfi whole, version 3"
    assert SCHEMA["description"] == "Something made of parts."
    assert SCHEMA["properties"]["remark"] == {
        "description": "What else there is to say.",
        "type": "string",
    }
    assert SCHEMA["properties"]["counts"]["properties"]["red"]["description"] == "How many are red."
    kind = SCHEMA["$defs"]["part"]["properties"]["kind"]
    assert kind == {
        "description": "What it is; over two lines.",
        "enum": ["small", "large", None],
    }
    assert "remark" not in SCHEMA["required"]


@pytest.mark.parametrize(
    "document",
    [whole(), whole(remark=""), part(), part(kind=None), part(size="-3"), whole(levels={})],
)
def test_it_takes_what_the_type_allows(document: dict[str, Any]) -> None:
    VALIDATOR.validate(document)


@pytest.mark.parametrize(
    "document",
    [
        whole(schema="vfi.whole/2"),
        whole(parts=[]),
        whole(counts={"red": 1}),
        whole(counts={"red": 1, "blue": 1, "green": 1}),
        whole(counts={"red": 1, "blue": -1}),
        whole(levels={"lid": "green"}),
        whole(levels={"": "red"}),
        whole(remark=None),
        whole(more=1),
        part(name=""),
        part(name=None),
        part(kind="huge"),
        part(kind="large", size=None),
        part(size="1.5"),
        part(size="3/0"),
        part(more=1),
    ],
    ids=str,
)
def test_it_refuses_what_the_type_does_not_allow(document: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(document)


def test_a_key_that_nobody_described_is_no_schema() -> None:
    class Silent(TypedDict):
        """Nothing is said of its key."""

        key: str

    with pytest.raises(LookupError, match="Silent: \\['key'\\]"):
        document_schema("vfi.silent/1", Silent)


class FractionDocument(TypedDict):
    """Not the exact number that is called so.

    Attributes:
        of: What it is a fraction of.
    """

    of: str


class BothDocument(TypedDict):
    """Two things of one name.

    Attributes:
        one: One.
        other: Another.
    """

    one: Exact
    other: FractionDocument


def test_two_definitions_of_one_name_are_no_schema() -> None:
    with pytest.raises(TypeError, match="two definitions would be called fraction"):
        document_schema("vfi.both/1", BothDocument)


def test_a_type_that_json_does_not_have_is_no_schema() -> None:
    with pytest.raises(TypeError, match="Fraction"):
        document_schema("vfi.number/1", list[Fraction])
