from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests import generated
from tests.inspection.checks.making import check, rubric_text
from tests.inspection.scored import profile_in
from tests.rubrics import Grid, study
from vfi.inspection.score_tables import ScoreTable, score_table
from vfi.problems import NotFound
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score

SCORES = "{rule: mean, of: scores, ties: up, missing: exclude}"


def table(tmp_path: Path, node: str = "overall", with_missing: bool = False) -> ScoreTable:
    loaded = check(tmp_path, rubric_text(2, 3, overall=SCORES)).rubric
    assert loaded is not None
    return score_table(loaded, node, with_missing=with_missing)


def test_every_profile_is_in_one_group_by_what_it_leaves_possible(tmp_path: Path) -> None:
    found = table(tmp_path)
    groups = found.places_by_ratings()
    assert sorted(place for places in groups.values() for place in places) == list(range(20))
    assert next(iter(groups)) == ("Top",)
    assert found.profile_in_words(groups["Low",][0]) == "3 Low"


def test_shares_tell_what_is_always_so_from_what_can_be(tmp_path: Path) -> None:
    shares = {share.rating: share for share in table(tmp_path).shares}
    assert list(shares) == ["Top", "High", "Fair", "Low"]
    assert sum(share.always for share in shares.values()) == table(tmp_path).tried.decided
    assert all(share.always <= share.possible for share in shares.values())


def test_inputs_without_a_level_only_where_they_are_asked_for(tmp_path: Path) -> None:
    assert len(table(tmp_path, with_missing=True).tried.profiles) > 20


def test_a_node_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="did you mean"):
        table(tmp_path, "overal")


@settings(max_examples=60, deadline=None)
@given(generated.rubrics(hurdles=False), generated.judgements())
def test_the_profile_of_a_study_can_have_the_rating_of_its_scorecard_at_every_tier(
    data: dict[str, Any], levels: Grid
) -> None:
    rubric = Rubric.model_validate(data)
    scorecard = score(study(rubric, levels))
    for node in rubric.node_ids:
        if node in rubric.judged or rubric.step_of(node).of != "scores":
            continue
        found = score_table(rubric, node, with_missing=True)
        profile = profile_in(found.tried.space, scorecard)
        if profile is not None and found.tried.is_all:
            possible = found.tried.possible[list(found.tried.profiles).index(profile)]
            assert scorecard.nodes[node].result in possible.ratings
