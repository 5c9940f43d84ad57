from __future__ import annotations

from itertools import pairwise

from tests.making import rubric_of, study_of
from tests.robustness.large import large_study
from vfi.reporting.robustness_charts import AXIS_WIDTH, MOST_ROWS, SHARES_WIDTH, chances, distances
from vfi.robustness.chance.distributions import Distribution
from vfi.robustness.examination import robustness
from vfi.robustness.firmness import Ranking, rank
from vfi.robustness.search.flips import Distance, Flip, find_flips
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score


def of_criteria(*levels: str | None) -> Scorecard:
    """One case and one dimension with so many criteria."""
    rubric = rubric_of([len(levels)])
    names = [criterion.id for criterion in rubric.criteria]
    return score(study_of(rubric, {"a": dict(zip(names, levels, strict=True))}))


def ranking_of(scorecard: Scorecard) -> Ranking:
    return rank(scorecard, find_flips(scorecard))


def test_bars_are_steps_the_shortest_first() -> None:
    scorecard = of_criteria("L3", "L3", "L3", "L2")
    figure = distances(scorecard, ranking_of(scorecard))
    assert [row["id"] for row in figure["rows"]] == ["D1.1", "D1.2", "D1.3", "D1.4", "D1", ""]
    assert figure["rows"][4]["words"] == "↓ L2: 2"
    assert [tick["text"] for tick in figure["ticks"]] == ["0", "1", "2"]
    assert [row["length"] for row in figure["rows"]] == [AXIS_WIDTH // 2] * 4 + [AXIS_WIDTH] * 2


def test_axis_shows_where_each_verdict_begins_as_far_as_it_goes() -> None:
    study = large_study(60)
    figure = distances(score(study), ranking_of(score(study)))
    assert [zone["verdict"] for zone in figure["zones"]] == ["on the line", "fair", "firm"]
    assert sum(zone["width"] for zone in figure["zones"]) == AXIS_WIDTH
    small = of_criteria("L3")
    assert [zone["verdict"] for zone in distances(small, ranking_of(small))["zones"]] == [
        "on the line"
    ]


def test_axis_is_long_enough_for_any_number_of_steps() -> None:
    scorecard = of_criteria("L1")
    far = Distance(123_456, True, "L2", ())
    ranking = rank(scorecard, {"D1": (Flip("up", far, far),)})
    figure = distances(scorecard, ranking)
    assert [tick["text"] for tick in figure["ticks"]][-1] == "150,000"
    assert figure["rows"][0]["length"] == AXIS_WIDTH * 123_456 // 150_000


def test_node_without_a_rating_has_no_bar() -> None:
    scorecard = of_criteria("L1", None)
    assert "D1.2" not in [row["id"] for row in distances(scorecard, ranking_of(scorecard))["rows"]]


def test_shares_fill_the_width_and_small_ones_have_the_room_that_they_take() -> None:
    scorecard = of_criteria("L1")
    found = {
        node: Distribution(node, {"L0": 0.0001, "L1": 0.05, "L2": 0.9499})
        for node in scorecard.study.rubric.node_ids
    }
    row = chances(scorecard, found, scorecard.study.rubric.node_ids)["rows"][0]
    assert [segment["words"] for segment in row["segments"]] == ["L1", "L2 95.0%"]
    assert row["segments"][0]["left"] == 0
    assert all(
        one["left"] + one["width"] == other["left"] for one, other in pairwise(row["segments"])
    )
    assert sum(segment["width"] for segment in row["segments"]) == SHARES_WIDTH
    assert row["words"] == "5.0%"


def test_rating_that_may_be_none_is_marked_as_none() -> None:
    scorecard = of_criteria("L1")
    found = {
        node: Distribution(node, {"L1": 0.5, "No rating": 0.5})
        for node in scorecard.study.rubric.node_ids
    }
    assert [
        part["code"] for part in chances(scorecard, found, [*found])["rows"][0]["segments"]
    ] == ["L1", "none"]


def test_figures_have_no_more_rows_than_fit_on_a_page() -> None:
    scorecard = of_criteria(*["L2"] * 60)
    answers = robustness(scorecard, ["flips", "uncertainty"])
    for figure in (
        distances(scorecard, ranking_of(scorecard)),
        chances(scorecard, answers.probabilities, answers.order),
    ):
        assert (len(figure["rows"]), figure["is_cut"]) == (MOST_ROWS, True)
