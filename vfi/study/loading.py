"""From a study's folder to a `Study`."""

from __future__ import annotations

from pathlib import Path

from vfi import places
from vfi.inputs import Document, parse_yaml, read_text, validate
from vfi.inputs.identity import named_after
from vfi.inputs.text import MEBIBYTE
from vfi.inputs.yaml import dotted
from vfi.places import shown
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric import Rubric, read_rubric
from vfi.study.claims import read_claims
from vfi.study.determinations import check_determinations
from vfi.study.failures import read_failures
from vfi.study.models import Claim, Study, StudyFile
from vfi.study.readings import check_departures, read_readings
from vfi.study.tables import Tables

MAXIMUM_BYTES = MEBIBYTE


def load_study(name: str | Path) -> Study:
    """The study that goes by an id, or that lies in a folder, with its rubric.

    Mistakes in `claims.csv` do not stop it: no rating rests on that file. They are in the study's `claim_problems`.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors; all of them are in `problems`.
    """
    study, problems, _ = _read_study(places.find(places.STUDY, name))
    problems.raise_errors()
    assert study is not None  # noqa: S101 - no error was found, so there is a study
    return study


def check_study(name: str | Path) -> tuple[Study | None, Problems]:
    """Every problem of a study and of its rubric, and the study itself when none of them is an error.

    Raises:
        NotFound: no study goes by that name.
    """
    study, problems, of_claims = _read_study(places.find(places.STUDY, name))
    for problem in of_claims:
        problems.add(problem)
    return (None if problems.errors else study), problems


def _read_study(folder: Path) -> tuple[Study | None, Problems, Problems]:
    """The study as far as it can be read, its problems, and apart from them those of its claims."""
    problems, of_claims = Problems(), Problems()
    shown_folder = shown(folder)
    tables = Tables(folder, shown_folder, problems)
    document = _read_document(folder, f"{shown_folder}/{places.STUDY.marker}", problems, tables.digests)
    about, rubric = (None, None) if document is None else _read_about(document, folder, problems)
    cases = tables.cases()
    evidence = tables.evidence()
    judgements = tables.judgements(rubric, cases, evidence)
    published = tables.published(rubric)
    readings = () if rubric is None else read_readings(tables, rubric, cases)
    failures = () if rubric is None else read_failures(tables, rubric, cases, evidence)
    claims: tuple[Claim, ...] = ()
    if rubric is not None:
        claims = read_claims(folder, shown_folder, rubric, cases, evidence, of_claims, tables.digests)
    narrative = _read_narrative(about, folder, shown_folder, problems, tables.digests) if about else {}
    if document is None or about is None or rubric is None:
        return None, problems, of_claims
    check_determinations(about, rubric, cases, document, problems)
    check_departures(tables, rubric, readings, judgements)
    study = Study(
        about=about,
        rubric=rubric,
        cases=cases or (),
        judgements=judgements,
        evidence=evidence or (),
        published=published,
        narrative=narrative,
        folder=folder,
        digests=tables.digests,
        readings=readings,
        failures=failures,
        claims=claims,
        claim_problems=tuple(of_claims),
    )
    return study, problems, of_claims


def _read_document(folder: Path, name: str, problems: Problems, digests: dict[str, str]) -> Document | None:
    file = read_text(folder / places.STUDY.marker, name, problems, limit=MAXIMUM_BYTES, within=folder)
    document = file and parse_yaml(file.text, name, problems)
    if not file or not document:
        return None
    digests[places.STUDY.marker] = file.sha256
    return document


def _read_about(document: Document, folder: Path, problems: Problems) -> tuple[StudyFile | None, Rubric | None]:
    about = validate(StudyFile, named_after(document, folder.resolve().name, problems), problems)
    if about is None:
        return None, None
    return about, _read_rubric_of(about, document, folder, problems)


def _read_rubric_of(about: StudyFile, document: Document, folder: Path, problems: Problems) -> Rubric | None:
    reference = about.rubric
    known = places.by_id(places.RUBRIC, (folder,))
    if reference.id not in known:
        hint = nearest(reference.id, known)
        expected = f"one of the known rubrics: {listed(known, 20) or 'there is none'}"
        problems.add(_problem(document, ("rubric", "id"), quoted(reference.id), expected, hint))
        return None
    found = known[reference.id]
    rubric = read_rubric(found, problems)
    if rubric is not None and rubric.version != reference.version:
        expected = f"{quoted(rubric.version)}, the version of {shown(found)}"
        problems.add(_problem(document, ("rubric", "version"), quoted(reference.version), expected))
    return rubric


def _problem(document: Document, path: tuple[str | int, ...], found: str, expected: str, hint: str = "") -> Problem:
    line, column = document.position(path)
    return Problem(document.name, line, dotted(path), found, expected, hint, column=column)


def _read_narrative(
    about: StudyFile, folder: Path, shown_folder: str, problems: Problems, digests: dict[str, str]
) -> dict[str, str]:
    texts: dict[str, str] = {}
    for section in about.narrative:
        name = f"narrative/{section}.md"
        file = read_text(folder / name, f"{shown_folder}/{name}", problems, limit=MAXIMUM_BYTES, within=folder)
        if file is not None:
            texts[section] = file.text
            digests[name] = file.sha256
    return texts
