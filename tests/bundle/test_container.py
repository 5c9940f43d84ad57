"""A bundle that a system unpacked, or packed again in its own way, is checked by its contents, and
told.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vfi.bundle.archive import packed
from vfi.bundle.container import unsafe
from vfi.bundle.manifest import manifest
from vfi.bundle.verification import Verification, verify
from vfi.problems import UserError

Entries = Mapping[str, bytes]
FOLDERS = ("inputs/", "inputs/reports/", "outputs/")
JUDGEMENTS = "inputs/reports/branches/judgements.csv"


class Pipe(io.BytesIO):
    """A file that cannot go back, so that sizes are written behind the bytes of an entry."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError

    def tell(self) -> int:
        raise OSError


def zipped(entries: Entries, file: io.BytesIO, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def of_a_mac(entries: Entries) -> bytes:
    added = {f"__MACOSX/made/._{name.rpartition('/')[2]}": b"\0\5\26\7" for name in entries}
    inside = {
        f"made/{name}": content
        for name, content in {**dict.fromkeys(FOLDERS, b""), **entries}.items()
    }
    return zipped({"made/": b"", **inside, "made/.DS_Store": b"\0Bud1", **added}, Pipe())


PACKERS: dict[str, Callable[[Entries], bytes]] = {
    "compressed": lambda entries: zipped(entries, io.BytesIO()),
    "with folders": lambda entries: zipped(
        {**dict.fromkeys(FOLDERS, b""), **entries}, io.BytesIO()
    ),
    "in another order": lambda entries: zipped(
        dict(reversed(list(entries.items()))), io.BytesIO(), zipfile.ZIP_STORED
    ),
    "through a pipe": lambda entries: zipped(entries, Pipe()),
    "in a folder": lambda entries: packed(
        {f"made 2/{name}": content for name, content in entries.items()}
    ),
    "by a Mac": of_a_mac,
}


def check(data: bytes, folder: Path) -> Verification:
    path = folder / "given.zip"
    path.write_bytes(data)
    return verify(path)


def written(entries: Entries, folder: Path) -> Path:
    for name, content in entries.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.mark.parametrize("packer", PACKERS)
def test_an_archive_that_was_packed_again_is_told_and_its_contents_are_checked(
    entries: Entries, tmp_path: Path, packer: str
) -> None:
    result = check(PACKERS[packer](entries), tmp_path)
    assert (result.findings, result.form) == ((), "packed again")
    assert result.checked[0] == f"{len(entries)} files, each as SHA256SUMS says"
    assert result.notes[0].startswith("Packed again: ")


@pytest.mark.parametrize("packer", PACKERS)
def test_a_file_that_changed_before_it_was_packed_again_is_found(
    entries: Entries, tmp_path: Path, packer: str
) -> None:
    changed = {**entries, JUDGEMENTS: entries[JUDGEMENTS] + b"\n"}
    assert ("tampered", JUDGEMENTS) in {
        (f.kind, f.entry) for f in check(PACKERS[packer](changed), tmp_path).findings
    }


def test_the_archive_as_it_was_sealed_is_not_called_packed_again(
    entries: Entries, tmp_path: Path
) -> None:
    assert check(packed(entries), tmp_path).form == "sealed"


@pytest.mark.parametrize("inside", ["", "made"])
def test_a_folder_that_it_was_unpacked_into(entries: Entries, tmp_path: Path, inside: str) -> None:
    added = {"__MACOSX/._README.txt": b"x", "inputs/.DS_Store": b"x"}
    folder = tmp_path / "unpacked"
    written({**entries, **added}, folder / inside)
    result = verify(folder)
    assert (result.findings, result.form) == ((), "folder")
    assert any("Passed over 2 files" in note for note in result.notes)


def test_what_was_put_into_the_folder_changed_or_linked_is_found(
    entries: Entries, tmp_path: Path
) -> None:
    folder = written(
        {**entries, "inputs/more.txt": b"x", "README.txt": b"changed"}, tmp_path / "unpacked"
    )
    (tmp_path / "secret").mkdir()
    (folder / "link").symlink_to(tmp_path / "secret")
    kinds = {(one.kind, one.entry) for one in verify(folder).findings}
    assert {
        ("extra", "inputs/more.txt"),
        ("tampered", "README.txt"),
        ("not a file", "link"),
    } <= kinds


def test_accents_that_a_system_took_apart_or_wrote_without_saying_how_are_put_together(
    entries: Entries, tmp_path: Path
) -> None:
    name = "inputs/reports/branches/größe.png"
    rest = {**{key: content for key, content in entries.items() if key != "SHA256SUMS"}, name: b"x"}
    whole = {**rest, "SHA256SUMS": manifest(rest)}
    apart = {unicodedata.normalize("NFD", key): content for key, content in whole.items()}
    untold = bytearray(zipped(whole, io.BytesIO()))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = untold.find(sign)
        while place >= 0:
            untold[place + flags + 1] &= ~0x08 & 0xFF
            place = untold.find(sign, place + 4)
    for data in (zipped(apart, io.BytesIO()), bytes(untold)):
        assert {(f.kind, f.entry) for f in check(data, tmp_path).findings} == set()


def test_a_folder_that_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(UserError, match="is not a bundle: it has neither"):
        verify(tmp_path)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../out.txt", "a name which leads out of the folder"),
        ("/etc/out.txt", "a name which leads out of the folder"),
        ("a:b.txt", "a name which has a sign that not every system allows in a name: :"),
        ("a\tb.txt", "a name which has a sign that cannot be seen"),
    ],
)
def test_a_name_that_is_refused_is_refused_for_what_is_wrong_with_it(
    entries: Entries, tmp_path: Path, name: str, words: str
) -> None:
    findings = check(packed({**entries, name: b"x"}), tmp_path).findings
    assert [one.words for one in findings if one.kind == "unsafe name"] == [words]


def test_every_name_of_a_sound_bundle_is_safe(entries: Entries) -> None:
    assert not any(map(unsafe, entries))
