import pytest

from tests.relational.studies import LEVELS, MEAN, assert_equal, rubric_of, scale_of, study_of
from vfi.audit.recomputation import rows_of
from vfi.relational.errors import CannotRecompute
from vfi.relational.run import recompute
from vfi.relational.tables import Statement


def test_no_table_has_a_column_of_floating_point() -> None:
    rubric = rubric_of({"A": ["A.1", "A.2"]}, synthesis={"overall": {**MEAN, "of": "scores"}})
    study = study_of(rubric, {"N": {"A.1": "High", "A.2": None}})
    made: list[Statement] = []
    recompute(rows_of(study), rubric, made.append)
    kinds = {str(kind) for statement in made for kind in statement.table.schema().types}
    assert kinds == {"string", "int64", "decimal(38, 0)"}


def test_values_in_units_of_a_very_small_fraction_stay_exact() -> None:
    scale = scale_of(
        LEVELS, ["1/999999999999999989", "1/3", "999999999999999988/999999999999999989"]
    )
    rubric = rubric_of({"A": ["A.1", "A.2"]}, scale=scale)
    assert_equal(
        study_of(rubric, {"N": {"A.1": "Low", "A.2": "High"}, "S": {"A.1": "High", "A.2": "High"}})
    )


def test_numbers_beyond_38_digits_are_refused_and_never_wrong() -> None:
    scale = scale_of(
        LEVELS, ["1/999999999999999989", "1/999999999999999967", "1/999999999999999877"]
    )
    rubric = rubric_of({"A": ["A.1"]}, scale=scale)
    study = study_of(rubric, {"N": {"A.1": "Low"}})
    with pytest.raises(CannotRecompute, match="38 digits"):
        recompute(rows_of(study), rubric)
