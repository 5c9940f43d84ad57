"""A folder to type commands in, with the shipped rubrics and studies as a checkout has them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.making import ROOT

COPIED = ("rubrics", "reports", "templates", "schemas")


def scratch(place: Path) -> Path:
    """A copy of what a checkout holds beside the program, without what was built."""
    for name in COPIED:
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("build"))
    return place
