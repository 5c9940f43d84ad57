"""How long it takes to look into every shipped rubric, and to audit a study."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.timing import ROOT, STUDY, VFI, Measured, compared, pairs


def measure() -> Iterator[Measured]:
    """`vfi rubric check` of all rubrics beside twice `vfi --version` and 2 s; `vfi audit` beside
    `vfi score`.
    """
    names = sorted(path.parent.name for path in (ROOT / "rubrics").glob("*/rubric.yaml"))
    times = pairs([VFI, "rubric", "check", *names], [VFI, "--version"], runs=5)
    own = statistics.median(checked for checked, _ in times)
    allowed = statistics.median(2 * version + 2 for _, version in times)
    yield Measured(
        f"vfi rubric check of {len(names)} rubrics, beside 2 x version + 2 s",
        own,
        allowed,
        own / allowed,
        1,
    )
    yield compared("vfi audit, beside vfi score", [VFI, "audit", STUDY], [VFI, "score", STUDY], 3)
