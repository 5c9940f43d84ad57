"""A study of two cases on one criterion with an indicator, and what is told of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.rubrics import criterion, dimension, rubric_data
from vfi.study.loading import check_study

INDICATOR = {
    "title": "Coverage",
    "unit": "%",
    "measure": "percentage",
    "better": "higher",
    "levels": [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50, "to": 100}],
}
STUDY = """schema: vfi.study/1
id: demo-study
title: Demo
rubric: {id: demo, version: "1"}
authors: [us]
date: "2025"
"""
CASES = "id,name\nL1,One\nL2,Two\n"
JUDGEMENTS = "case,criterion,level,reason\nL1,A1,Good,\nL2,A1,Good,seen on site\n"


def demo_study(place: Path, files: Mapping[str, str]) -> Path:
    """The folder of a study of two cases, with these files in place of the usual ones."""
    data = rubric_data(
        [dimension("A", [criterion("A1", indicator=INDICATOR)])],
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "a breach"}],
    )
    rubric, study = place / "rubrics" / "demo", place / "reports" / "demo-study"
    for folder in (rubric, study):
        folder.mkdir(parents=True)
    (rubric / "rubric.yaml").write_text(json.dumps(data), encoding="utf-8")
    usual = {"study.yaml": STUDY, "cases.csv": CASES, "judgements.csv": JUDGEMENTS}
    for name, text in {**usual, **files}.items():
        (study / name).write_text(text, encoding="utf-8")
    return study


def told(folder: Path) -> list[str]:
    """Every problem of a study, with its file, line and field."""
    _, problems = check_study(folder)
    return [
        f"{Path(problem.file).name}:{problem.line} {problem.field}: {problem.found}"
        for problem in problems
    ]
