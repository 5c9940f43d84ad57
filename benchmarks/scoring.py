"""How long a scorecard takes, and how that grows with the study."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.study import write_study
from benchmarks.timing import STUDY, VFI, Measured, compared, pairs, python, seconds


def measure() -> Iterator[Measured]:
    """`vfi score` beside its imports, and what 317 cases add beside one import of pydantic."""
    yield compared(
        "vfi score, beside import typer, pydantic",
        [VFI, "score", STUDY],
        python("import typer, pydantic"),
        2.5,
    )
    with tempfile.TemporaryDirectory() as folder:
        large = str(write_study(Path(folder)))
        yield _growth(large)


def _growth(large: str, runs: int = 9) -> Measured:
    grown = [
        more - less for more, less in pairs([VFI, "score", large], [VFI, "score", STUDY], runs)
    ]
    imports = [
        seconds(python("import pydantic; pydantic.BaseModel")) - seconds(python("pass"))
        for _ in range(runs)
    ]
    own, floor = statistics.median(grown), statistics.median(imports)
    return Measured(
        "vfi score: 317 cases more than 19, beside import pydantic", own, floor, own / floor, 1
    )
