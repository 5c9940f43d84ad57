from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.running import WIDE
from vfi.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def vfi(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the program in this process, through its `main`, on a page so wide that no sentence is
    broken.
    """
    monkeypatch.setenv("COLUMNS", WIDE)

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["vfi", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Ran(int(left.value.code or 0), printed.out, printed.err)

    return run
