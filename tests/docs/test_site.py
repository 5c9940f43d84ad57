"""The documentation site: built offline, whole, and refused where it would not be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.making import ROOT

PIECES = ("docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "templates", "scripts/site.py")
SLOW = "mkdocstrings"
"""The part that reads the whole package; `make docs` builds with it."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What the site is made of, without what is made from docstrings."""
    for name in PIECES:
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target)
        else:
            shutil.copy(ROOT / name, target)
    (tmp_path / "docs" / "api.md").write_text("# From Python\n", encoding="utf-8")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["plugins"] = [plugin for plugin in settings["plugins"] if SLOW not in plugin]
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return tmp_path


def build(project: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("mkdocs")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        env={"PATH": "", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def append(name: str, text: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")

    return change


def test_the_site_is_whole_and_fetches_nothing(project: Path) -> None:
    built = build(project)
    assert built.returncode == 0, built.stderr
    start = (project / "build" / "docs" / "index.html").read_text(encoding="utf-8")
    assert 'href="rubrics.html"' in start
    assert "images/report-pages.png" in start
    assert (project / "build" / "docs" / "images" / "report-pages.png").is_file()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (append("README.md", "[gone](docs/gone.md)"), "gone.md"),
        (append("docs/claims.md", "[nowhere](rubrics.md#nowhere)"), "#nowhere"),
        (append("docs/another.md", "# A page that no menu leads to"), "another.md"),
        (lambda project: (project / "docs" / "tables.md").unlink(), "tables.md"),
        (append("docs/claims.md", "![far](https://example.org/far.png)"), "would fetch from the"),
        (
            append("docs/claims.md", '<script src="//example.org/a.js"></script>'),
            "example.org/a.js",
        ),
    ],
    ids=["missing file", "missing place", "not in the menu", "missing page", "picture", "script"],
)
def test_a_site_that_is_not_whole_is_refused(
    project: Path, change: Callable[[Path], None], told: str
) -> None:
    change(project)
    built = build(project)
    assert built.returncode != 0
    assert told in built.stdout + built.stderr
