"""An installed copy of the program, without the repository around it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.making import ROOT, SHIPPED_STUDY, make_study
from tests.running import run_vfi


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    site_packages = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site_packages)
    return {"PYTHONPATH": str(site_packages)}


def test_wheel_holds_rubrics_studies_templates_and_licences_and_no_built_reports(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "vfi/shipped/rubrics/domestic-abuse-duty-vfi/rubric.yaml" in names
    assert f"vfi/shipped/reports/{SHIPPED_STUDY}/judgements.csv" in names
    assert f"vfi/shipped/reports/{SHIPPED_STUDY}/narrative/summary.md" in names
    assert "vfi/shipped/templates/report.html" in names
    assert "vfi/shipped/schemas/vfi.scorecard-2.schema.json" in names
    assert "vfi/py.typed" in names
    assert {name.rpartition("/")[2] for name in names if "/licenses/" in name} == {
        "LICENSE",
        "NOTICE",
    }
    assert not [name for name in names if "/build/" in name or name.startswith("tests/")]


def test_shipped_study_is_found_and_scored_from_an_empty_folder(
    installed: dict[str, str], tmp_path: Path
) -> None:
    ran = run_vfi("score", SHIPPED_STUDY, cwd=tmp_path, environment=installed)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "all 18 equal" in ran.stdout
    assert ran.stdout == run_vfi("score", SHIPPED_STUDY, cwd=tmp_path).stdout
    studies = run_vfi("studies", cwd=tmp_path, environment=installed).stdout
    assert f"{installed['PYTHONPATH']}/vfi/shipped/reports/{SHIPPED_STUDY}" in studies


def test_own_study_with_an_installed_copy(installed: dict[str, str], tmp_path: Path) -> None:
    make_study(tmp_path)
    ran = run_vfi("score", "branches", cwd=tmp_path, environment=installed)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Published ratings: all 2 equal" in ran.stdout
