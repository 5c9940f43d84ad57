"""Running the program as a person does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = "import sys; from vfi.cli import main; sys.argv[0] = 'vfi'; main()"
WIDE = "2000"
"""Columns of a page on which no sentence is broken."""


def run_vfi(
    *arguments: object, cwd: Path | None = None, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `vfi` and return its exit code and what it printed."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"COLUMNS": WIDE} | (environment or {}),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
