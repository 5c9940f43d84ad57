from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.making import ROOT
from tests.reporting.confined.conftest import ENDLESS
from vfi.reporting.confined.limits import Limits

OVER = """
import os, sys
from vfi.reporting.confined.limits import Limits, TimeIsUp, keep_to
keep_to(Limits(1, 400), os.getppid())
try:
    exec(sys.argv[1])
except (TimeIsUp, MemoryError) as error:
    print(type(error).__name__)
"""
COMMAND = """
import sys
from pathlib import Path
from vfi.reporting.confined.running import confined
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


@pytest.mark.parametrize(
    ("work", "told"),
    [("while True: pass", "TimeIsUp"), ("x = bytes(500 * 1024 * 1024)", "MemoryError"), ("1", "")],
)
def test_a_process_that_takes_more_than_its_limits_is_stopped(work: str, told: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", OVER, work], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, told), ran.stderr


def test_limits_are_told_in_words() -> None:
    assert str(Limits(30, 1024)) == "30 seconds of computing and 1,024 MiB of memory"
