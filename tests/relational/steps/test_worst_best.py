import pytest

from tests.relational.studies import rated, rubric_of, scale_of, study_of
from vfi.audit.recomputation import rows_of
from vfi.relational.errors import CannotRecompute
from vfi.relational.run import recompute


@pytest.mark.parametrize(("rule", "rating"), [("worst", "Low"), ("best", "High")])
def test_the_extreme_level_is_the_rating(rule: str, rating: str) -> None:
    assert rated({"rule": rule}, ["Middle", "Low", None, "High"]).rating == rating


def test_levels_of_another_scale_are_refused_by_name() -> None:
    rubric = rubric_of(
        {"A": ["A.1"]},
        scales={"two": scale_of(["Absent", "Present"])},
        nodes={"A.1": {"scale": "two"}},
        synthesis={"dimension": {"rule": "worst", "missing": "exclude"}},
    )
    study = study_of(rubric, {"N": {"A.1": "Present"}})
    with pytest.raises(CannotRecompute, match="worst of levels on the scale two cannot give A"):
        recompute(rows_of(study), rubric)
