"""Every way to tamper with a bundle is found, and the entry is named."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from vfi.bundle import Verification, verify
from vfi.bundle.archive import EARLIEST, MODE, packed
from vfi.bundle.container import unsafe
from vfi.bundle.manifest import manifest
from vfi.problems import NotFound, UserError

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


def test_a_sound_bundle_has_no_findings(entries: Entries, tmp_path: Path) -> None:
    result = check(packed(entries), tmp_path)
    assert result.findings == ()
    assert result.checked == (
        f"{len(entries)} files, each as SHA256SUMS says",
        "1 outputs, each derived again from the inputs with the same bytes",
    )


@pytest.mark.parametrize("name", [JUDGEMENTS, SCORECARD, "README.txt", "versions.json"])
def test_a_changed_byte(name: str, entries: Entries, tmp_path: Path) -> None:
    changed = entries | {name: entries[name].replace(b"2", b"3", 1) + b" "}
    assert ("tampered", name) in found(packed(changed), tmp_path)


def test_a_changed_judgement_that_was_sealed_again_shows_in_the_outputs(
    entries: Entries, tmp_path: Path
) -> None:
    changed = entries | {JUDGEMENTS: entries[JUDGEMENTS].replace(b"N,A.1,High", b"N,A.1,Low")}
    findings = check(resealed(changed), tmp_path).findings
    assert {(one.kind, one.entry) for one in findings} == {("differs", SCORECARD)}
    assert 'criteria[A.1].rating: "High" in the bundle, "Middle" derived' in findings[0].words


def test_a_changed_rating_that_was_sealed_again_is_named_with_both_values(
    entries: Entries, tmp_path: Path
) -> None:
    changed = entries | {
        SCORECARD: entries[SCORECARD].replace(b'"rating": "Middle"', b'"rating": "High"', 1)
    }
    (finding,) = check(resealed(changed), tmp_path).findings
    assert (finding.kind, finding.entry) == ("differs", SCORECARD)
    assert finding.words == 'dimensions[B].rating: "High" in the bundle, "Middle" derived'


def test_a_changed_rubric_that_was_sealed_again(entries: Entries, tmp_path: Path) -> None:
    name = "inputs/rubrics/library/rubric.yaml"
    changed = entries | {name: entries[name].replace(b"ties: up", b"ties: down")}
    assert ("differs", SCORECARD) in found(resealed(changed), tmp_path)


def test_a_study_that_no_longer_loads_says_where(entries: Entries, tmp_path: Path) -> None:
    changed = entries | {JUDGEMENTS: entries[JUDGEMENTS].replace(b"N,A.1,High", b"N,A.1,Tall")}
    assert found(resealed(changed), tmp_path) == {("input", JUDGEMENTS)}


def test_a_missing_entry(entries: Entries, tmp_path: Path) -> None:
    del entries[SCORECARD]
    assert found(packed(entries), tmp_path) == {("missing", SCORECARD), ("differs", SCORECARD)}


def test_a_missing_manifest(entries: Entries, tmp_path: Path) -> None:
    del entries["SHA256SUMS"]
    assert found(packed(entries), tmp_path) == {("missing", "SHA256SUMS")}


def test_a_missing_rubric_is_not_taken_from_elsewhere(entries: Entries, tmp_path: Path) -> None:
    del entries["inputs/rubrics/library/rubric.yaml"]
    kinds = {one.kind for one in check(resealed(entries), tmp_path).findings}
    assert kinds == {"input"}


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


def test_every_name_of_a_sound_bundle_is_safe(entries: Entries) -> None:
    assert not any(map(unsafe, entries))


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


def test_a_manifest_that_is_no_manifest(entries: Entries, tmp_path: Path) -> None:
    twice = entries["SHA256SUMS"] + entries["SHA256SUMS"].splitlines()[0] + b"\nnonsense\n"
    assert ("manifest", "SHA256SUMS") in found(packed(entries | {"SHA256SUMS": twice}), tmp_path)


def test_two_studies_inside(entries: Entries, tmp_path: Path) -> None:
    name = "inputs/reports/other/study.yaml"
    both = entries | {name: entries["inputs/reports/branches/study.yaml"]}
    assert ("input", "inputs") in found(resealed(both), tmp_path)


def test_versions_that_are_no_versions(entries: Entries, tmp_path: Path) -> None:
    assert found(resealed(entries | {"versions.json": b"[" * 100_000}), tmp_path) == {
        ("input", "versions.json")
    }


@pytest.mark.parametrize("data", [b"", b"words", b"%PDF-1.7", packed({"a": b"b"}), packed({})])
def test_what_is_not_a_bundle_at_all(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not a bundle"):
        check(data, tmp_path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no file"):
        verify(tmp_path / "none.zip")
