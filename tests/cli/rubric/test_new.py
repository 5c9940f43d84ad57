from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_new_rubric_can_be_checked_at_once(
    vfi: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert vfi("rubric", "new", "library").code == 0
    assert vfi("rubric", "check", "library", "--strict").code == 0
    again = vfi("rubric", "new", "library")
    assert again.code == 2
    assert "is there already" in again.err
