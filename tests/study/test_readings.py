"""Measured quantities, and the judgements that depart from what they propose."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.making import FULL_FILES, FULL_RUBRIC, make_study
from tests.study.making import demo_study, told
from vfi.scoring.explanation import JudgementExplanation, explain
from vfi.scoring.scorecard import score
from vfi.study.loading import check_study, load_study
from vfi.study.models import Reading


def with_ratios(place: Path, *rows: str, **files: str) -> Path:
    """A study with a row of `indicators.csv` for each ratio that was measured."""
    table = "\n".join(["case,criterion,numerator,denominator", *rows, ""])
    return demo_study(place, {"indicators.csv": table, **files})


def test_readings_propose_levels_beside_the_judged_ones(tmp_path: Path) -> None:
    study, problems = check_study(with_ratios(tmp_path, "L1,A1,1,2", "L2,A1,49.9,100"))
    assert list(problems) == []
    assert study is not None
    proposals = score(study).proposals
    assert [(proposal.proposed, proposal.judged, proposal.departs) for proposal in proposals] == [
        ("Good", "Good", False),
        ("Poor", "Good", True),
    ]
    explanation = explain(score(study), "A1", "L2")
    assert isinstance(explanation, JudgementExplanation)
    assert explanation.proposal == proposals[1]


def test_departing_from_a_proposal_needs_a_reason(tmp_path: Path) -> None:
    assert told(with_ratios(tmp_path, "L1,A1,1,3", "L2,A1,1,3")) == [
        "judgements.csv:2 reason: no reason for Good where Coverage proposes Poor"
    ]


def test_insufficient_evidence_departs_from_a_proposal_as_well(tmp_path: Path) -> None:
    judgements = "case,criterion,level,reason\nL1,A1,Insufficient evidence,\nL2,A1,Good,\n"
    folder = with_ratios(tmp_path, "L1,A1,2,3", **{"judgements.csv": judgements})
    assert told(folder) == [
        "judgements.csv:2 reason: no reason for Insufficient evidence where Coverage proposes Good"
    ]


def test_a_quantity_that_no_level_holds_proposes_nothing_to_depart_from(tmp_path: Path) -> None:
    assert told(with_ratios(tmp_path, "L1,A1,3,2")) == []


def test_a_percentage_is_reckoned_from_its_parts_and_a_value_is_as_it_is(tmp_path: Path) -> None:
    ratio = load_study(with_ratios(tmp_path / "ratio", "L2,A1,5,8"))
    of_ratio = Reading("L2", "A1", Fraction(125, 2), Fraction(5), Fraction(8))
    assert ratio.readings == (of_ratio,)
    value = load_study(make_study(tmp_path / "value", FULL_FILES, FULL_RUBRIC))
    assert value.readings[0] == Reading("N", "B.1", Fraction(5, 2), source="Catalogue")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("L1,A1,1,0", 'denominator: "0"'),
        ("L1,A1,,2", "numerator: an empty cell"),
        ("L1,A1,1e3,2", 'numerator: "1e3"'),
        ("L9,A1,1,2", 'case: "L9"'),
        ("L1,A9,1,2", 'criterion: "A9"'),
    ],
)
def test_a_reading_that_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, row: str, expected: str
) -> None:
    assert told(with_ratios(tmp_path, row)) == [f"indicators.csv:2 {expected}"]
