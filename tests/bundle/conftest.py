from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.making import make_study
from vfi.bundle import outputs
from vfi.bundle.archive import unpacked
from vfi.bundle.making import make_bundle, write_bundle
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small study as files."""
    return make_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="session")
def bundle(study: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its bundle, with every output."""
    path = tmp_path_factory.mktemp("bundle") / "made.zip"
    write_bundle(score(load_study(study)), path)
    return path


@pytest.fixture
def _only_the_scorecard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bundles with one output, where which outputs there are is not the question."""
    few = outputs.OUTPUTS[:1]
    monkeypatch.setattr("vfi.bundle.outputs.OUTPUTS", few)
    monkeypatch.setattr("vfi.bundle.making.OUTPUTS", few)


@pytest.fixture
def _only_scorecard_and_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bundles with two outputs, where what the audit says is the question."""
    few = tuple(
        output for output in outputs.OUTPUTS if output.name in ("scorecard.json", "audit.json")
    )
    monkeypatch.setattr("vfi.bundle.outputs.OUTPUTS", few)
    monkeypatch.setattr("vfi.bundle.making.OUTPUTS", few)


@pytest.fixture
def entries(_only_the_scorecard: None, tmp_path: Path) -> dict[str, bytes]:
    """The entries of a sound bundle."""
    return dict(
        unpacked(make_bundle(score(load_study(make_study(tmp_path)))).content, "made").entries
    )


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A new SSH key."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip(
            "ssh-keygen is not installed (apt-get install openssh-client), so nothing can be signed"
        )
    path = tmp_path / "key"
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True
    )
    return path
