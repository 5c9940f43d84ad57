"""How long it takes to find what would overturn each rating, and to simulate judgements that may be
off.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from benchmarks.study import write_study
from benchmarks.timing import STUDY, Measured
from vfi import load_study, score
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.simulation import simulate
from vfi.robustness.search.flips import find_flips

DRAWS = 100_000
CASES, CRITERIA = 19, 13


def measure() -> Iterator[Measured]:
    """Flips of every node of 317 cases beside one second, and draws of the shipped study beside
    bare NumPy's.
    """
    with tempfile.TemporaryDirectory() as folder:
        large = score(load_study(write_study(Path(folder))))
    flips = statistics.median(_seconds(lambda: find_flips(large)) for _ in range(5))
    yield Measured("flips of every node, 317 cases x 13 criteria, beside 1 s", flips, 1.0, flips, 1)
    study = load_study(STUDY)
    pairs = [
        (_seconds(lambda: simulate(study, ErrorModel(), DRAWS, 1)), _seconds(_bare))
        for _ in range(7)
    ]
    own, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    yield Measured("100,000 draws of 19 x 13, beside NumPy's draw and average", own, peer, ratio, 2)


def _bare() -> None:
    """Draw as many numbers as there are judgements and average them, and nothing else."""
    np.random.default_rng(1).random((DRAWS, CASES, CRITERIA)).mean(axis=1)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
