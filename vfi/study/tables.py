"""The CSV files of a study, row by row, with every mistake in them told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vfi.inputs import Row, read_table
from vfi.inputs.dates import IN_TABLES, read_dates
from vfi.inputs.validation import IDENTIFIER
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric import Rubric
from vfi.rubric.models import INSUFFICIENT
from vfi.study.models import CONFIDENCES, Case, Evidence, Judgement, PublishedRating

SHA256 = re.compile(r"[0-9a-f]{64}")
PROSE = (
    "name",
    "title",
    "location",
    "source",
    "reason",
)  # the columns that no other file refers to


@dataclass
class Tables:
    """Reads the tables of one study folder into one collection of problems.

    A file that cannot be used, or not wholly, is told once: what other files say of its contents is
        then not checked
    against it, nor what is missing from it.

    Attributes:
        folder: the folder.
        shown: the folder as problems call it.
        problems: where problems are added.
        files: the bytes of each file that was read, by name.
        by_file: the rows of each table that was read, by the name of its file.
        lines: the line of each judgement, by case and criterion.
        partial: the files of which not every row could be read.
    """

    folder: Path
    shown: str
    problems: Problems
    files: dict[str, bytes] = field(default_factory=dict)
    by_file: dict[str, list[Row]] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)

    def cases(self) -> tuple[Case, ...] | None:
        """The cases, each id once; None when the file cannot be used, or not wholly."""
        rows = self.rows("cases.csv", ("id", "name"))
        if rows is None:
            return None
        self._ids_are_unique("cases.csv", rows)
        return (
            None
            if "cases.csv" in self.partial
            else tuple(Case(row.cells["id"], row.cells["name"]) for row in rows)
        )

    def evidence(self) -> tuple[Evidence, ...] | None:
        """The sources, each id once; none when there is no file of them, None when it cannot be
        used.
        """
        if self.is_absent("evidence.csv"):
            return ()
        rows = self.rows("evidence.csv", ("id", "title"), ("kind", "location", "date", "sha256"))
        if rows is None:
            return None
        self._ids_are_unique("evidence.csv", rows)
        self._settle_dates("evidence.csv", rows)
        for row in rows:
            digest = row.cells["sha256"]
            if digest and not SHA256.fullmatch(digest.lower()):
                self.tell("evidence.csv", row, "sha256", quoted(digest), "64 hexadecimal digits")
        if "evidence.csv" in self.partial:
            return None
        return tuple(Evidence(**row.cells) for row in rows)

    def published(self, rubric: Rubric | None) -> tuple[PublishedRating, ...]:
        """The published ratings, each node once; none when there is no file of them."""
        if self.is_absent("published.csv"):
            return ()
        rows = self.rows("published.csv", ("node", "rating"), ("source",)) or []
        first: dict[str, int] = {}
        for row in rows:
            node = row.cells["node"]
            if rubric is not None:
                self.is_known("published.csv", row, "node", rubric.node_ids)
                scale = rubric.rating_scale(node) if node in rubric.node_ids else rubric.scale
                self.is_known("published.csv", row, "rating", (*scale.names, INSUFFICIENT))
            if node and node in first:
                self.repeated("published.csv", row, "node", node, first[node])
            first.setdefault(node, row.line)
        return tuple(PublishedRating(**row.cells) for row in rows)

    def judgements(
        self,
        rubric: Rubric | None,
        cases: Sequence[Case] | None,
        evidence: Sequence[Evidence] | None,
    ) -> tuple[Judgement, ...]:
        """The judgements: known cases, criteria, levels and evidence, every pair judged once."""
        optional = ("reason", "evidence", "assessor", "date", "confidence")
        rows = self.rows("judgements.csv", ("case", "criterion", "level"), optional)
        if rows is None:
            return ()
        if cases is not None:
            self._column_is_known(rows, "case", dict.fromkeys(case.id for case in cases))
        if rubric is not None:
            self._levels_are_known(rows, _levels(rubric))
        if evidence is not None and any(row.cells["evidence"] for row in rows):
            sources = {source.id for source in evidence}
            for row in rows:
                self.evidence_is_known("judgements.csv", row, sources)
        self._settle_dates("judgements.csv", rows)
        self._column_is_known(rows, "confidence", CONFIDENCES)
        self.lines = {(row.cells["case"], row.cells["criterion"]): row.line for row in rows}
        self._pairs_are_single(rows)
        if cases is not None and rubric is not None and "judgements.csv" not in self.partial:
            self._pairs_are_complete(rows, cases, rubric)
        return tuple(map(_judgement, rows))

    def rows(
        self, file: str, required: Sequence[str], optional: Sequence[str] = ()
    ) -> list[Row] | None:
        """The rows of a file, its required cells checked; None when the file cannot be used."""
        table = read_table(
            self.folder / file,
            f"{self.shown}/{file}",
            self.problems,
            required=required,
            optional=optional,
            prose=PROSE,
            within=self.folder,
        )
        if table is None:
            return None
        self.files[file] = table.file.data
        self.by_file[file] = table.rows
        if not table.is_whole:
            self.partial.add(file)
        for row in table.rows:
            for column in required:
                if not row.cells[column]:
                    self.tell(file, row, column, "an empty cell", f"a {column}")
        if not table.rows and table.is_whole:
            self.problems.add(
                Problem(f"{self.shown}/{file}", 1, "", "a header without rows", "at least one row")
            )
        return table.rows

    def is_absent(self, file: str) -> bool:
        """Whether there is no file of that name, not even a link that leads nowhere."""
        path = self.folder / file
        return not path.exists() and not path.is_symlink()

    def tell(
        self, file: str, row: Row, column: str, found: str, expected: str, hint: str = ""
    ) -> None:
        """Add a problem of one cell."""
        self.problems.add(Problem(f"{self.shown}/{file}", row.line, column, found, expected, hint))

    def repeated(
        self, file: str, row: Row, column: str, what: str, first: int, expected: str = "once"
    ) -> None:
        """Tell what stands in the file a second time."""
        self.tell(
            file, row, column, f"{quoted(what)} a second time (first on line {first})", expected
        )

    def is_known(self, file: str, row: Row, column: str, known: Collection[str]) -> None:
        """Tell a word that is none of those known."""
        word = row.cells[column]
        if word and word not in known:
            self.tell(
                file, row, column, quoted(word), f"one of {listed(known)}", nearest(word, known)
            )

    def _column_is_known(self, rows: Sequence[Row], column: str, known: Collection[str]) -> None:
        """Tell the words of a column of judgements that are not known; a column without any is
        passed at once.
        """
        if not {row.cells[column] for row in rows} <= {*known, ""}:
            for row in rows:
                self.is_known("judgements.csv", row, column, known)

    def _levels_are_known(self, rows: Sequence[Row], levels: Mapping[str, Collection[str]]) -> None:
        self._column_is_known(rows, "criterion", levels)
        any_level = dict.fromkeys(word for words in levels.values() for word in words)
        allowed = {(judged, word) for judged, words in levels.items() for word in words}
        if not {(row.cells["criterion"], row.cells["level"]) for row in rows} <= allowed:
            for row in rows:
                self.is_known(
                    "judgements.csv", row, "level", levels.get(row.cells["criterion"], any_level)
                )

    def _ids_are_unique(self, file: str, rows: Sequence[Row]) -> None:
        first: dict[str, int] = {}
        for row in rows:
            name = row.cells["id"]
            if name and not IDENTIFIER.fullmatch(name):
                expected = "an id of letters, digits, dots, hyphens and underscores"
                self.tell(file, row, "id", quoted(name), expected)
            if name and name in first:
                self.repeated(file, row, "id", name, first[name])
            first.setdefault(name, row.line)

    def _settle_dates(self, file: str, rows: Sequence[Row]) -> None:
        """Put the ISO form of each date into its row; those that are no date are told, and are
        "".
        """
        read = read_dates({row.cells["date"] for row in rows} - {""})
        for row in rows:
            text = row.cells["date"]
            if not text:
                continue
            if not read[text].iso:
                self.tell(file, row, "date", quoted(text), IN_TABLES, read[text].hint)
            row.cells["date"] = read[text].iso

    def evidence_is_known(self, file: str, row: Row, sources: Collection[str]) -> None:
        """Tell ids of evidence that do not exist."""
        for source in row.cells["evidence"].split():
            if source not in sources:
                expected = "ids from evidence.csv, with spaces between them"
                self.tell(file, row, "evidence", quoted(source), expected, nearest(source, sources))

    def _pairs_are_single(self, rows: Sequence[Row]) -> None:
        first: dict[tuple[str, str], Row] = {}
        for row in rows:
            pair = (row.cells["case"], row.cells["criterion"])
            earlier = first.setdefault(pair, row)
            if earlier is row:
                continue
            if earlier.cells["assessor"] == row.cells["assessor"]:
                self.repeated(
                    "judgements.csv",
                    row,
                    "criterion",
                    " on ".join(pair),
                    earlier.line,
                    "one judgement",
                )
            else:
                assessors = (
                    f"{earlier.cells['assessor'] or 'nobody'} and "
                    f"{row.cells['assessor'] or 'nobody'}"
                )
                found = (
                    f"{quoted(' on '.join(pair))} judged by {assessors} (first on line "
                    f"{earlier.line})"
                )
                expected = "one judgement that the assessors have agreed"
                self.tell("judgements.csv", row, "assessor", found, expected)

    def _pairs_are_complete(
        self, rows: Sequence[Row], cases: Sequence[Case], rubric: Rubric
    ) -> None:
        """Tell which criteria a case is not judged on, save those that a misspelt name stands
        for.
        """
        judged = {(row.cells["case"], row.cells["criterion"]) for row in rows}
        misspelt = Counter(case for case, criterion in judged if criterion not in rubric.judged)
        strangers = {case for case, _ in judged} - {case.id for case in cases}
        absent = {case.id for case in cases} - {case for case, _ in judged}
        for case in cases:
            missing = [
                judged_on for judged_on in rubric.judged if (case.id, judged_on) not in judged
            ]
            is_misspelt = case.id in absent and len(strangers) >= len(absent)
            if len(missing) > misspelt[case.id] and not is_misspelt:
                expected = (
                    f'a row for each criterion; where evidence does not suffice, "{INSUFFICIENT}"'
                )
                found = f"no judgement of {case.id} on {listed(missing, 20)}"
                self.problems.add(
                    Problem(f"{self.shown}/judgements.csv", None, "", found, expected)
                )


def _levels(rubric: Rubric) -> dict[str, Collection[str]]:
    """The words that a judgement may have, for each criterion."""
    return {
        judged: (*rubric.judgement_scale(judged).names, INSUFFICIENT) for judged in rubric.judged
    }


def _judgement(row: Row) -> Judgement:
    cells = row.cells
    return Judgement(
        case=cells["case"],
        criterion=cells["criterion"],
        level=None if cells["level"] == INSUFFICIENT else cells["level"],
        reason=cells["reason"],
        evidence=tuple(cells["evidence"].split()),
        assessor=cells["assessor"],
        date=cells["date"],
        confidence=cells["confidence"],
    )
