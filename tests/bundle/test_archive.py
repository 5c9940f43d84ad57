"""Every way to tamper with an archive is found, and the entry is named."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from tests.bundle.tampering import SCORECARD, Entries, found, plain, with_entry
from vfi.bundle.archive import packed


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "inputs/../../out.txt",
        "/etc/out.txt",
        "C:/out.txt",
        "inputs\\..\\out.txt",
        "./out",
        "a//b",
        "a\tb",
    ],
)
def test_a_name_that_leads_elsewhere(name: str, entries: Entries, tmp_path: Path) -> None:
    data = with_entry(entries, plain(name), b"x")
    assert ("unsafe name", name) in found(data, tmp_path)
    assert not (tmp_path / "out.txt").exists()
    assert not (tmp_path.parent / "out.txt").exists()


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o644, stat.S_IFCHR | 0o644])
def test_a_link_or_a_device(mode: int, entries: Entries, tmp_path: Path) -> None:
    data = with_entry(entries, plain("inputs/link", mode << 16), b"/etc/passwd")
    assert ("not a file", "inputs/link") in found(data, tmp_path)


def test_a_folder_that_leads_elsewhere_or_holds_bytes(entries: Entries, tmp_path: Path) -> None:
    assert ("unsafe name", "inputs/..") in found(
        with_entry(entries, plain("inputs/../"), b""), tmp_path
    )
    assert ("not a file", "inputs/x") in found(
        with_entry(entries, plain("inputs/x/"), b"hidden"), tmp_path
    )


@pytest.mark.parametrize("name", [SCORECARD, SCORECARD.upper()])
def test_a_second_entry_of_a_name(name: str, entries: Entries, tmp_path: Path) -> None:
    assert ("duplicate", name) in found(with_entry(entries, plain(name), b"{}"), tmp_path)


def test_a_file_where_others_need_a_folder(entries: Entries, tmp_path: Path) -> None:
    data = with_entry(entries, plain("inputs/reports"), b"x")
    assert {("duplicate", "inputs/reports"), ("extra", "inputs/reports")} <= found(data, tmp_path)


def test_a_bomb_is_never_decompressed(
    entries: Entries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = with_entry(
        entries, plain("inputs/bomb"), b"\0" * 50_000_000, compress_type=zipfile.ZIP_DEFLATED
    )
    assert len(data) < 200_000
    monkeypatch.setattr("zlib.decompressobj", None)
    assert ("compressed", "inputs/bomb") in found(data, tmp_path)


def test_entries_that_overlap_and_claim_more_than_there_is(
    entries: Entries, tmp_path: Path
) -> None:
    data = bytearray(packed(entries | {"z": b"x" * 10}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 20 : directory + 28] = (10**8).to_bytes(4, "little") * 2
    assert ("overlapping", "") in found(bytes(data), tmp_path)


def test_an_archive_that_was_cut_short_anywhere(entries: Entries, tmp_path: Path) -> None:
    data = packed(entries | {"inside.xlsx": packed({"a": b"b"})})
    for length in (
        5,
        100,
        len(data) // 2,
        data.index(b"inside.xlsx") + 300,
        len(data) - 30,
        len(data) - 1,
    ):
        assert found(data[:length], tmp_path) == {("truncated", "")}, length


def test_an_inner_archive_is_not_taken_for_the_whole(entries: Entries, tmp_path: Path) -> None:
    inner = packed({"a": b"b"})
    data = packed({"a.xlsx": inner, "b": b"x" * 500})
    assert found(data[: data.index(inner) + len(inner)], tmp_path) == {("truncated", "")}


def test_a_method_that_is_not_read(entries: Entries, tmp_path: Path) -> None:
    data = with_entry(entries, plain("inputs/more"), b"x" * 500, compress_type=zipfile.ZIP_LZMA)
    assert ("compressed", "inputs/more") in found(data, tmp_path)


def test_an_entry_that_grows_beyond_what_it_claims_is_not_unpacked_further(
    entries: Entries, tmp_path: Path
) -> None:
    data = with_entry(
        entries, plain("inputs/more"), b"x" * 90_000, compress_type=zipfile.ZIP_DEFLATED
    )
    directory = data.rindex(b"PK\x01\x02")
    lying = data[: directory + 24] + (400).to_bytes(4, "little") + data[directory + 28 :]
    assert ("tampered", "inputs/more") in found(lying, tmp_path)


def test_bytes_between_the_entries(entries: Entries, tmp_path: Path) -> None:
    data = packed(entries)
    start = data.rindex(b"PK\x01\x02", 0, data.index(b"PK\x01\x02") + 4)
    end = data.rindex(b"PK\x05\x06")
    moved = (start + 6).to_bytes(4, "little")
    hidden = data[:start] + b"hidden" + data[start : end + 16] + moved + data[end + 20 :]
    assert found(hidden, tmp_path) == {("container", "")}


def test_bytes_behind_the_archive_or_comments(entries: Entries, tmp_path: Path) -> None:
    data = packed(entries)
    commented = io.BytesIO(data)
    with zipfile.ZipFile(commented, "a") as archive:
        archive.comment = b"hello"
    assert found(data + b"more", tmp_path) <= {("container", ""), ("truncated", "")} != set()
    assert found(commented.getvalue(), tmp_path) == {("container", "")}
