"""What is not as the manifest says is found, and the entry is named."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.bundle.tampering import JUDGEMENTS, SCORECARD, Entries, found, resealed
from vfi.bundle.archive import packed


@pytest.mark.parametrize("name", [JUDGEMENTS, SCORECARD, "README.txt", "versions.json"])
def test_a_changed_byte(name: str, entries: Entries, tmp_path: Path) -> None:
    changed = entries | {name: entries[name].replace(b"2", b"3", 1) + b" "}
    assert ("tampered", name) in found(packed(changed), tmp_path)


def test_a_missing_entry(entries: Entries, tmp_path: Path) -> None:
    del entries[SCORECARD]
    assert found(packed(entries), tmp_path) == {("missing", SCORECARD), ("differs", SCORECARD)}


def test_a_missing_manifest(entries: Entries, tmp_path: Path) -> None:
    del entries["SHA256SUMS"]
    assert found(packed(entries), tmp_path) == {("missing", "SHA256SUMS")}


def test_a_renamed_entry(entries: Entries, tmp_path: Path) -> None:
    entries["outputs/ratings.json"] = entries.pop(SCORECARD)
    assert ("renamed", "outputs/ratings.json") in found(packed(entries), tmp_path)


def test_an_extra_entry(entries: Entries, tmp_path: Path) -> None:
    assert found(packed(entries | {"inputs/more.txt": b"x"}), tmp_path) == {
        ("extra", "inputs/more.txt")
    }
    assert found(resealed(entries | {"outputs/more.txt": b"x"}), tmp_path) == {
        ("differs", "outputs/more.txt")
    }


def test_a_manifest_that_is_no_manifest(entries: Entries, tmp_path: Path) -> None:
    twice = entries["SHA256SUMS"] + entries["SHA256SUMS"].splitlines()[0] + b"\nnonsense\n"
    assert ("manifest", "SHA256SUMS") in found(packed(entries | {"SHA256SUMS": twice}), tmp_path)


def test_sha256sum_checks_it_without_vfi(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    ran = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout
    assert len(ran.stdout.splitlines()) == sum(path.is_file() for path in tmp_path.rglob("*")) - 1
