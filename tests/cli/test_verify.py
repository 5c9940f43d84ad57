"""`vfi verify`: what is told of an archive, whole or not."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Ran
from tests.making import make_study
from vfi.bundle import outputs

Vfi = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _only_scorecard_and_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [made for made in outputs.OUTPUTS if made.name in ("scorecard.json", "audit.json")]
    monkeypatch.setattr("vfi.bundle.outputs.OUTPUTS", tuple(few))
    monkeypatch.setattr("vfi.bundle.making.OUTPUTS", tuple(few))


@pytest.fixture
def sealed(vfi: Vfi, tmp_path: Path) -> Path:
    """The bundle of a small study."""
    path = tmp_path / "sealed.zip"
    assert vfi("bundle", make_study(tmp_path), "-o", path).code == 0
    return path


def test_a_sound_bundle_is_said_to_be_and_what_was_checked(vfi: Vfi, sealed: Path) -> None:
    ran = vfi("verify", sealed)
    assert (ran.code, ran.err) == (0, "")
    first, *others = ran.out.splitlines()
    assert first == "The bundle is sound."
    assert any(line.startswith("checked: 2 outputs, each derived again") for line in others)


def test_a_folder_is_checked_and_said_to_be_none_that_was_sealed(
    vfi: Vfi, sealed: Path, tmp_path: Path
) -> None:
    with ZipFile(sealed) as archive:
        archive.extractall(tmp_path / "unpacked")
    ran = vfi("verify", tmp_path / "unpacked")
    assert ran.code == 0
    assert ran.out.startswith("The contents are whole and sound, but this is a folder")


def test_an_archive_that_was_cut_is_a_finding_in_every_format(vfi: Vfi, sealed: Path) -> None:
    sealed.write_bytes(sealed.read_bytes()[:-1])
    ran = vfi("verify", sealed)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "1 finding.")
    document = vfi("verify", sealed, "--format", "json")
    assert document.code == 1
    assert [entry["kind"] for entry in json.loads(document.out)["findings"]] == ["truncated"]
    (row,) = csv.DictReader(vfi("verify", sealed, "--format", "csv").out.splitlines())
    assert row["kind"] == "truncated"


def test_unsigned_is_a_finding_only_where_it_is_asked_who_signed(
    vfi: Vfi, sealed: Path, tmp_path: Path
) -> None:
    signers = tmp_path / "signers"
    signers.write_text("", encoding="utf-8")
    ran = vfi("verify", sealed, "--allowed-signers", signers)
    assert ran.code == 1
    assert ran.out.startswith(
        "1 finding.\nSHA256SUMS.sig: signature: the bundle is not signed\nchecked: "
    )


def test_what_is_no_bundle_is_a_wrong_call(vfi: Vfi, tmp_path: Path) -> None:
    assert vfi("verify", make_study(tmp_path) / "cases.csv").code == 2
    assert vfi("verify", tmp_path / "nowhere.zip").code == 2
