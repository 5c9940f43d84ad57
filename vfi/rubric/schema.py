"""The JSON Schema of `rubric.yaml`, for editors that complete and check as one types.

It is made from the models, so that it cannot say anything else than they do. What holds between the
parts of a rubric (that a level named is one of the scale, say) is beyond a schema: `vfi rubric
check` tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vfi.documents.schema import DIALECT, attributes_of, description_of
from vfi.inputs.fields import Model
from vfi.rubric.models.rubric import Rubric

TITLE = "A rubric of vfi: rubric.yaml"


def rubric_schema() -> dict[str, Any]:
    """The schema, as JSON Schema 2020-12."""
    schema = Rubric.model_json_schema(by_alias=True)
    definitions = {
        name: _described(part, MODELS.get(name)) for name, part in schema.pop("$defs").items()
    }
    whole = _described(schema, Rubric)
    return {"$schema": DIALECT, **whole, "title": TITLE, "$defs": definitions}


def shown_schema() -> dict[str, Any]:
    """The schema of what `vfi rubric show --format json` prints: a rubric, and the digest of its
    file.
    """
    schema = rubric_schema()
    digest = {"type": "string", "description": "The SHA-256 digest of its file."}
    return {
        **schema,
        "title": "What `vfi rubric show --format json` prints",
        "properties": {**schema["properties"], "sha256": digest},
        "required": [*schema["required"], "sha256"],
    }


def _models(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        yield below
        yield from _models(below)


MODELS = {model.__name__: model for model in _models(Model)}


def _described(schema: dict[str, Any], model: type[Model] | None) -> dict[str, Any]:
    """The schema of one model, each property with what the model's docstring says of it."""
    schema = _plain(schema)
    text = (model and model.__doc__) or ""
    if "description" in schema:
        schema["description"] = description_of(text)
    fields = (
        {}
        if model is None
        else {name: field.alias or name for name, field in model.model_fields.items()}
    )
    for name, key in fields.items():
        _bounded(schema.get("properties", {}).get(key, {}), model, name)
    for name, said in attributes_of(text).items():
        if fields.get(name) in schema.get("properties", {}):
            schema["properties"][fields[name]]["description"] = said
    return schema


def _bounded(schema: dict[str, Any], model: type[Model] | None, field: str) -> None:
    """State how many items a list may have; pydantic does not, as what comes before makes the list
    a tuple.
    """
    if model is None or schema.get("type") != "array":
        return
    for bound in model.model_fields[field].metadata:
        for ours, theirs in (("min_length", "minItems"), ("max_length", "maxItems")):
            if hasattr(bound, ours):
                schema[theirs] = getattr(bound, ours)


def _plain(value: Any) -> Any:
    """A schema without the titles and defaults that pydantic writes for every part of it."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    closed = {"additionalProperties": False} if "patternProperties" in value else {}
    return closed | {
        key: {name: _plain(part) for name, part in inner.items()}
        if key in ("properties", "$defs")
        else _plain(inner)
        for key, inner in value.items()
        if key not in ("title", "default", "discriminator")
    }
