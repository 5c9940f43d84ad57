"""From a study's folder to a `Study`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vfi import places
from vfi.inputs.identity import named_after
from vfi.inputs.text import MEBIBYTE, read_text
from vfi.inputs.validation import validate
from vfi.inputs.yaml import Document, dotted, parse_yaml
from vfi.places import shown
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric.loading import RubricFile, read_rubric_file
from vfi.study.cited import check_left_out, check_recorded, read_cited
from vfi.study.claims import CLAIMS, claims_of
from vfi.study.dates import check_future, check_order
from vfi.study.determinations import check_determinations
from vfi.study.folder import StudyFolder
from vfi.study.judgements import check_assessors, check_complete
from vfi.study.models import Study, StudyFile
from vfi.study.narrative import read_narrative
from vfi.study.readings import check_departures, readings_of
from vfi.study.references import references
from vfi.study.tables import CASES, EVIDENCE, FAILURES, INDICATORS, JUDGEMENTS, PUBLISHED

MAXIMUM_BYTES = MEBIBYTE


def load_study(name: str | Path) -> Study:
    """The study that goes by an id, or that lies in a folder, with its rubric.

    Mistakes in `claims.csv` do not stop it: no rating rests on that file. They are in the study's
    `claim_problems`.

    Args:
        name: its id or the path of its folder.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors; all of them are in `problems`.

    Examples:
        >>> vfi.load_study("domestic-abuse-duty-2025").about.title
        'Value for investment of the Domestic Abuse Duty'
    """
    problems = Problems()
    study = _read_study(_folder_of(name, problems), of_claims=Problems())
    problems.raise_errors()
    assert study is not None  # noqa: S101 - no error was added, so there is a study
    return study


def check_study(name: str | Path, today: date | None = None) -> tuple[Study | None, Problems]:
    """Every problem of a study and of its rubric, and the study itself when none of them is an
    error.

    What loading a study tells, and what only a check takes the time or the date for: dates that lie
    ahead, and the digests of cited files that are too large to be read for anything else.

    Args:
        name: the id of the study or its folder.
        today: the day that dates are held against; the day of the clock where none is given.

    Raises:
        NotFound: no study goes by that name.
    """
    problems, of_claims = Problems(), Problems()
    folder = _folder_of(name, problems)
    study = _read_study(folder, of_claims)
    for problem in of_claims:
        problems.add(problem)
    check_future(folder, today or date.today())
    if study is not None:
        check_left_out(folder, study.left_out)
    return (None if problems.errors else study), problems


def _folder_of(name: str | Path, problems: Problems) -> StudyFolder:
    path = places.find(places.STUDY, name)
    return StudyFolder(path, shown(path), problems)


def _read_study(folder: StudyFolder, of_claims: Problems) -> Study | None:
    """The study as far as it can be read; the problems of its claims are told apart from the
    others.
    """
    document = _read_document(folder)
    about, rubric_file = None, None
    if document is not None:
        about, rubric_file = _read_about(document, folder.path, folder.problems)
    rubric = None if rubric_file is None else rubric_file.rubric
    cases, evidence = folder.read(CASES, {}), folder.read(EVIDENCE, {})
    referable = references(rubric, cases, evidence)
    judgements = folder.read(JUDGEMENTS, referable)
    published = folder.read(PUBLISHED, referable)
    indicators = folder.read(INDICATORS, referable)
    failures = folder.read(FAILURES, referable)
    claims = folder.read(CLAIMS, referable, of_claims)
    narrative = read_narrative(about.narrative, folder) if about else {}
    check_assessors(folder)
    check_recorded(folder)
    check_order(folder)
    left_out = read_cited(folder)
    if rubric is not None and cases.is_whole and judgements.is_whole:
        check_complete(folder, cases.entries, rubric)
    if document is None or about is None or rubric_file is None or rubric is None:
        return None
    check_determinations(about, rubric, cases.words("id"), document, folder.problems)
    readings = readings_of(indicators.rows, rubric)
    check_departures(folder, rubric, readings)
    return Study(
        about=about,
        rubric=rubric,
        cases=cases.entries,
        judgements=judgements.entries,
        evidence=evidence.entries,
        published=published.entries,
        narrative=narrative,
        folder=folder.path,
        files=folder.files,
        rows={name: table.rows for name, table in folder.tables.items()},
        rubric_file=rubric_file.data,
        left_out=left_out,
        readings=readings,
        failures=failures.entries,
        claims=claims_of(claims.rows),
        claim_problems=tuple(of_claims),
    )


def _read_document(folder: StudyFolder) -> Document | None:
    marker, problems = places.STUDY.marker, folder.problems
    name = folder.shown_name(marker)
    file = read_text(folder.path / marker, name, problems, limit=MAXIMUM_BYTES, within=folder.path)
    document = file and parse_yaml(file.text, name, problems)
    if not file or not document:
        return None
    folder.files[marker] = file.data
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
    rubric_folders = places.by_id(places.RUBRIC, (folder,))
    if reference.id not in rubric_folders:
        hint = nearest(reference.id, rubric_folders)
        expected = f"one of the known rubrics: {listed(rubric_folders, 20) or 'there is none'}"
        problems.add(_problem(document, ("rubric", "id"), quoted(reference.id), expected, hint))
        return None
    path = rubric_folders[reference.id]
    file = read_rubric_file(path, problems)
    if file is not None and file.rubric.version != reference.version:
        expected = f"{quoted(file.rubric.version)}, the version of {shown(path)}"
        problems.add(_problem(document, ("rubric", "version"), quoted(reference.version), expected))
    return file


def _problem(
    document: Document, path: tuple[str | int, ...], found: str, expected: str, hint: str = ""
) -> Problem:
    line, column = document.position(path)
    return Problem(document.name, line, dotted(path), found, expected, hint, column=column)
