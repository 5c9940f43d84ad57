"""Other ways to combine the same judgements, such as a stakeholder group's."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from vfi.inputs.fields import AsTuple, Identifier, Model, Text, unacceptable
from vfi.rubric.models.tiers import StepsByTier
from vfi.synthesis.hurdles import Hurdle
from vfi.synthesis.rules import Step


class Perspective(Model):
    """Named alternative steps or hurdles over the same judgements.

    Attributes:
        id: its name for programs.
        title: its name for people.
        reason: whose view it is and why it differs.
        synthesis: the steps that replace the rubric's, each by its tier or `overall`.
        nodes: the steps that replace those of single nodes.
        hurdles: where given, these replace all hurdles of the rubric.
    """

    id: Identifier
    title: Text
    reason: Text
    synthesis: StepsByTier | None = None
    nodes: Annotated[dict[Identifier, Step], Field(min_length=1)] | None = None
    hurdles: Annotated[tuple[Hurdle, ...], AsTuple, Field(max_length=100)] | None = None

    @model_validator(mode="after")
    def _differs(self) -> Perspective:
        if self.synthesis is None and self.nodes is None and self.hurdles is None:
            raise unacceptable(
                "a perspective that changes nothing", "at least one of synthesis, nodes, hurdles"
            )
        return self
