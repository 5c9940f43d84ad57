from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.making import ROOT, make_study
from vfi.problems import InvalidInput, NotFound, UserError
from vfi.reporting import render, report_html
from vfi.reporting.confined import confined
from vfi.reporting.confined.limits import Limits
from vfi.scoring import score
from vfi.study import load_study

LIMITS = Limits(seconds=1, mebibytes=300)
ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a %}{% endfor %}{% endfor %}"
)
DOUBLING = (
    "{% set n = namespace(t=['x']) %}{% for i in range(40) %}{% set n.t = n.t + n.t %}{% endfor %}"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.css").write_text("")
    return tmp_path


def page(folder: Path, template: str) -> str:
    (folder / "report.html").write_text(template)
    return confined("page", ((folder,), {"word": "a"}, {}), LIMITS, "the page").decode()


def test_page_is_filled_in_as_it_is_without_limits(folder: Path) -> None:
    assert "<p>aé</p>" in page(folder, "<html><title>x</title><body><p>{{ word }}é</p>")


def test_templates_of_ones_own_give_the_page_that_those_of_vfi_give(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    ours = ROOT / "templates"
    (tmp_path / "own").mkdir()
    assert report_html(scorecard, (tmp_path / "own", ours)) == report_html(scorecard, (ours,))


def test_report_by_templates_of_ones_own_is_typeset_with_limits_too(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    (tmp_path / "own").mkdir()
    template = '<html lang="en"><title>T</title><body><h1>T</h1><p>{{ title }}</p>'
    (tmp_path / "own" / "report.html").write_text(template)
    written = render(scorecard, tmp_path / "x.pdf", templates=tmp_path / "own")
    assert written.read_bytes().startswith(b"%PDF")
    (tmp_path / "own" / "report.html").write_text(template.replace("<title>T</title>", ""))
    with pytest.raises(UserError, match="title"):
        render(scorecard, tmp_path / "x.pdf", templates=tmp_path / "own")


def test_problems_come_back_with_their_places(folder: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        page(folder, "\n\n{{ nothing.here }}")
    (problem,) = refused.value.problems
    assert problem.where == f"{folder}/report.html:3"
    assert "'nothing' is undefined" in problem.found
    with pytest.raises(NotFound, match=r'no template "gone\.html"'):
        page(folder, "{% include 'gone.html' %}")


@pytest.mark.parametrize(
    "template",
    [
        "\n{{ 'x'.ljust(700000000) }}",
        "\n{{ 'x'|center(700000000) }}",
        "\n{{ '%700000000d' % 1 }}",
        "\n{{ '{:>700000000}'.format(word) }}",
        "\n{{ ('xy' * 2) or 1 }}",
        "\n" + DOUBLING,
        "\n" + DOUBLING.replace("['x']", "'x'").replace("n.t + n.t", "n.t ~ n.t"),
        "\n{% for i in range(9999) %}" + "{{ word * 0 }}{% endfor %}",
    ],
)
def test_template_that_takes_more_memory_than_it_may_is_told_with_its_line(
    folder: Path, template: str
) -> None:
    with pytest.raises(UserError, match=r"report\.html:2: template: found "):
        page(folder, template)


def test_template_that_never_ends_is_told_with_its_line(folder: Path) -> None:
    start = time.process_time()
    with pytest.raises(
        InvalidInput, match=r"report\.html:2: template: found what takes more time than"
    ):
        page(folder, "\n" + ENDLESS)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "template", ["<b>" * 300_000, "".join(f"<b a={n}>" for n in range(9000)), "<div>" * 40_000]
)
def test_page_that_takes_a_browser_for_ever_to_read_is_told(folder: Path, template: str) -> None:
    with pytest.raises(UserError, match=r"the page takes more|more than 200 elements"):
        page(folder, template)


COMMAND = """
import sys
from pathlib import Path
from vfi.reporting.confined import confined
from vfi.reporting.confined.limits import Limits
print(confined("page", ((Path(sys.argv[1]),), {}, {}), Limits(60, 300), "the page"))
"""


def test_memory_of_the_process_that_asks_does_not_count(folder: Path) -> None:
    (folder / "report.html").write_text("<html><title>x</title><body><p>in time</p>")
    program = f"held = b'x' * {400 * 1024 * 1024}\n{COMMAND}"
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, capture_output=True, text=True
    )
    assert "in time" in ran.stdout, ran.stderr


@pytest.mark.parametrize("deadly", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_when_the_command_is_ended(folder: Path, deadly: signal.Signals) -> None:
    (folder / "report.html").write_text(ENDLESS)
    parent = subprocess.Popen(
        [sys.executable, "-c", COMMAND, str(folder)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    child = wait_for(lambda: child_of(parent.pid))
    assert child
    time.sleep(0.5)
    parent.send_signal(deadly)
    parent.wait(20)
    assert wait_for(lambda: not is_alive(child))


def wait_for(condition: object, seconds: float = 20) -> int:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return int(value)


def child_of(pid: int) -> int:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return next((child for child, parent in pairs if parent == pid), 0)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True
    ).stdout
    return state[:1] not in ("", "Z")
