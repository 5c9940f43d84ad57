"""What a report says in its sentences, tied to what each asserts: `claims.csv` of a study."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from vfi.inputs import Row, read_table
from vfi.inputs.printed import Printed, printed_number
from vfi.inputs.validation import IDENTIFIER
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric import Rubric, Scale
from vfi.study.claim_kinds import (
    KINDS,
    OWN_COLUMNS,
    PERCENTAGES,
    PROPORTIONS,
    WHOLE_NUMBERS,
    WORDED,
    Part,
)
from vfi.study.models import Case, Claim, ClaimKind, Evidence, Relation
from vfi.synthesis.scale import BOUNDS, levels_meant

FILE = "claims.csv"
REQUIRED = ("id", "where", "sentence", "kind")
FREE = ("population", "reading", "hedge", "note")
OPTIONAL = (*OWN_COLUMNS, "document", *FREE)
PROSE = ("where", "sentence", "value", "figures", "reading", "hedge", "note")
NUMBER_FORM = "a number such as 10, 52% or 1.5"
FIGURES_FORM = {
    1: "one number",
    2: "two numbers with spaces between them",
    None: "two numbers or more with spaces between them",
}


def read_claims(
    folder: Path,
    shown: str,
    rubric: Rubric,
    cases: Sequence[Case] | None,
    evidence: Sequence[Evidence] | None,
    problems: Problems,
    files: dict[str, bytes],
) -> tuple[Claim, ...]:
    """The claims of a study, each id once; none when there is no file of them.

    Args:
        folder: the study's folder.
        shown: what to call the folder in a problem.
        rubric: the rubric, whose nodes and levels a claim may name.
        cases: the cases that a claim may name; None where they are not known.
        evidence: the documents that a claim may be printed in; None where they are not known.
        problems: where problems are added.
        files: where the bytes of the file are kept.
    """
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return ()
    name = f"{shown}/{FILE}"
    table = read_table(
        path, name, problems, required=REQUIRED, optional=OPTIONAL, prose=PROSE, within=folder
    )
    if table is None:
        return ()
    files[FILE] = table.file.data
    known_cases = None if cases is None else [case.id for case in cases]
    documents = None if evidence is None else [source.id for source in evidence]
    reader = _Reader(name, problems, rubric, known_cases, documents)
    claims = [reader.claim(row) for row in table.rows]
    return tuple(claim for claim in claims if claim is not None)


def scale_meant(rubric: Rubric, kind: ClaimKind, node: str, case: str) -> Scale:
    """The scale of the levels that a claim names.

    A claim about cases, or about one of them, on what they are judged on is about judgements; any
    other is about ratings.
    """
    about_cases = kind is not ClaimKind.RATING or case
    if about_cases and node in rubric.judged:
        return rubric.judgement_scale(node)
    return rubric.rating_scale(node)


@dataclass
class _Reader:
    name: str
    problems: Problems
    rubric: Rubric
    cases: Sequence[str] | None
    documents: Sequence[str] | None

    def __post_init__(self) -> None:
        self.first: dict[str, int] = {}

    def claim(self, row: Row) -> Claim | None:
        before = self.problems.errors
        for column in REQUIRED:
            if not row.cells[column]:
                self._tell(row, column, "an empty cell", f"a {column}")
        self._id_is_new(row)
        kind = self._one_of(row, "kind", list(ClaimKind))
        if kind is None:
            return None
        claim = self._of_kind(row, ClaimKind(kind))
        self._columns_fit(row, claim.kind)
        self._hedge_is_in_the_sentence(row)
        return claim if self.problems.errors == before else None

    def _of_kind(self, row: Row, kind: ClaimKind) -> Claim:
        relations = KINDS[kind].relations
        relation = self._one_of(row, "relation", relations) if relations else None
        as_written = ("id", "where", "sentence", "subject", "level", *FREE)
        return Claim(
            kind=kind,
            node=self._one_of(row, "node", self.rubric.node_ids) or "",
            levels=self._levels(row, kind),
            relation=None if relation is None else Relation(relation),
            other=self._other(row, kind),
            value=self._value(row, kind),
            case=self._known_or_any(row, "case", self.cases),
            figures=self._figures(row, kind),
            answer=row.cells["value"] if kind is ClaimKind.WHICH else "",
            document=self._known_or_any(row, "document", self.documents),
            **{name: row.cells[name] for name in as_written},
        )

    def _tell(self, row: Row, column: str, found: str, expected: str, hint: str = "") -> None:
        self.problems.add(Problem(self.name, row.line, column, found, expected, hint))

    def _id_is_new(self, row: Row) -> None:
        name = row.cells["id"]
        if name and not IDENTIFIER.fullmatch(name):
            self._tell(
                row, "id", quoted(name), "an id of letters, digits, dots, hyphens and underscores"
            )
        elif name in self.first:
            self._tell(
                row,
                "id",
                f"{quoted(name)} a second time (first on line {self.first[name]})",
                "once",
            )
        self.first.setdefault(name, row.line)

    def _one_of(self, row: Row, column: str, known: Collection[str]) -> str | None:
        word = row.cells[column]
        if word and word not in known:
            self._tell(
                row, column, quoted(word), f"one of {listed(known, 20)}", nearest(word, known)
            )
        return word if word in known else None

    def _levels(self, row: Row, kind: ClaimKind) -> tuple[str, ...]:
        """The levels that a level cell means: one, or all from or up to one."""
        text = row.cells["level"]
        if kind is ClaimKind.SIZE:
            self._one_of(row, "level", list(Part))
            return ()
        if not text:
            return ()
        names = self._level_names(row, kind)
        bound = next((bound for bound in BOUNDS if text.startswith(bound)), "")
        name = text.removeprefix(bound)
        if name not in names:
            expected = f'one of {listed(names)}, or "at least" or "at most" and one of them'
            self._tell(row, "level", quoted(text), expected, nearest(name, names))
            return ()
        if bound and kind is ClaimKind.RATING:
            self._tell(
                row, "level", quoted(text), "one level", 'put "at least" or "at most" in relation'
            )
        return levels_meant(text, names)

    def _level_names(self, row: Row, kind: ClaimKind) -> tuple[str, ...]:
        """The levels that a claim can name, the lowest first; those of every scale where its node
        is not known.
        """
        node = row.cells["node"]
        if node in self.rubric.node_ids:
            return scale_meant(self.rubric, kind, node, row.cells["case"]).names
        scales = (self.rubric.scale, *self.rubric.scales.values())
        return tuple(dict.fromkeys(name for scale in scales for name in scale.names))

    def _other(self, row: Row, kind: ClaimKind) -> str:
        return (
            (self._one_of(row, "value", self.rubric.node_ids) or "")
            if kind is ClaimKind.ORDER
            else ""
        )

    def _value(self, row: Row, kind: ClaimKind) -> Printed | None:
        text = row.cells["value"]
        if not text or kind in WORDED:
            return None
        number = printed_number(text)
        if number is None:
            self._tell(row, "value", quoted(text), NUMBER_FORM)
        elif kind in WHOLE_NUMBERS and (number.is_percentage or not number.is_whole):
            self._tell(row, "value", quoted(text), "a whole number")
        elif kind in PERCENTAGES and not number.is_percentage:
            self._tell(row, "value", quoted(text), "a percentage such as 52%")
        elif (relation := row.cells["relation"]) in (Relation.ALL, Relation.NONE):
            self._tell(row, "value", quoted(text), f'an empty cell: "{relation}" has one meaning')
        return number

    def _known_or_any(self, row: Row, column: str, known: Sequence[str] | None) -> str:
        return (row.cells[column] if known is None else self._one_of(row, column, known)) or ""

    def _figures(self, row: Row, kind: ClaimKind) -> tuple[Printed, ...]:
        text, wanted = row.cells["figures"], KINDS[kind].figures
        words = [
            word for word in text.split(" ") if word
        ]  # other spaces may stand between thousands
        numbers = tuple(number for word in words if (number := printed_number(word)) is not None)
        count_fits = len(words) > 1 if wanted is None else len(words) == wanted
        if words and (len(numbers) < len(words) or not count_fits):
            self._tell(row, "figures", quoted(text), FIGURES_FORM[wanted])
        elif kind is ClaimKind.POSSIBLE and numbers and not _is_count(numbers[0]):
            self._tell(row, "figures", quoted(text), "a whole number above 0")
        elif numbers and wanted == 2 and _divisor(kind, numbers).value == 0:
            self._tell(row, "figures", quoted(text), "a number other than 0 to divide by")
        return numbers

    def _columns_fit(self, row: Row, kind: ClaimKind) -> None:
        """Every column that a kind of claim needs is filled, and none that it has no use for."""
        for column in OWN_COLUMNS:
            text = row.cells[column]
            if not text and column in KINDS[kind].needs:
                self._tell(
                    row,
                    column,
                    "an empty cell",
                    f'a {column}, which a claim of kind "{kind.value}" needs',
                )
            elif text and not KINDS[kind].allows(column):
                self._tell(
                    row,
                    column,
                    quoted(text),
                    f'an empty cell: a claim of kind "{kind.value}" has no {column}',
                )
        is_word_for_a_share = row.cells["relation"] in [relation.value for relation in PROPORTIONS]
        if kind is ClaimKind.SHARE and not is_word_for_a_share and not row.cells["value"]:
            self._tell(row, "value", "an empty cell", "a percentage such as 52%")
        if kind is ClaimKind.EXTERNAL and bool(row.cells["value"]) != bool(row.cells["relation"]):
            self._tell(row, "relation", "a relation or a value alone", "both, or neither")

    def _hedge_is_in_the_sentence(self, row: Row) -> None:
        hedge = row.cells["hedge"]
        if hedge and hedge not in row.cells["sentence"]:
            self._tell(row, "hedge", quoted(hedge), "words that stand in the sentence")


def _divisor(kind: ClaimKind, numbers: Sequence[Printed]) -> Printed:
    return numbers[0] if kind is ClaimKind.CHANGE else numbers[-1]


def _is_count(number: Printed) -> bool:
    return number.is_whole and not number.is_percentage and number.value > 0
