"""What a command prints, to hold a function of the public face against."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.running import run_vfi


def printed(*arguments: object, cwd: Path | None = None) -> Any:
    """The JSON document that a command prints."""
    ran = run_vfi(*arguments, "--format", "json", cwd=cwd)
    assert ran.stdout, ran.stderr
    return json.loads(ran.stdout)


def as_printed(document: Any) -> Any:
    """A document as it is after it was printed and read."""
    return json.loads(json.dumps(document))
