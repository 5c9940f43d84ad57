"""A study the size of all of England's authorities, made from a fixed seed."""

from __future__ import annotations

import random
from pathlib import Path

from vfi import load_rubric

CASES = 317
RUBRIC = "domestic-abuse-duty-vfi"


def write_study(folder: Path, cases: int = CASES) -> Path:
    """Write a study of so many cases on the thirteen criteria of the shipped rubric; returns its
    folder.
    """
    chance = random.Random(317)  # noqa: S311 - a made-up study, not a secret
    study = folder / "england"
    study.mkdir()
    rubric = load_rubric(RUBRIC)
    (study / "study.yaml").write_text(
        "schema: vfi.study/1\nid: england\ntitle: A made-up study of every authority\n"
        f'rubric: {{id: {rubric.id}, version: "{rubric.version}"}}\nauthors: [nobody]\ndate: '
        "2026-01\n"
    )
    names = [f"LA{number:03}" for number in range(1, cases + 1)]
    (study / "cases.csv").write_text(
        "id,name\n" + "".join(f"{name},Authority {name}\n" for name in names)
    )
    levels = [*rubric.scale.names, "Insufficient evidence"]
    rows = [
        f"{name},{criterion.id},{chance.choices(levels, (3, 4, 4, 3, 1))[0]}\n"
        for name in names
        for criterion in rubric.criteria
    ]
    (study / "judgements.csv").write_text("case,criterion,level\n" + "".join(rows))
    return study
