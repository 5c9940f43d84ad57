"""indicators.csv, failures.csv and determinations, from files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.rubrics import criterion, dimension, rubric_data
from vfi.scoring.explanation import JudgementExplanation, explain
from vfi.scoring.scorecard import score
from vfi.study.loading import check_study

INDICATOR = {
    "title": "Coverage",
    "unit": "%",
    "measure": "percentage",
    "better": "higher",
    "levels": [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}],
}
STUDY = """schema: vfi.study/1
id: demo-study
title: Demo
rubric: {id: demo, version: "1"}
authors: [us]
date: "2025"
"""
JUDGEMENTS = "case,criterion,level,reason\nL1,A1,Good,\nL2,A1,Good,seen on site\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = rubric_data(
        [dimension("A", [criterion("A1", indicator=INDICATOR)])],
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "a breach"}],
    )
    rubric = tmp_path / "rubrics" / "demo"
    rubric.mkdir(parents=True)
    (rubric / "rubric.yaml").write_text(json.dumps(data), encoding="utf-8")
    study = tmp_path / "reports" / "demo-study"
    study.mkdir(parents=True)
    write(
        study,
        **{
            "study.yaml": STUDY,
            "cases.csv": "id,name\nL1,One\nL2,Two\n",
            "judgements.csv": JUDGEMENTS,
        },
    )
    return study


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def told(folder: Path) -> list[str]:
    _, problems = check_study(folder)
    return [f"{Path(one.file).name}:{one.line} {one.field}: {one.found}" for one in problems]


def test_readings_propose_levels_beside_the_judged_ones(folder: Path) -> None:
    write(
        folder,
        **{"indicators.csv": "case,criterion,numerator,denominator\nL1,A1,1,2\nL2,A1,49.9,100\n"},
    )
    study, problems = check_study(folder)
    assert list(problems) == []
    assert study is not None
    proposals = score(study).proposals
    assert [(one.proposed, one.judged, one.departs) for one in proposals] == [
        ("Good", "Good", False),
        ("Poor", "Good", True),
    ]
    explanation = explain(score(study), "A1", "L2")
    assert isinstance(explanation, JudgementExplanation)
    assert explanation.proposal == proposals[1]


def test_departing_from_a_proposal_needs_a_reason(folder: Path) -> None:
    write(folder, **{"indicators.csv": "case,criterion,numerator,denominator\nL1,A1,1,3\n"})
    assert told(folder) == [
        "judgements.csv:2 reason: no reason for Good where Coverage proposes Poor"
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("L1,A1,1,0", 'denominator: "0"'),
        ("L1,A1,,2", "numerator: an empty cell"),
        ("L1,A1,1e3,2", 'numerator: "1e3"'),
        ("L9,A1,1,2", 'case: "L9"'),
        ("L1,A9,1,2", 'criterion: "A9"'),
    ],
)
def test_a_reading_that_cannot_be_used_is_told_with_its_line(
    folder: Path, rows: str, expected: str
) -> None:
    write(folder, **{"indicators.csv": f"case,criterion,numerator,denominator\n{rows}\n"})
    assert told(folder) == [f"indicators.csv:2 {expected}"]


def test_failures_name_known_cases_and_indicators_and_give_a_reason(folder: Path) -> None:
    write(folder, **{"failures.csv": "case,failure,reason\nL9,breach,r\nL1,brech,r\nL1,breach,\n"})
    assert told(folder) == [
        'failures.csv:2 case: "L9"',
        'failures.csv:3 failure: "brech"',
        "failures.csv:4 reason: an empty cell",
    ]


def test_determinations_name_known_nodes_levels_and_cases_once(folder: Path) -> None:
    more: Any = "determinations:\n"
    for node in (
        "{node: A, level: Bad",
        "{node: X, level: Good",
        "{node: A, case: L9, level: Good",
        "{node: A, level: Good",
    ):
        more += f"  - {node}, reason: r, who: w, date: 2025-06-30}}\n"
    write(folder, **{"study.yaml": STUDY + more})
    assert told(folder) == [
        'study.yaml:8 determinations[0].level: "Bad"',
        'study.yaml:9 determinations[1].node: "X"',
        'study.yaml:10 determinations[2].case: "L9"',
        'study.yaml:11 determinations[3].node: "A" a second time',
    ]


def test_a_determination_without_a_reason_is_refused(folder: Path) -> None:
    more = "determinations:\n  - {node: A, level: Good, who: w, date: 2025-06-30}\n"
    write(folder, **{"study.yaml": STUDY + more})
    assert told(folder) == ["study.yaml:8 determinations[0].reason: nothing"]
