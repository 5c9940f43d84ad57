"""From a study's folder to a `Study`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vfi import places
from vfi.inputs import Document, parse_yaml, read_text, validate
from vfi.inputs.identity import named_after
from vfi.inputs.text import MEBIBYTE
from vfi.inputs.yaml import dotted
from vfi.places import shown
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric.loading import RubricFile, read_rubric_file
from vfi.study.cited import check_left_out, check_recorded, read_cited
from vfi.study.claims import read_claims
from vfi.study.dates import check_future, check_order
from vfi.study.determinations import check_determinations
from vfi.study.failures import read_failures
from vfi.study.models import Claim, Study, StudyFile
from vfi.study.narrative import read_narrative
from vfi.study.readings import check_departures, read_readings
from vfi.study.tables import Tables

MAXIMUM_BYTES = MEBIBYTE


def load_study(name: str | Path) -> Study:
    """The study that goes by an id, or that lies in a folder, with its rubric.

    Mistakes in `claims.csv` do not stop it: no rating rests on that file. They are in the study's
    `claim_problems`.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors; all of them are in `problems`.
    """
    problems = Problems()
    study = _read_study(_tables_of(name, problems), of_claims=Problems())
    problems.raise_errors()
    assert study is not None  # noqa: S101 - no error was found, so there is a study
    return study


def check_study(name: str | Path, today: date | None = None) -> tuple[Study | None, Problems]:
    """Every problem of a study and of its rubric, and the study itself when none of them is an
    error.

    What loading a study tells, and what only a check takes the time or the date for: dates that lie
        ahead, and the
    digests of cited files that are too large to be read for anything else.

    Args:
        name: the id of the study or its folder.
        today: the day that dates are held against; the day of the clock where none is given.

    Raises:
        NotFound: no study goes by that name.
    """
    problems, of_claims = Problems(), Problems()
    tables = _tables_of(name, problems)
    study = _read_study(tables, of_claims)
    for problem in of_claims:
        problems.add(problem)
    check_future(tables, today or date.today())
    if study is not None:
        check_left_out(tables, study.left_out)
    return (None if problems.errors else study), problems


def _tables_of(name: str | Path, problems: Problems) -> Tables:
    folder = places.find(places.STUDY, name)
    return Tables(folder, shown(folder), problems)


def _read_study(tables: Tables, of_claims: Problems) -> Study | None:
    """The study as far as it can be read; the problems of its claims are told apart from the
    others.
    """
    folder, shown_folder, problems = tables.folder, tables.shown, tables.problems
    document = _read_document(
        folder, f"{shown_folder}/{places.STUDY.marker}", problems, tables.files
    )
    about, rubric_file = (
        (None, None) if document is None else _read_about(document, folder, problems)
    )
    rubric = None if rubric_file is None else rubric_file.rubric
    cases = tables.cases()
    evidence = tables.evidence()
    judgements = tables.judgements(rubric, cases, evidence)
    published = tables.published(rubric)
    readings = () if rubric is None else read_readings(tables, rubric, cases)
    failures = () if rubric is None else read_failures(tables, rubric, cases, evidence)
    claims: tuple[Claim, ...] = ()
    if rubric is not None:
        claims = read_claims(folder, shown_folder, rubric, cases, evidence, of_claims, tables.files)
    narrative = read_narrative(about.narrative, tables) if about else {}
    check_recorded(tables)
    check_order(tables)
    left_out = read_cited(tables)
    if document is None or about is None or rubric_file is None or rubric is None:
        return None
    check_determinations(about, rubric, cases, document, problems)
    check_departures(tables, rubric, readings, judgements)
    return Study(
        about=about,
        rubric=rubric,
        cases=cases or (),
        judgements=judgements,
        evidence=evidence or (),
        published=published,
        narrative=narrative,
        folder=folder,
        files=tables.files,
        rows=tables.by_file,
        rubric_file=rubric_file.data,
        left_out=left_out,
        readings=readings,
        failures=failures,
        claims=claims,
        claim_problems=tuple(of_claims),
    )


def _read_document(
    folder: Path, name: str, problems: Problems, files: dict[str, bytes]
) -> Document | None:
    file = read_text(
        folder / places.STUDY.marker, name, problems, limit=MAXIMUM_BYTES, within=folder
    )
    document = file and parse_yaml(file.text, name, problems)
    if not file or not document:
        return None
    files[places.STUDY.marker] = file.data
    return document


def _read_about(
    document: Document, folder: Path, problems: Problems
) -> tuple[StudyFile | None, RubricFile | None]:
    about = validate(StudyFile, named_after(document, folder.resolve().name, problems), problems)
    if about is None:
        return None, None
    return about, _read_rubric_of(about, document, folder, problems)


def _read_rubric_of(
    about: StudyFile, document: Document, folder: Path, problems: Problems
) -> RubricFile | None:
    reference = about.rubric
    known = places.by_id(places.RUBRIC, (folder,))
    if reference.id not in known:
        hint = nearest(reference.id, known)
        expected = f"one of the known rubrics: {listed(known, 20) or 'there is none'}"
        problems.add(_problem(document, ("rubric", "id"), quoted(reference.id), expected, hint))
        return None
    found = known[reference.id]
    file = read_rubric_file(found, problems)
    if file is not None and file.rubric.version != reference.version:
        expected = f"{quoted(file.rubric.version)}, the version of {shown(found)}"
        problems.add(_problem(document, ("rubric", "version"), quoted(reference.version), expected))
    return file


def _problem(
    document: Document, path: tuple[str | int, ...], found: str, expected: str, hint: str = ""
) -> Problem:
    line, column = document.position(path)
    return Problem(document.name, line, dotted(path), found, expected, hint, column=column)
