"""A rubric of four tiers with names of its own, whose branches are of several depths."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.rubrics import MEAN, criterion, rubric_data, study
from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Failure, Study
from vfi.synthesis.scale import INSUFFICIENT

SCORES = {**MEAN, "of": "scores"}
TIERS = (
    {"id": "evidence", "title": "evidence category", "plural": "evidence categories"},
    {"id": "line", "title": "KLOE"},
    {"id": "statement", "title": "quality statement"},
    "theme",
)
SYNTHESIS = {"evidence": MEAN, "line": MEAN, "statement": SCORES, "theme": MEAN, "overall": SCORES}
HURDLES = (
    {
        "id": "no-line-poor",
        "title": "No KLOE Poor",
        "reason": "r",
        "kind": "soft",
        "node": "T1",
        "cap": "Adequate",
        "when": [{"at_least": 1, "at": "Poor", "among": "KLOEs"}],
    },
    {
        "id": "breach-of-line",
        "title": "No breach",
        "reason": "r",
        "kind": "hard",
        "node": "L1",
        "when": [{"failure": "breach"}],
    },
)
JUDGED = ("e1", "e2", "e3", "e4", "L3", "S2", "e5", "e6")


def group(name: str, below: Sequence[Any] = (), **more: Any) -> dict[str, Any]:
    """A group of groups, where mappings with a question are below it, or of criteria."""
    parts = [criterion(part) if isinstance(part, str) else dict(part) for part in below]
    key = "groups" if any("question" in part for part in parts) else "criteria"
    made = {"id": name, "title": f"Group {name}", "question": "how good?", **more}
    return {**made, key: parts} if parts else made


def deep_data(**more: Any) -> dict[str, Any]:
    """Criteria two, three and four steps below the whole, a KLOE and a statement that are judged
    directly, and a KLOE with a step of its own.
    """
    of_line = {"rule": "worst", "missing": "exclude"}
    statement = group(
        "S1", [group("L1", ["e1", "e2"]), group("L2", ["e3", "e4"], synthesis=of_line), group("L3")]
    )
    dimensions = [group("T1", [statement, group("S2")]), group("T2", ["e5", "e6"])]
    frame = {"tiers": TIERS, "synthesis": SYNTHESIS, "hurdles": HURDLES}
    indicators = [{"id": "breach", "title": "Breach", "meaning": "what it means"}]
    return rubric_data(dimensions, **{**frame, "failure_indicators": indicators, **more})


def deep(**more: Any) -> Rubric:
    """The same as a rubric."""
    return Rubric.model_validate(deep_data(**more))


def deep_study(of: Rubric | None = None, seed: int = 1) -> Study:
    """Four cases at random levels, one judgement in ten of which is insufficient evidence; a breach
    is recorded for the second of them.
    """
    random, rules = Random(seed), of or deep()
    levels = {
        f"C{number}": {
            judged: None
            if random.random() < 0.1
            else random.choice(rules.judgement_scale(judged).names)
            for judged in rules.judged
        }
        for number in range(1, 5)
    }
    failures = [Failure("C2", failure.id, "seen") for failure in rules.failure_indicators]
    return study(rules, levels, failures)


def make_deep_study(place: Path, files: Mapping[str, str] | None = None, **more: Any) -> Path:
    """The same study as a folder, with its rubric beside it and perhaps further files."""
    made = deep_study()
    rows = [f"{one.case},{one.criterion},{one.level or INSUFFICIENT}" for one in made.judgements]
    cases = [f"{case.id},{case.name}" for case in made.cases]
    about = {
        "schema": "vfi.study/1",
        "id": "demo-study",
        "title": "Demo study",
        "rubric": {"id": "demo", "version": "1"},
        "authors": ["us"],
        "date": "2025",
        "narrative": ["summary"],
    }
    written = {
        "rubrics/demo/rubric.yaml": json.dumps(deep_data(**more)),
        "reports/demo-study/study.yaml": json.dumps(about),
        "reports/demo-study/cases.csv": "\n".join(["id,name", *cases]),
        "reports/demo-study/judgements.csv": "\n".join(["case,criterion,level", *rows]),
        "reports/demo-study/failures.csv": "case,failure,reason\nC2,breach,seen",
        "reports/demo-study/narrative/summary.md": "Words.",
        **{f"reports/demo-study/{name}": text for name, text in (files or {}).items()},
    }
    for name, text in written.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    return place / "reports" / "demo-study"
