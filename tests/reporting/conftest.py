from __future__ import annotations

import os
import socket
import ssl  # noqa: F401 - it builds on socket, so it has to be loaded before a test takes socket away
from pathlib import Path

import pytest

from tests.making import ROOT, SHIPPED_STUDY, make_study
from tests.reporting.everything import everything
from tests.reporting.reading_html import Page, read_html
from tests.reporting.reading_pdf import Reading, read_pdf
from tests.reporting.trees import ragged
from vfi.reporting.answers import Answers, answers_of
from vfi.reporting.report import render
from vfi.reporting.web import report_html
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


@pytest.fixture(scope="session")
def shipped() -> Scorecard:
    return score(load_study(ROOT / "reports" / SHIPPED_STUDY))


@pytest.fixture(scope="session")
def shipped_answers(shipped: Scorecard) -> Answers:
    return answers_of(shipped)


@pytest.fixture(scope="session")
def shipped_html(shipped_answers: Answers) -> str:
    return report_html(shipped_answers, (ROOT / "templates",))


@pytest.fixture(scope="session")
def shipped_page(shipped_html: str) -> Page:
    return read_html(shipped_html)


@pytest.fixture(scope="session")
def shipped_pdf(shipped: Scorecard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of the shipped study, set once for all workers of a run that are not at it at the
    same moment.

    It appears whole (see `vfi.outputs`), so a worker that finds it may use it.
    """
    folder = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        folder = folder.parent
    path = folder / "shipped" / "report.pdf"
    return path if path.exists() else render(shipped, path)


@pytest.fixture(scope="session")
def reading(shipped_pdf: Path) -> Reading:
    return read_pdf(shipped_pdf)


@pytest.fixture(scope="session")
def everything_scored(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return everything(tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="session")
def everything_answered(everything_scored: Scorecard) -> Answers:
    return answers_of(everything_scored)


@pytest.fixture(scope="session")
def everything_page(everything_answered: Answers) -> Page:
    return read_html(report_html(everything_answered, (ROOT / "templates",)))


@pytest.fixture(scope="session")
def ragged_scored(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return ragged(tmp_path_factory.mktemp("ragged"))


@pytest.fixture(scope="session")
def ragged_answered(ragged_scored: Scorecard) -> Answers:
    return answers_of(ragged_scored)


@pytest.fixture(scope="session")
def ragged_page(ragged_answered: Answers) -> Page:
    return read_html(report_html(ragged_answered, (ROOT / "templates",)))


@pytest.fixture(scope="session")
def small_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    return render(score(load_study(make_study(folder))), folder / "report.pdf")


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What tries to reach the network; nothing gets through."""
    tried: list[object] = []

    def refuse(*arguments: object, **_named: object) -> None:
        tried.append(arguments)
        raise OSError("no network in this test")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    return tried
