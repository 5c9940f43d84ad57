"""The parts of a study."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import Field, field_validator

from vfi.inputs.fields import (
    AsTuple,
    Identifier,
    Language,
    Model,
    Name,
    PartialDate,
    Text,
    unacceptable,
)
from vfi.numbers import count_of
from vfi.problems import Problem, quoted

if TYPE_CHECKING:
    from vfi.inputs.printed import Printed
    from vfi.inputs.tables.records import Row
    from vfi.rubric.models.rubric import Rubric

CONFIDENCES = ("high", "medium", "low")
NARRATIVE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class RubricReference(Model):
    """The rubric that a study applies, and the version of it that the judgements were made with."""

    id: Identifier
    version: Text


class CaseNoun(Model):
    """What a case is called in prose."""

    singular: Text = "case"
    plural: Text = "cases"


class Determination(Model):
    """The rating that the panel settled on, which may depart from the computed one with its reason
    in writing.

    Attributes:
        node: a criterion, a dimension or group, or `overall`.
        case: the case that it is about; None for all cases together.
        level: the level settled on.
        reason: why.
        who: who settled it.
        date: when.
    """

    node: Identifier
    case: Identifier | None = None
    level: Name
    reason: Text
    who: Text
    date: PartialDate


class StudyFile(Model):
    """What `study.yaml` says."""

    schema_: Annotated[Literal["vfi.study/1"], Field(alias="schema")]
    id: Identifier
    title: Text
    subtitle: Text | None = None
    rubric: RubricReference
    authors: Annotated[tuple[Text, ...], AsTuple, Field(min_length=1)]
    date: PartialDate
    language: Language = "en-GB"
    case_noun: CaseNoun = CaseNoun()
    acknowledgement: Text | None = None
    narrative: Annotated[tuple[str, ...], AsTuple] = ()
    determinations: Annotated[tuple[Determination, ...], AsTuple] = ()

    @field_validator("narrative")
    @classmethod
    def _names_only(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for position, name in enumerate(names):
            if not NARRATIVE_NAME.fullmatch(name):
                raise unacceptable(
                    quoted(name), "the name of a file in narrative/, without its ending .md"
                )
            if name in names[:position]:
                raise unacceptable(f"{quoted(name)} twice", "each section once")
        return names


@dataclass(frozen=True, slots=True)
class Case:
    """A unit that is judged, such as a local authority."""

    id: str
    name: str


class Judgement(NamedTuple):
    """The level that an assessor gave a case on a criterion; None stands for insufficient evidence.

    `confidence` says how sure they were: high, medium or low; empty where that was not recorded.
    """

    case: str
    criterion: str
    level: str | None
    reason: str = ""
    evidence: tuple[str, ...] = ()
    assessor: str = ""
    date: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source that judgements cite."""

    id: str
    title: str
    kind: str = ""
    location: str = ""
    date: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PublishedRating:
    """A rating that a source printed, to compare the computed one with."""

    node: str
    rating: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator's quantity as measured for a case.

    Attributes:
        case: the case.
        criterion: the criterion, or the holistic group, that has the indicator.
        value: the quantity, in the unit of the indicator.
        numerator: what the quantity is a ratio of, where it is one.
        denominator: what the ratio is to.
        source: where the figures come from.
    """

    case: str
    criterion: str
    value: Fraction
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure indicator that is recorded for a case."""

    case: str
    failure: str
    reason: str
    evidence: tuple[str, ...] = ()


class ClaimKind(StrEnum):
    """What kind of thing a sentence of a report asserts; `vfi.study.claim_kinds` says what."""

    COUNT = "count"
    SHARE = "share"
    RATING = "rating"
    ORDER = "order"
    SIZE = "size"
    CHANGE = "change"
    FRACTION = "fraction"
    RATIO = "ratio"
    WHOLE = "whole"
    POSSIBLE = "possible"
    WHICH = "which"
    EXTERNAL = "external"


class Relation(StrEnum):
    """How what a sentence asserts relates to its value."""

    IS = "is"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"
    ALL = "all"
    ALMOST_ALL = "almost all"
    MOST = "most"
    MAJORITY = "majority"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a report, and what it asserts.

    Attributes:
        id: its name.
        where: the place in the report.
        sentence: the words, verbatim.
        kind: what kind of thing it asserts.
        subject: what it is about; claims of one subject must be able to hold together.
        population: of whom or what it is said; claims of two populations are not held against each
            other.
        document: the id, in `evidence.csv`, of the document that prints it; "" for the report that
            the study is about.
        node: the node that it is about.
        level: the level cell, such as `Poor` or `at least Adequate`; of a size, what is counted.
        levels: the levels that this means.
        relation: how the fact relates to the value.
        other: the node that an order compares with.
        value: the asserted number.
        case: the case whose rating is meant; "" for all cases together.
        figures: the printed figures that it reckons with.
        answer: what a claim of kind `which` names.
        reading: how the sentence is read, where its words are not those of the study.
        hedge: the words of the sentence that make it less than an assertion, such as "suggests".
        note: a remark for the reader.
    """

    id: str
    where: str
    sentence: str
    kind: ClaimKind
    subject: str = ""
    population: str = ""
    document: str = ""
    node: str = ""
    level: str = ""
    levels: tuple[str, ...] = ()
    relation: Relation | None = None
    other: str = ""
    value: Printed | None = None
    case: str = ""
    figures: tuple[Printed, ...] = ()
    answer: str = ""
    reading: str = ""
    hedge: str = ""
    note: str = ""


@dataclass(frozen=True, repr=False)
class Study:
    """A rubric applied to cases: one judgement of every case on every criterion and holistic
    dimension.

    Attributes:
        about: what `study.yaml` says.
        rubric: the rubric, in the version that the study names.
        cases: in the order of `cases.csv`.
        judgements: in the order of `judgements.csv`.
        evidence: the sources that judgements cite.
        published: ratings to compare with.
        readings: measured quantities of the rubric's indicators.
        failures: failure indicators that are recorded for cases.
        claims: sentences of a report to recompute.
        claim_problems: what is wrong in `claims.csv`; no rating rests on that file, so it stops no
            score or report.
        narrative: the text of each section, in the order of `study.yaml`.
        folder: where the study lies; None for one made in code.
        files: the bytes of each file of the folder that belongs to the study, by name. Each was
            read once: whatever is made from the study is made from these bytes, whatever becomes of
            the files.
        rows: the rows of each table, by the name of its file, as they were read.
        rubric_file: the bytes that the rubric was read from.
        left_out: files that evidence is in and that were not read, by name, with the reason;
            nothing is made of them.
    """

    about: StudyFile
    rubric: Rubric
    cases: tuple[Case, ...]
    judgements: tuple[Judgement, ...]
    evidence: tuple[Evidence, ...] = ()
    published: tuple[PublishedRating, ...] = ()
    claims: tuple[Claim, ...] = ()
    narrative: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Row[Any]]] = field(default_factory=dict)
    rubric_file: bytes = b""
    left_out: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()
    claim_problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        cases = count_of(len(self.cases), "case")
        judgements = count_of(len(self.judgements), "judgement")
        rubric = f"rubric {self.rubric.id} {self.rubric.version}"
        return f"<Study {self.id!r}: {cases}, {judgements}, {rubric}>"

    @property
    def id(self) -> str:
        """The id of the study."""
        return self.about.id

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The SHA-256 digest of each file, by name."""
        return {name: hashlib.sha256(data).hexdigest() for name, data in self.files.items()}
