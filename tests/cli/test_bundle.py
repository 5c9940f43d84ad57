"""`vfi bundle`: where the archive goes, and what is told of what it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Ran
from tests.making import FILES, changed, make_study, names_in
from vfi.bundle import outputs

Vfi = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _only_scorecard_and_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [made for made in outputs.OUTPUTS if made.name in ("scorecard.json", "audit.json")]
    monkeypatch.setattr("vfi.bundle.outputs.OUTPUTS", tuple(few))
    monkeypatch.setattr("vfi.bundle.making.OUTPUTS", tuple(few))


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_study(tmp_path)


def test_a_bundle_goes_to_the_build_folder_and_holds_inputs_and_outputs(
    vfi: Vfi, study: Path
) -> None:
    assert vfi("bundle", "branches") == Ran(0, "wrote reports/branches/build/branches.zip\n", "")
    with ZipFile(study / "build" / "branches.zip") as archive:
        names = {name.rpartition("/")[2] for name in archive.namelist()}
    assert {"scorecard.json", "judgements.csv", "rubric.yaml", "SHA256SUMS"} <= names


def test_a_bundle_goes_where_it_is_wanted_and_is_the_same_each_time(vfi: Vfi, study: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert vfi("bundle", "branches", "-o", name) == Ran(0, f"wrote {name}\n", "")
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()
    assert "build" not in names_in(study)


def test_a_cited_file_that_is_not_there_is_told_as_left_out(vfi: Vfi, study: Path) -> None:
    evidence = changed(FILES["evidence.csv"], "Folder 3", "notes.pdf")
    (study / "evidence.csv").write_text(evidence, encoding="utf-8")
    ran = vfi("bundle", "branches")
    assert ran.code == 0
    assert "left out the cited file notes.pdf, " in ran.err


def test_a_key_that_is_not_there_leaves_no_bundle(vfi: Vfi, study: Path) -> None:
    ran = vfi("bundle", "branches", "-o", "a.zip", "--sign", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere" in ran.err
    assert not Path("a.zip").exists()
