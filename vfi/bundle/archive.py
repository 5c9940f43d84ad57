"""The container: a zip file with nothing compressed, and the same bytes for the same entries on any machine.

Zip because every system opens it; stored because a compressor's bytes depend on its version, and because what is
never decompressed cannot be a bomb. What is inside is mostly compressed already.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from vfi.bundle.findings import Finding
from vfi.problems import UserError, quoted

EARLIEST = (1980, 1, 1, 0, 0, 0)
MODE = (stat.S_IFREG | 0o644) << 16
ENCRYPTED = 0x1
UNIX = 3
MOST_ENTRIES = 10_000
LARGEST = 1024 * 1024 * 1024
START = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Contents:
    """What could be read of an archive.

    Attributes:
        entries: the bytes of each entry that is safe to use, by name.
        findings: what is wrong with the container and with the other entries.
    """

    entries: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def packed(entries: Mapping[str, bytes]) -> bytes:
    """The archive of some entries, in the order of their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = MODE
            entry.create_system = UNIX
            archive.writestr(entry, entries[name])
    return file.getvalue()


def unpacked(data: bytes, name: str) -> Contents:
    """The entries of an archive that may come from anyone; nothing is decompressed and nothing is written.

    Raises:
        UserError: it is no archive of this kind at all.
    """
    if not data.startswith(START):
        raise UserError(f"{quoted(name)} is not a bundle: it is not a zip file")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        words = "the archive ends before its list of entries, or that list is damaged"
        return Contents({}, (Finding("truncated", "", words),))
    with archive:
        found = archive.infolist()
        if len(found) > MOST_ENTRIES:
            words = f"{len(found)} entries, more than the {MOST_ENTRIES} that a bundle may have"
            return Contents({}, (Finding("container", "", words),))
        if not found or min(entry.header_offset for entry in found) != 0:
            words = "its list of entries is not that of the whole archive: the end was cut off, or something put before"
            return Contents({}, (Finding("truncated", "", words),))
        return _read(archive, found, data)


def _read(archive: zipfile.ZipFile, found: list[zipfile.ZipInfo], data: bytes) -> Contents:
    findings = list(_duplicates(found))
    if sum(entry.compress_size for entry in found) > len(data):
        words = "the entries claim to hold more bytes than the archive has"
        return Contents({}, (*findings, Finding("overlapping", "", words)))
    entries: dict[str, bytes] = {}
    for entry in found:
        fault = _fault(entry)
        if fault is None and entry.filename not in entries:
            try:
                entries[entry.filename] = archive.read(entry)
            except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError):
                words = "its bytes do not fit what the archive says of them"
                fault = Finding("tampered", entry.filename, words)
        if fault is not None:
            findings.append(fault)
    if not findings and packed(entries) != data:
        words = "not as vfi writes it: another order, other times or modes, a comment, or bytes outside the entries"
        findings.append(Finding("container", "", words))
    return Contents(entries, tuple(findings))


def _fault(entry: zipfile.ZipInfo) -> Finding | None:
    """Why an entry must not be used."""
    mode = entry.external_attr >> 16
    if not is_safe(entry.orig_filename) or entry.orig_filename != entry.filename:
        return Finding("unsafe name", entry.orig_filename, "a name that leads out of the folder or is not portable")
    if stat.S_ISLNK(mode):
        return Finding("not a file", entry.filename, "a symbolic link, which a bundle never has")
    if entry.is_dir() or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
        return Finding("not a file", entry.filename, "not a regular file")
    if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
        words = f"{entry.compress_size} bytes that claim to become {entry.file_size}; a bundle never compresses"
        return Finding("compressed", entry.filename, words)
    if entry.flag_bits & ENCRYPTED:
        return Finding("not a file", entry.filename, "encrypted")
    return None


def is_safe(name: str) -> bool:
    """Whether a name stays in its folder and means the same file on every system."""
    parts = name.split("/")
    plain = all(part not in ("", ".", "..") and part == part.strip() for part in parts)
    portable = name.isprintable() and not set(name) & set('\\:*?"<>|')
    return plain and portable and len(name) <= 255 and not PurePosixPath(name).is_absolute()


def _duplicates(found: list[zipfile.ZipInfo]) -> Iterator[Finding]:
    """Entries of one name, of names that a file system may take for one, and files that others need as a folder."""
    seen: dict[str, str] = {}
    folders = {str(above) for entry in found for above in PurePosixPath(entry.filename.casefold()).parents}
    for entry in found:
        folded = entry.filename.casefold()
        if folded in seen:
            yield Finding("duplicate", entry.filename, f"a second entry beside {seen[folded]}")
        if folded in folders:
            yield Finding("duplicate", entry.filename, "a file where other entries need a folder")
        seen.setdefault(folded, entry.filename)
