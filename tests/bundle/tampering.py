"""Bundles that somebody tampered with, and what the check says of them."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

from vfi.bundle.archive import EARLIEST, MODE, packed
from vfi.bundle.manifest import manifest
from vfi.bundle.verification import Verification, verify

Entries = dict[str, bytes]
JUDGEMENTS = "inputs/reports/branches/judgements.csv"
SCORECARD = "outputs/scorecard.json"


def check(data: bytes, folder: Path) -> Verification:
    path = folder / "given.zip"
    path.write_bytes(data)
    return verify(path)


def found(data: bytes, folder: Path) -> set[tuple[str, str]]:
    """The kind and the entry of each finding."""
    return {(one.kind, one.entry) for one in check(data, folder).findings}


def resealed(entries: Mapping[str, bytes]) -> bytes:
    """A bundle whose manifest was made again after a change, as a careful forger would."""
    rest = {name: content for name, content in entries.items() if name != "SHA256SUMS"}
    return packed(rest | {"SHA256SUMS": manifest(rest)})


def with_entry(entries: Entries, entry: zipfile.ZipInfo, content: bytes, **more: int) -> bytes:
    """The bundle with one more entry of any kind."""
    file = io.BytesIO(packed(entries))
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(entry, content, **more)
    return file.getvalue()


def plain(name: str, mode: int = MODE) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.external_attr = mode
    return entry
