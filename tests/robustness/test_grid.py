import pytest

from tests.rubrics import dimension, rubric, study
from vfi.problems import UserError
from vfi.robustness.grid import Change, apply_changes, columns_of

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
    "change",
    [
        Change("L", "A", "Good", "Poor"),
        Change("K", "A", "Good", "No"),
        Change("K", "B", "Good", "Poor"),
    ],
)
def test_a_change_that_does_not_fit_is_told(change: Change) -> None:
    with pytest.raises(UserError):
        apply_changes(MADE, [change])
