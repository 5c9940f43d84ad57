"""The files that evidence is in: read where they lie in the study folder, and held against their
digests.

No rating rests on what is in them, so one that is not here (a study may be shown without its
interviews) is no error; one that is not what was recorded is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vfi.inputs.names import name_fault, name_inside
from vfi.inputs.text import MEBIBYTE
from vfi.places import file_inside
from vfi.problems import Problem, Severity, quoted
from vfi.study.tables import EVIDENCE, SHA256

if TYPE_CHECKING:
    from vfi.inputs.tables.records import Row
    from vfi.study.folder import StudyFolder
    from vfi.study.models import Evidence

LARGEST = 64 * MEBIBYTE
LARGEST_IN_ALL = 256 * MEBIBYTE
ENDINGS = (
    *(
        "pdf",
        "doc",
        "docx",
        "odt",
        "rtf",
        "txt",
        "md",
        "html",
        "htm",
        "xls",
        "xlsx",
        "ods",
        "csv",
        "tsv",
        "ppt",
    ),
    *("pptx", "odp", "json", "xml", "eml", "msg", "zip", "png", "jpg", "jpeg", "tif", "tiff"),
    *("mp3", "m4a", "wav", "mp4", "mov"),
)
# A file name, and perhaps the page in it: `sources/na07.pdf, p. 12`.
NAMED = re.compile(
    rf"(?P<name>(?!www\.)[^:]*?\.(?:{'|'.join(ENDINGS)}))(?:[\s,;#(].*)?", re.IGNORECASE | re.DOTALL
)
PLACEHOLDER_SIGNS = 2  # a digest of so few different signs was typed, not reckoned
CHANGED = (
    "the file changed or is another one: see that it is what was judged on, then record its digest"
)
OF_NOTHING = hashlib.sha256(b"").hexdigest()


def read_cited(folder: StudyFolder) -> Mapping[str, str]:
    """Read the files that `evidence.csv` names into `folder.files`, and hold them against the
    digests recorded.

    Returns:
        The files that were not read, each with the reason: they are not there, they are large, or
        they have a name that not every system can keep. What is made from a study does without
        them.
    """
    left_out: dict[str, str] = {}
    size = 0
    for row, name in _named(folder):
        path = file_inside(folder.path, name)
        if path is None:
            left_out[name] = "which is not there"
            continue
        if name not in folder.files:
            reason = name_fault(name) or _clash(name, folder) or _too_large(path, size)
            if reason is not None:
                left_out[name] = reason
                continue
            data = folder.keep(name, LARGEST)
            if data is None:
                continue
            size += len(data)
        _compare(folder, row, name, hashlib.sha256(folder.files[name]).hexdigest())
    return left_out


def check_recorded(folder: StudyFolder) -> None:
    """Tell digests that cannot be any file's, and files that are named and not there."""
    for row in folder.rows(EVIDENCE):
        digest = row.cells["sha256"]
        if digest and _is_typed(digest):
            expected = "the SHA-256 digest of a file, or an empty cell"
            folder.problems.add(row.problem("sha256", quoted(digest, 70), expected))
    for row, name in _named(folder):
        if file_inside(folder.path, name) is None:
            absent = f"{quoted(name)}, which is not there"
            expected, hint = "a file of the study folder", _hint_of_absence(row.cells["sha256"])
            folder.problems.add(row.problem("location", absent, expected, hint, Severity.WARNING))


def _hint_of_absence(digest: str) -> str:
    if digest.lower() == OF_NOTHING:
        return "its sha256 is that of an empty file"
    return "its sha256 was compared with nothing" if digest else ""


def check_left_out(folder: StudyFolder, left_out: Mapping[str, str]) -> None:
    """Hold the files that were not read against the digests recorded, a part of a file at a
    time.
    """
    for row, name in _named(folder):
        if name not in left_out or not row.cells["sha256"]:
            continue
        path = file_inside(folder.path, name)
        if path is None:
            continue
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            unreadable = f"a file that cannot be read ({error.strerror})"
            folder.problems.add(
                Problem(folder.shown_name(name), None, "", unreadable, "a readable file")
            )
        else:
            _compare(folder, row, name, digest)


def file_named(location: str, folder: Path) -> str | None:
    """The name of the file of a study folder that a location means; None for a web address or other
    words.

    A location that is the name of a file there, or that begins with a name that ends as files do
    (`.pdf`), means a file; whether it is there is another question. Names may be written with the
    back slashes of Windows.
    """
    spelled = dict.fromkeys((location, location.replace("\\", "/")))
    for text in spelled:
        name = name_inside(text)
        if name is not None and file_inside(folder, name) is not None:
            return name
    matches = [match for text in spelled if (match := NAMED.fullmatch(text))]
    return name_inside(matches[-1]["name"]) if matches else None


def _named(folder: StudyFolder) -> Iterator[tuple[Row[Evidence], str]]:
    """Each row of the evidence that names a file, and the name of that file in the study folder."""
    for row in folder.rows(EVIDENCE):
        name = file_named(row.cells["location"], folder.path)
        if name is not None:
            yield row, name


def _clash(name: str, folder: StudyFolder) -> str | None:
    twin = next(
        (file_name for file_name in folder.files if file_name.casefold() == name.casefold()), None
    )
    return None if twin is None else f"which some systems take for {quoted(twin)}"


def _too_large(path: Path, size_of_others: int) -> str | None:
    try:
        size = path.stat().st_size
    except OSError:
        return None
    if size > LARGEST:
        return f"which has more than {LARGEST // MEBIBYTE} MiB"
    if size_of_others + size > LARGEST_IN_ALL:
        return f"which is beyond {LARGEST_IN_ALL // MEBIBYTE} MiB in all"
    return None


def _compare(folder: StudyFolder, row: Row[Evidence], name: str, digest: str) -> None:
    recorded = row.cells["sha256"]
    if not SHA256.fullmatch(recorded) or recorded.lower() == digest or _is_typed(recorded):
        return
    expected = f"{digest}, the SHA-256 of {quoted(name)}"
    folder.problems.add(row.problem("sha256", quoted(recorded, 70), expected, CHANGED))


def _is_typed(digest: str) -> bool:
    return len(set(digest.lower())) <= PLACEHOLDER_SIGNS
