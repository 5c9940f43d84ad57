from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.making import ROOT, SHIPPED_STUDY, Files, make_study
from vfi.bundle.archive import unpacked
from vfi.bundle.making import Bundle, bundle_path, make_bundle, write_bundle
from vfi.bundle.outputs import OUTPUTS
from vfi.bundle.verification import verify
from vfi.problems import UserError
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

SEALING = (
    "import hashlib, sys; from vfi.bundle.making import make_bundle; "
    "from vfi.scoring.scorecard import score; "
    "from vfi.study.loading import load_study; "
    "print(hashlib.sha256(make_bundle(score(load_study(sys.argv[1]))).content).hexdigest())"
)


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


def test_another_ending_is_refused(study: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.zip"):
        write_bundle(score(load_study(study)), tmp_path / "bundle.tar")


def test_it_goes_into_the_build_folder_of_the_study() -> None:
    path = bundle_path(score(load_study(SHIPPED_STUDY)))
    assert path.parts[-3:] == (SHIPPED_STUDY, "build", f"{SHIPPED_STUDY}.zip")


def check(bundle: Bundle, folder: Path) -> list[tuple[str, str]]:
    path = folder / "sealed.zip"
    path.write_bytes(bundle.content)
    return [(finding.kind, finding.words) for finding in verify(path).findings]


@pytest.mark.usefixtures("_only_scorecard_and_audit")
def test_pictures_and_cited_files_go_with_it_and_others_are_named(tmp_path: Path) -> None:
    files: Files = {
        "narrative/summary.md": "![A door](pictures/door.png)\n",
        "pictures/door.png": b"\x89PNG\r\n\x1a\n",
        "sources/a.txt": b"notes",
        "notes.txt": b"my own",
        "evidence.csv": "id,title,location\nvisit,V,sources/a.txt\ncount,C,gone.pdf\n",
    }
    bundle = make_bundle(score(load_study(make_study(tmp_path, files))))
    entries = unpacked(bundle.content, "made").entries
    inputs = {name.removeprefix("inputs/reports/branches/") for name in entries}
    assert {"pictures/door.png", "sources/a.txt"} <= inputs
    assert "notes.txt" not in inputs
    assert '  left out: "gone.pdf", which is not there\n' in entries["README.txt"].decode()
    assert set(json.loads(entries["outputs/scorecard.json"])["study"]["files"]) >= {
        "pictures/door.png",
        "sources/a.txt",
    }
    assert check(bundle, tmp_path) == []
