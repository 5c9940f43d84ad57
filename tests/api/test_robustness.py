from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import vfi
from tests.api.asking import as_printed, printed
from tests.making import FULL_FILES, FULL_RUBRIC, make_study
from vfi.robustness.applying import applied_document
from vfi.robustness.document import robustness_document


def test_some_questions_of_one_node(tmp_path: Path) -> None:
    study = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    answer = robustness_document(vfi.examine_robustness(study, ["flips", "ties"], "A"))
    asked = printed("robustness", study, "--only", "flips,ties", "--node", "A")
    assert as_printed(answer) == asked


def test_every_question_is_asked_where_none_is_named(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    answer = robustness_document(vfi.examine_robustness(study))
    assert as_printed(answer) == printed("robustness", study)


def test_how_likely_judgements_are_to_be_off(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    errors = vfi.ErrorModel(Fraction(1, 5))
    answer = vfi.examine_robustness(study, ["uncertainty"], errors=errors, draws=100, seed=7)
    asked = ("--only", "uncertainty", "--error-rate", "0.2", "--draws", 100, "--seed", 7)
    assert as_printed(robustness_document(answer)) == printed("robustness", study, *asked)


def test_changed_judgements(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    changes = tmp_path / "changes.csv"
    changes.write_text("case,criterion,from,to\nN,B.1,Low,High\n", encoding="utf-8")
    answer = vfi.what_if(study, [vfi.Change("N", "B.1", "Low", "High")])
    assert as_printed(applied_document(answer)) == printed("robustness", study, "--apply", changes)
