"""What a report says in its sentences, tied to what each asserts: `claims.csv` of a study."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vfi.inputs.printed import Printed
from vfi.inputs.tables.declaration import (
    DeclaredColumn,
    DeclaredTable,
    Reference,
    UniqueKey,
    Variants,
)
from vfi.inputs.tables.kinds import IDENTIFIER_CELL, PROSE, Mistake
from vfi.problems import quoted
from vfi.study.claim_cells import PERCENTAGE_FORM, ClaimedLevel
from vfi.study.claim_kinds import KINDS, PROPORTIONS
from vfi.study.models import Claim, ClaimKind, Relation

if TYPE_CHECKING:
    from vfi.inputs.tables.records import Row
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.scale import Scale


CASES = "cases"


def scale_of_claim(rubric: Rubric, kind: ClaimKind, node: str, case: str) -> Scale:
    """The scale of the levels that a claim names.

    A claim about cases, or about one of them, on what they are judged on is about judgements; any
    other is about ratings.
    """
    about_cases = kind is not ClaimKind.RATING or case
    if about_cases and node in rubric.judged:
        return rubric.judgement_scale(node)
    return rubric.rating_scale(node)


def parts_of_a_study(rubric: Rubric, cases: int) -> dict[str, int]:
    """What of a study a claim of its size can be about, and how many of it there are."""
    return {**{tier.plural: rubric.sizes[tier.id] for tier in rubric.tiers}, CASES: cases}


class ClaimRow(NamedTuple):
    """A row of `claims.csv` as it was read; what its value is depends on its kind."""

    id: str
    where: str
    sentence: str
    kind: ClaimKind
    subject: str
    node: str
    level: ClaimedLevel
    relation: Relation | None
    value: Printed | str | None
    case: str
    figures: tuple[Printed, ...]
    document: str
    population: str
    reading: str
    hedge: str
    note: str

    @property
    def claim(self) -> Claim:
        """The claim that it makes."""
        words = self.value if isinstance(self.value, str) else ""
        return Claim(
            **self._asdict()
            | {
                "level": self.level.words,
                "relation": self.relation or None,
                "value": self.value if isinstance(self.value, Printed) else None,
            },
            levels=self.level.levels,
            other=words if self.kind is ClaimKind.ORDER else "",
            answer=words if self.kind is ClaimKind.WHICH else "",
        )


def claims_of(rows: Sequence[Row[ClaimRow]]) -> tuple[Claim, ...]:
    """The claims that rows of `claims.csv` make; a row with a mistake makes none."""
    return tuple(row.entry.claim for row in rows if row.is_sound)


def _a_share_has_one_value(cells: Mapping[str, str]) -> Iterator[tuple[str, Mistake]]:
    if cells["kind"] != ClaimKind.SHARE:
        return
    relation, value = cells["relation"], cells["value"]
    if not value and relation not in PROPORTIONS:
        yield "value", Mistake("an empty cell", PERCENTAGE_FORM)
    if value and relation in (Relation.ALL, Relation.NONE):
        expected = f'an empty cell: "{relation}" has one meaning'
        yield "value", Mistake(quoted(value), expected)


def _an_external_value_has_a_relation(cells: Mapping[str, str]) -> Iterator[tuple[str, Mistake]]:
    if cells["kind"] == ClaimKind.EXTERNAL and bool(cells["value"]) != bool(cells["relation"]):
        yield "relation", Mistake("a relation or a value alone", "both, or neither")


def _a_hedge_is_in_the_sentence(cells: Mapping[str, str]) -> Iterator[tuple[str, Mistake]]:
    hedge = cells["hedge"]
    if hedge and hedge not in cells["sentence"]:
        yield "hedge", Mistake(quoted(hedge), "words that stand in the sentence")


CLAIMS = DeclaredTable(
    "claims.csv",
    "Sentences of a report to recompute.",
    ClaimRow,
    (
        DeclaredColumn("id", "a short name, such as `C12`", IDENTIFIER_CELL, required=True),
        DeclaredColumn("where", "the place in the report", PROSE, required=True, noun="place"),
        DeclaredColumn("sentence", "its words, verbatim", PROSE, required=True),
        DeclaredColumn(
            "kind", "what kind of thing it asserts", required=True, words=tuple(ClaimKind)
        ),
        Variants(
            "kind",
            {kind: declared.columns for kind, declared in KINDS.items()},
            'a claim of kind "{}"',
        ),
        DeclaredColumn(
            "document",
            "the id, in `evidence.csv`, of the document that prints the sentence; empty for the "
            "report that the study is about",
            words=Reference("evidence"),
        ),
        DeclaredColumn("population", "of whom it is said"),
        DeclaredColumn("reading", "how the sentence is read", PROSE),
        DeclaredColumn("hedge", "its words that make it less than an assertion", PROSE),
        DeclaredColumn("note", "a remark for the reader", PROSE),
    ),
    keys=(UniqueKey(("id",)),),
    rules=(
        _a_share_has_one_value,
        _an_external_value_has_a_relation,
        _a_hedge_is_in_the_sentence,
    ),
)
