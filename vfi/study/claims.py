"""What a report says in its sentences, tied to what each asserts: `claims.csv` of a study."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from vfi.inputs import Row, read_table
from vfi.inputs.printed import Printed, printed_number
from vfi.inputs.validation import IDENTIFIER
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric import Rubric, Scale
from vfi.study.models import Case, Claim, ClaimKind, Relation

FILE = "claims.csv"
REQUIRED = ("id", "where", "sentence", "kind")
OPTIONAL = ("subject", "node", "level", "relation", "value", "case", "figures", "note")
BOUNDS = ("at least ", "at most ")
NUMBER_FORM = "a number such as 10, 52% or 1.5"


class Part(StrEnum):
    """What of a study a claim of its size can be about."""

    CASES = "cases"
    CRITERIA = "criteria"
    DIMENSIONS = "dimensions"


PROPORTIONS = {
    Relation.ALL: Fraction(1),
    Relation.ALMOST_ALL: Fraction(9, 10),
    Relation.MOST: Fraction(1, 2),
    Relation.MAJORITY: Fraction(1, 2),
    Relation.NONE: Fraction(0),
}
COMPARISONS = (Relation.IS, Relation.AT_LEAST, Relation.AT_MOST, Relation.MORE_THAN, Relation.FEWER_THAN)
RELATIONS = {
    ClaimKind.COUNT: COMPARISONS,
    ClaimKind.SHARE: (*COMPARISONS, *PROPORTIONS),
    ClaimKind.RATING: (Relation.IS, Relation.AT_LEAST, Relation.AT_MOST),
    ClaimKind.ORDER: COMPARISONS,
    ClaimKind.SIZE: COMPARISONS,
    ClaimKind.CHANGE: COMPARISONS,
    ClaimKind.FRACTION: COMPARISONS,
    ClaimKind.RATIO: COMPARISONS,
    ClaimKind.WHOLE: (Relation.IS,),
    ClaimKind.EXTERNAL: COMPARISONS,
}
NEEDED = {
    ClaimKind.COUNT: ("node", "level", "relation", "value"),
    ClaimKind.SHARE: ("node", "level", "relation"),
    ClaimKind.RATING: ("node", "level", "relation"),
    ClaimKind.ORDER: ("node", "relation", "value"),
    ClaimKind.SIZE: ("level", "relation", "value"),
    ClaimKind.CHANGE: ("relation", "value", "figures"),
    ClaimKind.FRACTION: ("relation", "value", "figures"),
    ClaimKind.RATIO: ("relation", "value", "figures"),
    ClaimKind.WHOLE: ("relation", "value", "figures"),
    ClaimKind.EXTERNAL: (),
}
ALLOWED = {
    ClaimKind.SHARE: ("value",),
    ClaimKind.RATING: ("case",),
    ClaimKind.EXTERNAL: ("relation", "value"),
}
TWO_FIGURES = (ClaimKind.CHANGE, ClaimKind.FRACTION, ClaimKind.RATIO)


def read_claims(
    folder: Path,
    shown: str,
    rubric: Rubric,
    cases: Sequence[Case] | None,
    problems: Problems,
    digests: dict[str, str],
) -> tuple[Claim, ...]:
    """The claims of a study, each id once; none when there is no file of them.

    Args:
        folder: the study's folder.
        shown: what to call the folder in a problem.
        rubric: the rubric, whose nodes and levels a claim may name.
        cases: the cases that a claim may name; None where they are not known.
        problems: where problems are added.
        digests: where the digest of the file is noted.
    """
    path = folder / FILE
    if not path.exists() and not path.is_symlink():
        return ()
    name = f"{shown}/{FILE}"
    table = read_table(path, name, problems, required=REQUIRED, optional=OPTIONAL, within=folder)
    if table is None:
        return ()
    digests[FILE] = table.sha256
    reader = _Reader(name, problems, rubric, None if cases is None else [case.id for case in cases])
    claims = [reader.claim(row) for row in table.rows]
    return tuple(claim for claim in claims if claim is not None)


def scale_meant(rubric: Rubric, kind: ClaimKind, node: str, case: str) -> Scale:
    """The scale of the levels that a claim names: that of judgements where it is about them, else the rubric's own."""
    about_judgements = node in rubric.judged and (kind is not ClaimKind.RATING or case)
    return rubric.judgement_scale(node) if about_judgements else rubric.scale


@dataclass
class _Reader:
    name: str
    problems: Problems
    rubric: Rubric
    cases: Sequence[str] | None

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
        return claim if self.problems.errors == before else None

    def _of_kind(self, row: Row, kind: ClaimKind) -> Claim:
        relation = self._one_of(row, "relation", RELATIONS[kind])
        free = {name: row.cells[name] for name in ("id", "where", "sentence", "subject", "level", "note")}
        return Claim(
            kind=kind,
            node=self._one_of(row, "node", self.rubric.node_ids) or "",
            levels=self._levels(row, kind),
            relation=None if relation is None else Relation(relation),
            other=self._other(row, kind),
            value=self._value(row, kind),
            case=self._case(row),
            figures=self._figures(row, kind),
            **free,
        )

    def _tell(self, row: Row, column: str, found: str, expected: str, hint: str = "") -> None:
        self.problems.add(Problem(self.name, row.line, column, found, expected, hint))

    def _id_is_new(self, row: Row) -> None:
        name = row.cells["id"]
        if name and not IDENTIFIER.fullmatch(name):
            self._tell(row, "id", quoted(name), "an id of letters, digits, dots, hyphens and underscores")
        elif name in self.first:
            self._tell(row, "id", f"{quoted(name)} a second time (first on line {self.first[name]})", "once")
        self.first.setdefault(name, row.line)

    def _one_of(self, row: Row, column: str, known: Collection[str]) -> str | None:
        word = row.cells[column]
        if word and word not in known:
            self._tell(row, column, quoted(word), f"one of {listed(known, 20)}", nearest(word, known))
        return word if word in known else None

    def _levels(self, row: Row, kind: ClaimKind) -> tuple[str, ...]:
        """The levels that a level cell means: one, or all from or up to one."""
        text, node = row.cells["level"], row.cells["node"]
        if kind is ClaimKind.SIZE:
            self._one_of(row, "level", list(Part))
            return ()
        if not text:
            return ()
        scale = scale_meant(self.rubric, kind, node, row.cells["case"])
        bound = next((bound for bound in BOUNDS if text.startswith(bound)), "")
        name = text.removeprefix(bound)
        if name not in scale.names:
            expected = f'one of {listed(scale.names)}, or "at least" or "at most" and one of them'
            self._tell(row, "level", quoted(text), expected, nearest(name, scale.names))
            return ()
        place = scale.names.index(name)
        chosen = {"": slice(place, place + 1), BOUNDS[0]: slice(place, None), BOUNDS[1]: slice(place + 1)}[bound]
        if bound and kind is ClaimKind.RATING:
            self._tell(row, "level", quoted(text), "one level", 'put "at least" or "at most" in relation')
        return tuple(scale.names[chosen])

    def _other(self, row: Row, kind: ClaimKind) -> str:
        return (self._one_of(row, "value", self.rubric.node_ids) or "") if kind is ClaimKind.ORDER else ""

    def _value(self, row: Row, kind: ClaimKind) -> Printed | None:
        text = row.cells["value"]
        if not text or kind is ClaimKind.ORDER:
            return None
        number = printed_number(text)
        if number is None:
            self._tell(row, "value", quoted(text), NUMBER_FORM)
        elif kind in (ClaimKind.COUNT, ClaimKind.SIZE) and (number.is_percentage or not number.is_whole):
            self._tell(row, "value", quoted(text), "a whole number")
        elif kind in (ClaimKind.SHARE, ClaimKind.CHANGE, ClaimKind.FRACTION) and not number.is_percentage:
            self._tell(row, "value", quoted(text), "a percentage such as 52%")
        elif (relation := row.cells["relation"]) in (Relation.ALL, Relation.NONE):
            self._tell(row, "value", quoted(text), f'an empty cell: "{relation}" has one meaning')
        return number

    def _case(self, row: Row) -> str:
        return (row.cells["case"] if self.cases is None else self._one_of(row, "case", self.cases)) or ""

    def _figures(self, row: Row, kind: ClaimKind) -> tuple[Printed, ...]:
        words = row.cells["figures"].split()
        numbers = [number for word in words if (number := printed_number(word)) is not None]
        count_fits = len(words) == 2 if kind in TWO_FIGURES else len(words) > 1
        if words and (len(numbers) < len(words) or not count_fits):
            expected = "two numbers" if kind in TWO_FIGURES else "two numbers or more"
            self._tell(row, "figures", quoted(row.cells["figures"]), f"{expected} with spaces between them")
        elif kind in TWO_FIGURES and numbers and _divisor(kind, numbers).value == 0:
            self._tell(row, "figures", quoted(row.cells["figures"]), "a number other than 0 to divide by")
        return tuple(numbers)

    def _columns_fit(self, row: Row, kind: ClaimKind) -> None:
        """Every column that a kind of claim needs is filled, and none that it has no use for."""
        needed = NEEDED[kind]
        allowed = {*needed, *ALLOWED.get(kind, ())}
        optional_value = row.cells["relation"] in [relation.value for relation in PROPORTIONS]
        for column in ("node", "level", "relation", "value", "case", "figures"):
            text = row.cells[column]
            if not text and column in needed:
                self._tell(row, column, "an empty cell", f'a {column}, which a claim of kind "{kind.value}" needs')
            elif text and column not in allowed:
                self._tell(row, column, quoted(text), f'an empty cell: a claim of kind "{kind.value}" has no {column}')
        if kind is ClaimKind.SHARE and not optional_value and not row.cells["value"]:
            self._tell(row, "value", "an empty cell", "a percentage such as 52%")
        if kind is ClaimKind.EXTERNAL and bool(row.cells["value"]) != bool(row.cells["relation"]):
            self._tell(row, "relation", "a relation or a value alone", "both, or neither")


def _divisor(kind: ClaimKind, numbers: Sequence[Printed]) -> Printed:
    return numbers[0] if kind is ClaimKind.CHANGE else numbers[-1]
