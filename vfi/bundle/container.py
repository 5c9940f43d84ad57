"""What a bundle comes in: the archive that was sealed, an archive that was packed again, or a
folder.

What is sealed are the files: their digests are in `SHA256SUMS`, which is what is signed. Systems
unpack archives of themselves and pack folders in their own way, so that another container is no
sign of tampering; it is told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from vfi.bundle.findings import Finding
from vfi.bundle.manifest import NAME, listed_names
from vfi.inputs.names import name_fault

VERSIONS = "versions.json"
MARKS = frozenset({NAME, VERSIONS})
MOST_ENTRIES = 10_000
LARGEST = 1024 * 1024 * 1024
ADDED_FOLDER = "__MACOSX"
ADDED_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")
ADDED_BESIDE = "._"  # macOS puts what else it knows of a file into one of this name

Form = Literal["sealed", "packed again", "folder"]


@dataclass(frozen=True, slots=True)
class Contents:
    """What could be read of a bundle.

    Attributes:
        entries: the bytes of each entry that is safe to use, by name.
        findings: what is wrong with the container and with the other entries.
        form: what it came in.
        passed_over: names of files that systems add when they pack a folder; they belong to
            nothing.
    """

    entries: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    form: Form
    passed_over: tuple[str, ...] = ()


def is_added(name: str) -> bool:
    """Whether a file is one that systems add to folders and archives of their own accord."""
    path = PurePosixPath(name)
    return (
        path.parts[:1] == (ADDED_FOLDER,)
        or path.name in ADDED_FILES
        or path.name.startswith(ADDED_BESIDE)
    )


def unsafe(name: str) -> Finding | None:
    """The finding that a name must not be used, where that is so."""
    fault = name_fault(name)
    return None if fault is None else Finding("unsafe name", name, f"a name {fault}")


def wrapping(names: Iterable[str]) -> str:
    """The folder, with its slash, that everything lies in, where that is one and not what was
    sealed; else nothing.
    """
    parts = [name.partition("/") for name in names]
    folders = {folder for folder, _, _ in parts}
    inside = {path for _, _, path in parts}
    return f"{folders.pop()}/" if len(folders) == 1 and MARKS & inside else ""


def as_listed(entries: Mapping[str, bytes]) -> dict[str, bytes]:
    """The entries by the names that the manifest has for them: some systems take accents apart
    (NFD).
    """
    listed = {_composed(name): name for name in listed_names(entries.get(NAME, b""))}
    return {listed.get(_composed(name), name): content for name, content in entries.items()}


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def of_folder(path: Path) -> Contents:
    """The entries of a bundle that was unpacked into a folder; links are not followed.

    Raises:
        OSError: a file cannot be read.
    """
    root = _root(path)
    entries: dict[str, bytes] = {}
    findings: list[Finding] = []
    passed_over: list[str] = []
    remaining = LARGEST
    for number, file in enumerate(sorted(root.rglob("*"))):
        name = file.relative_to(root).as_posix()
        if file.is_dir() and not file.is_symlink():
            continue
        fault = unsafe(name)
        if number >= MOST_ENTRIES or remaining < 0:
            findings.append(
                Finding("container", "", f"more than {MOST_ENTRIES} files or {LARGEST} bytes")
            )
            break
        if is_added(name):
            passed_over.append(name)
        elif fault is not None:
            findings.append(fault)
        elif file.is_symlink() or not file.is_file():
            findings.append(
                Finding("not a file", name, "a symbolic link or a device, which a bundle never has")
            )
        else:
            with file.open("rb") as opened:
                entries[name] = opened.read(remaining + 1)
            remaining -= len(entries[name])
    return Contents(as_listed(entries), tuple(findings), "folder", tuple(passed_over))


def _root(path: Path) -> Path:
    """The folder that holds the manifest: the one given, or the only one in it."""
    if any((path / mark).is_file() for mark in MARKS):
        return path
    inside = [folder for folder in path.iterdir() if folder.is_dir() and not is_added(folder.name)]
    wrapped = [folder for folder in inside if any((folder / mark).is_file() for mark in MARKS)]
    return wrapped[0] if len(wrapped) == 1 else path
