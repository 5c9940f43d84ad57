from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.inspection.checks.making import check, rubric_text
from vfi.inspection.tables import RatingTable, rating_table
from vfi.problems import NotFound


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
