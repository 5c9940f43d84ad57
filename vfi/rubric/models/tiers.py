"""The tiers of a rubric's tree: what the nodes between the judgements and the whole are called."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from vfi.inputs.fields import Identifier, Model, Text


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
    return {"id": value} if isinstance(value, str) else value


NamedTier = Annotated[Tier, BeforeValidator(_named, json_schema_input_type=Any)]
DEFAULT_TIERS = (Tier(id="criterion"), Tier(id="dimension"))
