"""Set-up on a fresh machine: just what the lock lists is installed, whatever has been published
since.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETUP = "scripts/setup.sh"
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "vfi"
version = "0.1.0"
dependencies = ["alpha>=1"]

[project.scripts]
vfi = "vfi:main"
"""
BACKEND = """\
import zipfile
from pathlib import Path

METADATA = "Metadata-Version: 2.1\\nName: vfi\\nVersion: 0.1.0\\nRequires-Dist: alpha>=1\\n"

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "vfi-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(Path(folder) / name, "w") as wheel:
        wheel.writestr("vfi.pth", str(Path.cwd()))
        wheel.writestr("vfi-0.1.0.dist-info/METADATA", METADATA)
        wheel.writestr(
            "vfi-0.1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        )
        wheel.writestr(
            "vfi-0.1.0.dist-info/entry_points.txt", "[console_scripts]\\nvfi = vfi:main\\n"
        )
        wheel.writestr("vfi-0.1.0.dist-info/RECORD", "")
    return name

build_wheel = build_editable
"""
FAKE_LIBRARY = {
    "weasyprint/__init__.py": "",
    "weasyprint/text/__init__.py": "",
    "weasyprint/text/ffi.py": "harfbuzz_subset = 1\n",
}


class Index:
    """A package index in a folder, with the wheels that a test publishes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def url(self) -> str:
        """The address that pip takes."""
        return self.folder.as_uri()

    def publish(
        self, name: str, version: str, requires: str = "", modules: dict[str, str] | None = None
    ) -> str:
        """Publish a wheel; the line that pins it in a lock."""
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        wheel = folder / f"{name}-{version}-py3-none-any.whl"
        about = f"{name}-{version}.dist-info"
        files = {
            **(modules or {f"{name}.py": f"version = {version!r}\n"}),
            f"{about}/METADATA": _metadata(name, version, requires),
            f"{about}/WHEEL": (
                "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            ),
        }
        record = "".join(
            f"{path},sha256={_digest(text)},{len(text)}\n" for path, text in files.items()
        )
        with zipfile.ZipFile(wheel, "w") as archive:
            for path, text in {**files, f"{about}/RECORD": f"{record}{about}/RECORD,,\n"}.items():
                archive.writestr(path, text)
        links = "".join(
            f'<a href="{file.name}">{file.name}</a>\n' for file in sorted(folder.glob("*.whl"))
        )
        (folder / "index.html").write_text(f"<!DOCTYPE html><html><body>{links}</body></html>")
        return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def _metadata(name: str, version: str, requires: str) -> str:
    needs = f"Requires-Dist: {requires}\n" if requires else ""
    return f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: toml\n{needs}"


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that is set up by the script of this one."""
    folder = tmp_path / "project"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / SETUP, folder / SETUP)
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    (folder / "vfi").mkdir()
    (folder / "vfi" / "__init__.py").write_text("def main():\n    pass\n")
    return folder


def set_up(project: Path, index: Index) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    environment |= {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": index.url,
        "PYTHON": sys.executable,
    }
    return subprocess.run(
        ["sh", SETUP],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def installed(project: Path, module: str) -> str:
    python = project / ".venv" / "bin" / "python"
    return subprocess.check_output(
        [python, "-c", f"import {module}; print({module}.version)"], text=True
    ).strip()


def test_newer_packages_change_nothing(project: Path, tmp_path: Path) -> None:
    """`alpha` asks for an extra of `beta`, as pytest-cov does of coverage; both have since come out
    anew.
    """
    index = Index(tmp_path / "index")
    lock = index.publish("alpha", "1.0", "beta[toml]>=1") + index.publish("beta", "1.0")
    lock += index.publish("weasyprint", "70.0", modules=FAKE_LIBRARY)
    (project / "requirements.lock").write_text(lock)
    index.publish("alpha", "2.0", "beta[toml]>=2")
    index.publish("beta", "2.0")

    result = set_up(project, index)

    assert result.returncode == 0, result.stderr
    assert (installed(project, "alpha"), installed(project, "beta")) == ("1.0", "1.0")
    assert set_up(project, index).stderr == "", "there is nothing to do the second time"


def test_a_package_that_is_not_the_locked_one_is_refused(project: Path, tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    lock = index.publish("alpha", "1.0") + index.publish("weasyprint", "70.0", modules=FAKE_LIBRARY)
    (project / "requirements.lock").write_text(lock)
    index.publish("alpha", "1.0", modules={"alpha.py": "version = 'another'\n"})

    result = set_up(project, index)

    assert result.returncode == 1
    assert "could not be installed" in result.stderr


def test_a_lock_that_leaves_a_requirement_out_is_told(project: Path, tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    lock = index.publish("alpha", "1.0", "beta>=1") + index.publish(
        "weasyprint", "70.0", modules=FAKE_LIBRARY
    )
    (project / "requirements.lock").write_text(lock)
    index.publish("beta", "1.0")

    result = set_up(project, index)

    assert result.returncode == 1
    assert "beta" in result.stderr
    assert "make lock" in result.stderr
