from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.making import FULL_FILES, FULL_RUBRIC, make_study
from vfi import Scorecard, explain, load_study, score
from vfi.scoring.document import proposal_document
from vfi.scoring.explanation import JudgementExplanation
from vfi.scoring.explanation_document import explanation_document
from vfi.scoring.proposals import proposals
from vfi.study.models import Reading, Study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return load_study(make_study(tmp_path, FULL_FILES, FULL_RUBRIC))


@pytest.fixture
def scorecard(study: Study) -> Scorecard:
    return score(study)


def test_each_reading_proposes_the_level_whose_band_holds_it(scorecard: Scorecard) -> None:
    """2.5 books for each reader lie from 2 and below 4; 200 lie in no band, which ends below
    100.
    """
    found = [
        (one.reading.case, one.proposed, one.judged, one.departs, one.reason)
        for one in scorecard.proposals
    ]
    assert found == [
        ("N", "Middle", "Low", True, "Most of them are worn"),
        ("S", None, "High", False, ""),
    ]


def test_a_judgement_as_proposed_does_not_depart(study: Study) -> None:
    (first, *_) = proposals(replace(study, readings=(Reading("N", "B.1", Fraction(1)),)))
    assert (first.proposed, first.judged, first.departs) == ("Low", "Low", False)


def test_a_reading_without_a_judgement_and_one_without_an_indicator(study: Study) -> None:
    without = replace(
        study, judgements=tuple(one for one in study.judgements if one.criterion != "B.1")
    )
    assert [(one.judged, one.reason, one.departs) for one in proposals(without)] == [
        (None, "", True),
        (None, "", False),
    ]
    assert proposals(replace(study, readings=(Reading("N", "A.1", Fraction(1)),))) == ()
    assert proposals(replace(study, readings=())) == ()


def test_the_explanation_of_a_judgement_has_the_proposal_of_its_own_indicator(
    scorecard: Scorecard,
) -> None:
    explanation = explain(scorecard, "B.1", "S")
    assert isinstance(explanation, JudgementExplanation)
    assert explanation.proposal is scorecard.proposals[1]
    other = explain(scorecard, "A.1", "S")
    assert isinstance(other, JudgementExplanation)
    assert other.proposal is None
    document: Any = explanation_document(explanation)
    assert document["indicator"] == proposal_document(scorecard.proposals[1])
    assert document["indicator"]["decimal"] == 200
    document = explanation_document(other)
    assert document["indicator"] is None
