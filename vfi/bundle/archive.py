"""The container: a zip file with nothing compressed, and the same bytes for the same entries on any
machine.

Zip because every system opens it; stored because a compressor's bytes depend on its version. An
archive that was packed again may be compressed; it is read within bounds.
"""

from __future__ import annotations

import contextlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from vfi.bundle.container import (
    LARGEST,
    MOST_ENTRIES,
    Contents,
    as_listed,
    is_added,
    unsafe,
    wrapping,
)
from vfi.bundle.findings import Finding
from vfi.problems import UserError, quoted

EARLIEST = (1980, 1, 1, 0, 0, 0)
MODE = (stat.S_IFREG | 0o644) << 16
ENCRYPTED, DESCRIBED_AFTER, NAMED_IN_UTF8 = 0x1, 0x8, 0x800
UNIX = 3
START, END = b"PK\x03\x04", b"PK\x05\x06"
LOCAL_HEADER, END_RECORD = 30, 22
DESCRIPTORS = (0, 12, 16, 20, 24)  # what may follow the bytes of an entry, by packer and size
LARGE_END_RECORD = 76  # what stands before the end record of an archive that may be large
MOST_TIMES = 200  # files of a study compress to a twentieth; a thousandth is made to fill memory
READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


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
    """The entries of an archive that may come from anyone; nothing is written, and nothing grows
    beyond bounds.

    Raises:
        UserError: it is no archive of this kind at all.
    """
    if not data.startswith(START):
        raise UserError(f"{quoted(name)} is not a bundle: it is not a zip file")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        words = "the archive ends before its list of entries, or that list is damaged"
        return _nothing(Finding("truncated", "", words))
    with archive:
        listed = archive.infolist()
        if len(listed) > MOST_ENTRIES:
            words = f"{len(listed)} entries, more than the {MOST_ENTRIES} that a bundle may have"
            return _nothing(Finding("container", "", words))
        if not listed or min(entry.header_offset for entry in listed) != 0:
            words = (
                "its list of entries is not that of the whole archive: the end was cut off, or "
                "something put before"
            )
            return _nothing(Finding("truncated", "", words))
        if sum(entry.compress_size for entry in listed) > len(data):
            words = "the entries claim to hold more bytes than the archive has"
            return _nothing(*_duplicates(listed), Finding("overlapping", "", words))
        if sum(entry.file_size for entry in listed) > LARGEST:
            words = (
                f"the entries claim to become more than the {LARGEST} bytes that a bundle may have"
            )
            return _nothing(Finding("compressed", "", words))
        return _read(archive, listed, data)


def _nothing(*findings: Finding) -> Contents:
    return Contents({}, findings, "packed again")


def _read(archive: zipfile.ZipFile, listed: Sequence[zipfile.ZipInfo], data: bytes) -> Contents:
    findings = list(_duplicates(listed))
    if archive.comment or not _is_filled(archive, listed, data):
        words = "a comment, or bytes outside the entries: neither belongs to a bundle"
        findings.append(Finding("container", "", words))
    entries: dict[str, bytes] = {}
    passed_over = []
    for entry in listed:
        name = _name(entry)
        fault = _fault(entry, name)
        if fault is not None:
            findings.append(fault)
        elif is_added(name):
            passed_over.append(name)
        elif not entry.is_dir() and name not in entries:
            content = _content(entry, data)
            if content is None:
                findings.append(
                    Finding("tampered", name, "its bytes do not fit what the archive says of them")
                )
            else:
                entries[name] = content
    folder = wrapping(entries)
    if not folder and not findings and not passed_over and packed(entries) == data:
        return Contents(entries, (), "sealed")
    inside = {name.removeprefix(folder): content for name, content in entries.items()}
    return Contents(as_listed(inside), tuple(findings), "packed again", tuple(passed_over))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; macOS writes UTF-8 and does not say so."""
    name = entry.orig_filename
    if not entry.flag_bits & NAMED_IN_UTF8:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.removesuffix("/") if entry.is_dir() else name


def _fault(entry: zipfile.ZipInfo, name: str) -> Finding | None:
    """Why an entry must not be used."""
    mode = entry.external_attr >> 16
    if fault := unsafe(name):
        return fault
    if stat.S_ISLNK(mode):
        return Finding("not a file", name, "a symbolic link, which a bundle never has")
    if stat.S_IFMT(mode) and not (stat.S_ISREG(mode) or (stat.S_ISDIR(mode) and entry.is_dir())):
        return Finding("not a file", name, "not a regular file")
    if entry.is_dir() and entry.file_size:
        return Finding("not a file", name, "a folder that holds bytes of its own")
    if entry.flag_bits & ENCRYPTED:
        return Finding("not a file", name, "encrypted")
    if entry.compress_type not in READ:
        return Finding(
            "compressed",
            name,
            f"compressed by a method that is not read (number {entry.compress_type})",
        )
    if entry.file_size > MOST_TIMES * (entry.compress_size + 1):
        words = (
            f"{entry.compress_size} bytes that claim to become {entry.file_size}, more than "
            f"{MOST_TIMES} times that"
        )
        return Finding("compressed", name, words)
    return None


def _content(entry: zipfile.ZipInfo, data: bytes) -> bytes | None:
    """The bytes of an entry, never more than it claims; None where they are not what the archive
    says.
    """
    name, start = _local(entry, data)
    if name != entry.orig_filename.encode(
        "utf-8" if entry.flag_bits & NAMED_IN_UTF8 else "cp437", "replace"
    ):
        return None
    content = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, entry.file_size + 1)
        except zlib.error:
            return None
    is_right = len(content) == entry.file_size and zlib.crc32(content) == entry.CRC
    return content if is_right else None


def _local(entry: zipfile.ZipInfo, data: bytes) -> tuple[bytes, int]:
    """The name that stands before the bytes of an entry, and where these begin; an empty name where
    nothing stands.
    """
    header = data[entry.header_offset : entry.header_offset + LOCAL_HEADER]
    if len(header) < LOCAL_HEADER or not header.startswith(START):
        return b"", len(data)
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    begin = entry.header_offset + LOCAL_HEADER
    return data[begin : begin + name_length], begin + name_length + extra_length


def _is_filled(archive: zipfile.ZipFile, listed: Sequence[zipfile.ZipInfo], data: bytes) -> bool:
    """Whether the entries, the list of them and the end record are all that there is, one behind
    the other.
    """
    end = data.rfind(END)
    ordered = sorted(listed, key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in ordered[1:]] + [archive.start_dir]
    for entry, following in zip(ordered, starts, strict=True):
        gap = following - (_local(entry, data)[1] + entry.compress_size)
        if gap not in (DESCRIPTORS if entry.flag_bits & DESCRIBED_AFTER else (0,)):
            return False
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    return end - archive.start_dir - size in (0, LARGE_END_RECORD) and end + END_RECORD == len(data)


def _duplicates(listed: Sequence[zipfile.ZipInfo]) -> Iterator[Finding]:
    """Entries of one name, of names that a file system may take for one, and files that others need
    as a folder.
    """
    first_names: dict[str, str] = {}
    files = [entry for entry in listed if not entry.is_dir()]
    folders = {
        str(above) for entry in files for above in PurePosixPath(entry.filename.casefold()).parents
    }
    for entry in files:
        folded = entry.filename.casefold()
        if folded in first_names:
            yield Finding(
                "duplicate", entry.filename, f"a second entry beside {first_names[folded]}"
            )
        if folded in folders:
            yield Finding("duplicate", entry.filename, "a file where other entries need a folder")
        first_names.setdefault(folded, entry.filename)
