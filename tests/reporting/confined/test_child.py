from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.making import ROOT
from vfi.reporting.confined.child import send
from vfi.reporting.confined.limits import Limits

CHILD = [sys.executable, "-c", "from vfi.reporting.confined.child import main; main()"]


def answer(folder: Path, template: str) -> tuple[dict[str, Any], bytes]:
    """The head of what a child answers, and what comes with it."""
    (folder / "report.html").write_text(template)
    task = send("page", Limits(30, 1024), ((folder,), {"word": "a"}, {}))
    ran = subprocess.run(CHILD, input=task, cwd=ROOT, capture_output=True, check=True, timeout=60)
    head, _, content = ran.stdout.partition(b"\n")
    return json.loads(head), content


def test_what_is_made_comes_behind_the_head(folder: Path) -> None:
    head, content = answer(folder, "<html><title>x</title><body><p>{{ word }}é</p>")
    assert head == {"done": True}
    assert "<p>aé</p>" in content.decode()


def test_problems_come_with_every_field(folder: Path) -> None:
    head, content = answer(folder, "\n{{ nothing.here }}")
    (problem,) = head["problems"]
    assert (problem["line"], problem["severity"]) == (2, "error")
    assert "'nothing' is undefined" in problem["found"]
    assert content == b""


def test_what_is_not_there_is_told_apart_from_what_is_wrong(folder: Path) -> None:
    head, _ = answer(folder, "{% include 'gone.html' %}")
    assert head["is_missing"] is True
    assert "gone.html" in head["error"]
