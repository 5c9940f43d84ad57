"""The tiers of a rubric's tree: what the nodes between the judgements and the whole are called."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic.config import JsonDict

from vfi.inputs.fields import Identifier, Model, Text, described, unacceptable
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.rules import Step


class Tier(Model):
    """A tier of the tree, such as that of the criteria or of the dimensions.

    Attributes:
        id: its name for programs, such as `theme`; its step stands in `synthesis` by it.
        title: what one of its nodes is called in prose, such as `quality statement`; the id where
            it is not given.
        plural: what several of them are called; the title with the ending of a plural where it is
            not given.
    """

    id: Identifier
    title: Text = ""
    plural: Text = ""

    @model_validator(mode="after")
    def _names_are_complete(self) -> Tier:
        title = self.title or self.id.replace("-", " ").replace("_", " ")
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "plural", self.plural or plural_of(title))
        return self

    @property
    def with_article(self) -> str:
        """One of its nodes in prose: `a criterion`, `an evidence category`."""
        return f"{'an' if self.title[0].lower() in 'aeiou' else 'a'} {self.title}"


def plural_of(noun: str) -> str:
    """The plural of an English noun that has a usual one: `criteria`, `categories`, `themes`."""
    if noun.endswith("criterion"):
        return noun.removesuffix("on") + "a"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun.removesuffix("y") + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _named(value: object) -> object:
    if isinstance(value, str):
        return {"id": value}
    if isinstance(value, (dict, Tier)):
        return value
    raise unacceptable(described(value), "an id, or a mapping with an id, a title and a plural")


NamedTier = Annotated[Tier, BeforeValidator(_named, json_schema_input_type=Identifier | Tier)]
STEPS_OFFERED = {
    "criterion": "how the judgements on each criterion, or on whatever cases are judged, combine.",
    "dimension": "how the criteria of each dimension combine.",
    OVERALL: "how the dimensions, or what else the highest tier is called, combine.",
}
OFFERED: JsonDict = {
    "properties": {key: {"description": meaning} for key, meaning in STEPS_OFFERED.items()}
}
"""What an editor offers among steps by tier; those of other tiers are as good."""
StepsByTier = Annotated[dict[Identifier, Step], Field(json_schema_extra=OFFERED)]
DEFAULT_TIERS = (Tier(id="criterion"), Tier(id="dimension"))
