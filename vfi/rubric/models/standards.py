"""What a case has to look like to be judged at a level, and where that is said."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from vfi.inputs.fields import Identifier, Model, PartialDate, Text, unacceptable

Status = Literal["published", "reconstructed", "proposed"]


class Source(Model):
    """A document that the rubric rests on."""

    id: Identifier
    title: Text
    publisher: Text
    date: PartialDate
    location: Text | None = None
    licence: Text | None = None


class Provenance(Model):
    """Where a standard comes from.

    A `published` standard is stated by the source itself and quotes it; a `reconstructed` one was
    written from what the source says in the passage named; a `proposed` one is new and takes the
    passage as its reason.
    """

    kind: Status
    source: Identifier
    passage: Text
    quotation: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _published_is_quoted(self) -> Provenance:
        if self.kind == "published" and self.quotation is None:
            raise unacceptable(
                "a published standard without a quotation", "the published words in `quotation`"
            )
        return self


class Standard(Model):
    """What a case has to look like to be judged at a level.

    One that states no provenance of its own takes the rubric's; a rubric that is read from a file
    has one or the other for each standard.
    """

    text: Text
    provenance: Provenance = Provenance.model_construct(kind="proposed", source="", passage="")

    @property
    def has_provenance(self) -> bool:
        """Whether a source is named, by the standard or by the rubric for all."""
        return bool(self.provenance.source)
