from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests import generated
from tests.inspection.checks.making import check, rubric_text
from tests.inspection.scored import profile_in
from tests.rubrics import Grid, study
from vfi.inspection.tables import RatingTable, rating_table
from vfi.problems import NotFound
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score


def table(tmp_path: Path, node: str, **kwargs: int) -> RatingTable:
    rubric = check(tmp_path, rubric_text(2, 3)).rubric
    assert rubric is not None
    return rating_table(
        rubric, node, cases=kwargs.get("cases", 5), with_missing=bool(kwargs.get("missing"))
    )


def test_every_profile_with_its_rating(tmp_path: Path) -> None:
    found = table(tmp_path, "A")
    rated = {
        found.profile_in_words(place): found.rating(place)
        for place in range(len(found.tried.profiles))
    }
    assert len(rated) == 10
    assert rated["1 Top, 1 Low"] == "High"
    assert rated["2 Low"] == "Low"


def test_shares_add_up_and_name_the_least_that_a_level_takes(tmp_path: Path) -> None:
    found = table(tmp_path, "overall")
    assert sum(found.part(share) for share in found.shares) == Fraction(1)
    assert [share.rating for share in found.shares] == ["Top", "High", "Fair", "Low"]
    top = next(share for share in found.shares if share.rating == "Top")
    assert [found.profile_in_words(place) for place in top.least] == ["2 Top, 1 High"]
    for place in top.least:
        assert found.rating(place) == "Top"


def test_missing_inputs_only_where_they_are_asked_for(tmp_path: Path) -> None:
    assert "Insufficient evidence" in [
        share.rating for share in table(tmp_path, "A", missing=1).shares
    ]
    assert "Insufficient evidence" not in [share.rating for share in table(tmp_path, "A").shares]


def test_criterion_takes_a_number_of_cases(tmp_path: Path) -> None:
    assert len(table(tmp_path, "A1", cases=3).tried.profiles) == 20


def test_unknown_node_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r'no node "overal".*did you mean "overall"\?'):
        table(tmp_path, "overal")


@settings(max_examples=25, deadline=None)
@given(generated.rubrics(hurdles=False), generated.judgements())
def test_the_profile_of_a_study_has_the_rating_of_its_scorecard_at_every_tier(
    data: dict[str, Any], levels: Grid
) -> None:
    rubric = Rubric.model_validate(data)
    scorecard = score(study(rubric, levels))
    for node in set(rubric.node_ids) - set(rubric.judged):
        found = rating_table(rubric, node, cases=1, with_missing=True)
        profile = profile_in(found.tried.space, scorecard)
        if profile is not None and found.tried.space.step.of == "ratings":
            place = found.tried.profiles.tolist().index(list(profile))
            assert found.rating(place) == scorecard.nodes[node].result
