from pathlib import Path

import pytest

from tests.making import make_study
from tests.rubrics import dimension, rubric, study
from vfi.problems import UserError
from vfi.robustness.grid import Change, apply_changes, columns_of
from vfi.study.loading import load_study

MADE = study(rubric([dimension("A")]), {"K": {"A": "Good"}, "L": {"A": None}, "M": {"A": "Good"}})


def test_columns_hold_cases_by_level_in_the_order_of_the_study() -> None:
    column = columns_of(MADE)["A"]
    assert column.cases == ((), (), ("K", "M"), ())
    assert column.counts == (0, 0, 2, 0)
    assert column.missing == ("L",)


def test_only_the_judgements_named_are_changed() -> None:
    other = apply_changes(MADE, [Change("M", "A", "Good", "Poor")])
    assert [one.level for one in other.judgements] == ["Good", None, "Poor"]
    assert [one.level for one in MADE.judgements] == ["Good", None, "Good"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("L", "A", "Good", "Poor"), "L is judged Insufficient evidence on A, not Good"),
        (Change("K", "A", "Poor", "Good"), "K is judged Good on A, not Poor"),
        (Change("K", "A", "Good", "No"), 'A has no level "No"'),
        (Change("K", "B", "Good", "Poor"), "there is no judgement of K on B"),
    ],
)
def test_a_change_that_does_not_fit_is_told(change: Change, words: str) -> None:
    with pytest.raises(UserError, match=words):
        apply_changes(MADE, [change])


def test_a_changed_study_no_longer_has_the_file_that_its_judgements_were_read_from(
    tmp_path: Path,
) -> None:
    made = load_study(make_study(tmp_path))
    other = apply_changes(made, [Change("N", "A.1", "High", "Low")])
    assert "judgements.csv" in made.files.keys() & made.rows.keys()
    assert other.files.keys() == made.files.keys() - {"judgements.csv"}
    assert other.rows.keys() == made.rows.keys() - {"judgements.csv"}
