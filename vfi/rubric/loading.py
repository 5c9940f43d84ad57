"""From a rubric's folder to a `Rubric`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vfi import places
from vfi.inputs.identity import named_after
from vfi.inputs.text import MEBIBYTE, read_text
from vfi.inputs.validation import validate
from vfi.inputs.yaml import Document, parse_yaml
from vfi.problems import Problems
from vfi.rubric.consistency import check_consistency
from vfi.rubric.models.rubric import Rubric

MAXIMUM_BYTES = 4 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class RubricFile:
    """A rubric with the file that it was read from: where each part stands, the text and its
    bytes.
    """

    rubric: Rubric
    document: Document
    text: str
    data: bytes


def load_rubric(name: str | Path, beside: Path | None = None) -> Rubric:
    """The rubric that goes by an id, or that lies in a folder.

    Args:
        name: an id such as `domestic-abuse-duty-vfi`, or the path of a folder or of its
            `rubric.yaml`.
        beside: a folder, a study's say, whose neighbourhood is searched first.

    Raises:
        NotFound: no rubric goes by that name.
        InvalidInput: the rubric has errors; all of them are in `problems`.

    Examples:
        >>> vfi.load_rubric("domestic-abuse-duty-vfi").scale.names
        ('Poor', 'Adequate', 'Good', 'Excellent')
    """
    problems = Problems()
    rubric = read_rubric(places.find(places.RUBRIC, name, (beside,) if beside else ()), problems)
    problems.raise_errors()
    assert rubric is not None  # noqa: S101 - no error was found, so there is a rubric
    return rubric


def read_rubric(folder: Path, problems: Problems) -> Rubric | None:
    """The rubric in a folder, with its problems added to `problems`; None when it cannot be
    used.
    """
    file = read_rubric_file(folder, problems)
    return None if file is None else file.rubric


def read_rubric_file(folder: Path, problems: Problems) -> RubricFile | None:
    """The rubric in a folder with where each of its parts stands; None when it cannot be used."""
    path = folder / places.RUBRIC.marker
    name = places.shown(path)
    file = read_text(path, name, problems, limit=MAXIMUM_BYTES, within=folder)
    if file is None:
        return None
    before = problems.errors
    document = parse_yaml(file.text, name, problems)
    if document is None:
        return None
    rubric = validate(Rubric, named_after(document, folder.resolve().name, problems), problems)
    if rubric is None:
        return None
    check_consistency(rubric, document, problems)
    if problems.errors > before:
        return None
    return RubricFile(rubric.sealed(file.sha256), document, file.text, file.data)
