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

from vfi.inputs import Row
from vfi.inputs.names import name_fault, name_inside
from vfi.inputs.text import MEBIBYTE, read_bytes
from vfi.places import file_inside
from vfi.problems import Problem, Severity, quoted
from vfi.study.tables import SHA256, Tables

FILE = "evidence.csv"
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
OF_NOTHING = hashlib.sha256(b"").hexdigest()


def read_cited(tables: Tables) -> Mapping[str, str]:
    """Read the files that `evidence.csv` names into `tables.files`, and hold them against the
    digests recorded.

    Returns:
        The files that were not read, each with the reason: they are not there, they are large, or
            they have a name
        that not every system can keep. What is made from a study does without them.
    """
    left_out: dict[str, str] = {}
    size = 0
    for row, name in _named(tables):
        path = file_inside(tables.folder, name)
        if path is None:
            left_out[name] = "which is not there"
            continue
        reason = (
            None
            if name in tables.files
            else name_fault(name) or _clash(name, tables) or _too_large(path, size)
        )
        if reason is not None:
            left_out[name] = reason
            continue
        if name not in tables.files:
            shown = f"{tables.shown}/{name}"
            data = read_bytes(
                tables.folder / name, shown, tables.problems, limit=LARGEST, within=tables.folder
            )
            if data is None:
                continue
            tables.files[name] = data
            size += len(data)
        _compare(tables, row, name, hashlib.sha256(tables.files[name]).hexdigest())
    return left_out


def check_recorded(tables: Tables) -> None:
    """Tell digests that cannot be any file's, and files that are named and not there."""
    for row in tables.by_file.get(FILE, ()):
        digest = row.cells["sha256"]
        if digest and _is_typed(digest):
            tables.tell(
                FILE,
                row,
                "sha256",
                quoted(digest, 70),
                "the SHA-256 digest of a file, or an empty cell",
            )
    for row, name in _named(tables):
        if file_inside(tables.folder, name) is None:
            hint = "its sha256 was compared with nothing" if row.cells["sha256"] else ""
            if row.cells["sha256"].lower() == OF_NOTHING:
                hint = "its sha256 is that of an empty file"
            found, expected = f"{quoted(name)}, which is not there", "a file of the study folder"
            _warn(tables, row, "location", found, expected, hint)


def check_left_out(tables: Tables, left_out: Mapping[str, str]) -> None:
    """Hold the files that were not read against the digests recorded, a part of a file at a
    time.
    """
    for row, name in _named(tables):
        path = (
            file_inside(tables.folder, name) if name in left_out and row.cells["sha256"] else None
        )
        if path is None:
            continue
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            found = f"a file that cannot be read ({error.strerror})"
            tables.problems.add(
                Problem(f"{tables.shown}/{name}", None, "", found, "a readable file")
            )
        else:
            _compare(tables, row, name, digest)


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


def _named(tables: Tables) -> Iterator[tuple[Row, str]]:
    """Each row of the evidence that names a file, and the name of that file in the study folder."""
    for row in tables.by_file.get(FILE, ()):
        name = file_named(row.cells["location"], tables.folder)
        if name is not None:
            yield row, name


def _clash(name: str, tables: Tables) -> str | None:
    same = next((other for other in tables.files if other.casefold() == name.casefold()), None)
    return None if same is None else f"which some systems take for {quoted(same)}"


def _too_large(path: Path, size: int) -> str | None:
    try:
        own = path.stat().st_size
    except OSError:
        return None
    if own > LARGEST:
        return f"which has more than {LARGEST // MEBIBYTE} MiB"
    return (
        f"which is beyond {LARGEST_IN_ALL // MEBIBYTE} MiB in all"
        if size + own > LARGEST_IN_ALL
        else None
    )


def _compare(tables: Tables, row: Row, name: str, digest: str) -> None:
    recorded = row.cells["sha256"]
    if (
        SHA256.fullmatch(recorded.lower())
        and recorded.lower() != digest
        and not _is_typed(recorded)
    ):
        expected = f"{digest}, the SHA-256 of {quoted(name)}"
        hint = (
            "the file changed or is another one: see that it is what was judged on, then record "
            "its digest"
        )
        tables.tell(FILE, row, "sha256", quoted(recorded, 70), expected, hint)


def _is_typed(digest: str) -> bool:
    return len(set(digest.lower())) <= PLACEHOLDER_SIGNS


def _warn(tables: Tables, row: Row, column: str, found: str, expected: str, hint: str = "") -> None:
    name = f"{tables.shown}/{FILE}"
    tables.problems.add(Problem(name, row.line, column, found, expected, hint, Severity.WARNING))
