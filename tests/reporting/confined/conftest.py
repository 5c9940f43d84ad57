from __future__ import annotations

from pathlib import Path

import pytest

ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% set c = a %}{% endfor %}{% endfor %}"
)
"""A template that is never filled in."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for templates."""
    (tmp_path / "report.css").write_text("")
    return tmp_path
