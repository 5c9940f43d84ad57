"""An installed copy of the program, without the repository around it."""

from __future__ import annotations

import os
import re
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
    pages = {f"vfi/shipped/docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert pages
    assert pages <= set(names)
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


def test_help_leads_to_the_documentation_inside(installed: dict[str, str], tmp_path: Path) -> None:
    shown = run_vfi("--help", cwd=tmp_path, environment=installed)
    folder = Path(shown.stdout.splitlines()[-1].strip())
    assert folder == Path(installed["PYTHONPATH"]) / "vfi" / "shipped" / "docs"
    assert "vfi audit figures" in (folder / "cli.md").read_text(encoding="utf-8")
    told = run_vfi("audit", "figures", "--help", cwd=tmp_path, environment=installed).stdout
    assert (folder / "figures.md").is_file()
    assert "docs/figures.md" in told


def test_the_public_face_of_an_installed_copy(installed: dict[str, str], tmp_path: Path) -> None:
    code = f"import vfi; print(vfi.__version__, vfi.score({SHIPPED_STUDY!r}).overall.rating)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | installed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "0.1.0 Good\n"


def test_the_package_names_its_command_and_what_it_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (points,) = (name for name in archive.namelist() if name.endswith("/entry_points.txt"))
        assert "vfi = vfi.cli:main" in archive.read(points).decode()
        metadata = archive.read(points.replace("entry_points.txt", "METADATA")).decode()
    needed = re.findall(r"^Requires-Dist: ([\w-]+)[^;\n]*$", metadata, re.MULTILINE)
    assert {"typer", "pydantic", "weasyprint", "duckdb"} <= set(needed)
    assert {"pytest", "mkdocs", "pandas", "polars"}.isdisjoint(needed)
