"""Determinations, held against the rubric and the cases of their study."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.rubrics import MEAN, TWO, criterion, dimension, rubric, scale_data
from tests.study.making import STUDY, demo_study, told
from vfi.inputs.yaml import Document
from vfi.problems import Problems
from vfi.study.determinations import check_determinations
from vfi.study.models import StudyFile

A1 = criterion("A1", scale="two", synthesis=MEAN | {"scale": "default"})
BUILT = rubric([dimension("A", [A1])], scales={"two": scale_data(TWO)})


def with_determinations(place: Path, *determinations: str) -> Path:
    """A study with determinations that say who, when and these other things."""
    lines = (f"  - {{{words}, who: w, date: 2025-06-30}}\n" for words in determinations)
    return demo_study(place, {"study.yaml": f"{STUDY}determinations:\n{''.join(lines)}"})


def test_determinations_name_known_nodes_levels_and_cases_once(tmp_path: Path) -> None:
    folder = with_determinations(
        tmp_path,
        "node: A, level: Bad, reason: r",
        "node: X, level: Good, reason: r",
        "node: A, case: L9, level: Good, reason: r",
        "node: A, level: Good, reason: r",
        "node: A1, case: L1, level: Good, reason: r",
        "node: A1, case: L2, level: Good, reason: r",
        "node: A1, case: L1, level: Poor, reason: r",
    )
    assert told(folder) == [
        'study.yaml:8 determinations[0].level: "Bad"',
        'study.yaml:9 determinations[1].node: "X"',
        'study.yaml:10 determinations[2].case: "L9"',
        'study.yaml:11 determinations[3].node: "A" a second time',
        'study.yaml:14 determinations[6].node: "A1" for L1 a second time',
    ]


def test_a_determination_without_a_reason_is_refused(tmp_path: Path) -> None:
    folder = with_determinations(tmp_path, "node: A, level: Good")
    assert told(folder) == ["study.yaml:8 determinations[0].reason: nothing"]


def refused(cases: list[str] | None, *determinations: dict[str, Any]) -> list[str]:
    """The fields of determinations that do not fit a rubric whose criterion is judged on a scale of
    two levels and rated on one of four.
    """
    data = {
        "schema": "vfi.study/1",
        "id": "s",
        "title": "S",
        "rubric": {"id": "demo", "version": "1"},
        "authors": ["us"],
        "date": "2025",
        "determinations": [
            {"reason": "r", "who": "w", "date": "2025", **words} for words in determinations
        ],
    }
    problems = Problems()
    about = StudyFile.model_validate(data)
    check_determinations(about, BUILT, cases, Document("study.yaml", data), problems)
    return [problem.field for problem in problems]


def test_of_one_case_a_criterion_has_a_level_of_judgements_and_of_all_one_of_ratings() -> None:
    of_case, of_all = {"node": "A1", "case": "K"}, {"node": "A1"}
    levels = {"level": "Present"}, {"level": "Good"}
    assert refused(["K"], *({**of_case, **level} for level in levels)) == [
        "determinations[1].level",
        "determinations[1].node",
    ]
    assert refused(["K"], *({**of_all, **level} for level in levels)) == [
        "determinations[0].level",
        "determinations[1].node",
    ]


def test_cases_that_could_not_be_read_are_not_missed() -> None:
    determination = {"node": "A", "case": "K", "level": "Good"}
    assert refused(None, determination) == []
    assert refused([], determination) == ["determinations[0].case"]
