"""What the options of `vfi robustness` say."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FILES, SHIPPED_STUDY, changed, make_study
from vfi.cli.robustness.options import error_model, questions
from vfi.problems import UserError
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.examination import QUESTIONS

Vfi = Callable[..., Ran]


def test_the_questions_named_are_asked_and_all_where_none_is() -> None:
    assert questions(None) == QUESTIONS
    assert questions("flips") == ("flips",)
    assert questions(" ties, flips,") == ("ties", "flips")


def test_one_rate_is_for_all_judgements_and_others_for_those_of_a_confidence() -> None:
    usual = ErrorModel()
    assert error_model("1/4") == ErrorModel(Fraction(1, 4), usual.by_confidence)
    by_confidence = {**usual.by_confidence, "low": Fraction(1, 2), "high": Fraction(0)}
    assert error_model("0.2, low = 0.5,high=0") == ErrorModel(Fraction(1, 5), by_confidence)
    assert error_model("low=0.5").rate == usual.rate


@pytest.mark.parametrize("text", ["", "x", "1/0", "-0.1", "1.01", "low=", "0.1,low=2"])
def test_another_rate_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is not a number from 0 to 1"):
        error_model(text)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "LA01,E1.1,Poor,Good\n",
            ':2: from: found "Poor"; expected Good, as LA01 is judged on E1.1',
        ),
        ("LA01,E1.1,Good,Superb\n", ':2: to: found "Superb"; expected one of Poor, Adequate,'),
        ("LA99,E1.1,Good,Poor\n", ':2: case: found "LA99" (did you mean'),
        ("LA01,E1.1,Good,\n", ":2: to: found an empty cell; expected a level"),
        (
            "LA01,E1.1,Good,Poor\nLA01,E1.1,Good,Adequate\n",
            ':3: criterion: found "LA01 on E1.1" a second time (first on line 2)',
        ),
        ("", ":1: found a header without rows; expected at least one row"),
    ],
)
def test_changes_that_do_not_fit_are_told(
    vfi: Vfi, tmp_path: Path, rows: str, message: str
) -> None:
    file = tmp_path / "changes.csv"
    file.write_text("case,criterion,from,to\n" + rows, encoding="utf-8")
    ran = vfi("robustness", SHIPPED_STUDY, "--apply", file)
    assert ran.code == 2
    assert message in ran.err


def test_a_confidence_that_is_none_is_told(vfi: Vfi, tmp_path: Path) -> None:
    text = changed(FILES["judgements.csv"], "assessor,date", "confidence,date")
    ran = vfi("robustness", make_study(tmp_path, {"judgements.csv": text}))
    assert ran.code == 2
    assert 'confidence: found "Ada"; expected one of high, medium, low' in ran.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--node", "E9"), 'there is no node "E9"'),
        (("--only", "flip"), 'there is no question "flip"'),
        (("--error-rate", "2"), "is not a number from 0 to 1"),
        (("--error-rate", "sure=0.1"), 'there is no confidence "sure"'),
        (("--apply", "E9:down"), 'there is no node "E9"'),
        (("--apply", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_wrong_calls_are_told(vfi: Vfi, options: tuple[str, str], message: str) -> None:
    ran = vfi("robustness", SHIPPED_STUDY, *options)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
