from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.making import ROOT, SHIPPED_STUDY, make_study
from tests.running import run_vfi
from vfi.bundle import bundle_path, make_bundle, verify, write_bundle
from vfi.bundle.outputs import OUTPUTS
from vfi.bundle.verification import other_typefaces
from vfi.bundle.versions import changed, typefaces_of
from vfi.problems import UserError
from vfi.scoring import score
from vfi.study import load_study

SEALING = (
    "import hashlib, sys; from vfi.bundle import make_bundle; from vfi.scoring import score; "
    "from vfi.study import load_study; "
    "print(hashlib.sha256(make_bundle(score(load_study(sys.argv[1]))).content).hexdigest())"
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def bundle(study: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "made.zip"
    write_bundle(score(load_study(study)), path)
    return path


def test_it_holds_inputs_outputs_versions_and_digests(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        names = archive.namelist()
        about = json.loads(archive.read("versions.json"))
    assert names == sorted(names)
    assert {name for name in names if name.startswith("inputs/")} == {
        "inputs/rubrics/library/rubric.yaml",
        *(
            f"inputs/reports/branches/{name}"
            for name in ("study.yaml", "cases.csv", "judgements.csv")
        ),
        *(
            f"inputs/reports/branches/{name}"
            for name in ("evidence.csv", "published.csv", "narrative/summary.md")
        ),
    }
    outputs = {f"outputs/{output.name}" for output in OUTPUTS if output.name != "claims.json"}
    assert {name for name in names if name.startswith("outputs/")} == outputs
    assert about["left_out"] == {"claims.json": "the study has no claims.csv"}
    assert about["versions"]["python"].startswith("3.")
    assert {"vfi", "weasyprint", "xlsxwriter", "pikepdf", "pango"} <= set(about["versions"])
    assert {"fonts/SourceSans3-Regular.woff2", "fonts/SourceSerif4-Regular.woff2"} <= set(
        about["typefaces"]
    )


def test_sha256sum_checks_it_without_vfi(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    ran = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout
    assert len(ran.stdout.splitlines()) == sum(path.is_file() for path in tmp_path.rglob("*")) - 1


def test_every_output_is_derived_again_elsewhere(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    result = verify(bundle)
    assert result.findings == ()
    assert result.checked[-1] == "6 outputs, each derived again from the inputs with the same bytes"
    assert list(tmp_path.iterdir()) == []


def test_the_same_bytes_in_any_process_and_folder(
    study: Path, bundle: Path, tmp_path: Path
) -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", SEALING, str(study)],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for folder, seed, zone in ((tmp_path, "1", "UTC"), (ROOT, "2", "Asia/Tokyo"))
    }
    assert len(printed) == 1


@pytest.mark.usefixtures("_only_the_scorecard")
def test_what_was_read_is_what_is_sealed_whatever_becomes_of_the_files(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    scorecard = score(load_study(folder))
    (folder / "cases.csv").write_text("id,name\nN,Northern\nS,South\n", encoding="utf-8")
    (tmp_path / "rubrics" / "library" / "rubric.yaml").unlink()
    path = tmp_path / "sealed.zip"
    write_bundle(scorecard, path)
    assert verify(path).findings == ()
    with zipfile.ZipFile(path) as archive:
        assert b"N,North\n" in archive.read("inputs/reports/branches/cases.csv")


def test_a_report_that_cannot_be_made_stops_the_work(tmp_path: Path) -> None:
    folder = make_study(tmp_path, {"narrative/summary.md": "{{ rating('Z') }}\n"})
    with pytest.raises(UserError, match="Z"):
        make_bundle(score(load_study(folder)))


def test_other_versions_are_told() -> None:
    then, now = {"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}
    assert list(changed(then, now)) == ["b 2 then, 3 now", "c none then, 4 now"]


def test_another_ending_is_refused(study: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.zip"):
        write_bundle(score(load_study(study)), tmp_path / "bundle.tar")


def test_it_goes_into_the_build_folder_of_the_study() -> None:
    path = bundle_path(score(load_study(SHIPPED_STUDY)))
    assert path.parts[-3:] == (SHIPPED_STUDY, "build", f"{SHIPPED_STUDY}.zip")


def test_the_commands(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "sealed.zip"
    made = run_vfi("bundle", study, "--output", path)
    assert (made.returncode, made.stderr) == (
        0,
        "left out claims.json: the study has no claims.csv\n",
    )
    sound = run_vfi("verify", path)
    assert (sound.returncode, sound.stdout.splitlines()[0]) == (0, "The bundle is sound.")
    path.write_bytes(path.read_bytes()[:-1])
    cut = run_vfi("verify", path, "--format", "json")
    assert cut.returncode == 1
    assert [one["kind"] for one in json.loads(cut.stdout)["findings"]] == ["truncated"]
    assert run_vfi("verify", study / "cases.csv").returncode == 2


def test_other_typefaces_are_told() -> None:
    page = b"<style>body { font-family: var(--sans) }</style>"
    here = typefaces_of(page.decode())
    assert list(other_typefaces(here, {"outputs/report.html": page})) == []
    name = next(iter(here))
    (note,) = other_typefaces({**here, name: "0" * 64}, {"outputs/report.html": page})
    assert name in note
