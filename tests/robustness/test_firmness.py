"""One order and one verdict for every rating, in studies of 12, 19 and 317 cases."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import rubric_of, study_of
from tests.robustness.large import large_study
from tests.rubrics import TWO, dimension, rubric, scale_data
from vfi.palette import palette
from vfi.reporting.answers import answers_of
from vfi.reporting.chapters.chapter import Chapter
from vfi.reporting.chapters.robustness import robustness_chapter
from vfi.robustness.document import robustness_document, robustness_rows
from vfi.robustness.examination import robustness
from vfi.robustness.firmness import Thresholds, nearest_flip, rank
from vfi.robustness.search.flips import Distance, Flip, find_flips
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

IMPOSSIBLE = Distance(None, True, None, ())
STUDIES = {
    "duty": lambda: load_study("domestic-abuse-duty-2025"),
    "idva": lambda: load_study("idva-coverage-2017"),
    "12 cases": lambda: large_study(12),
    "317 cases": lambda: large_study(317),
}


def steps(number: int, exact: bool = True) -> tuple[Flip, ...]:
    """The flips of a rating that so many steps bring down and none up."""
    distance = Distance(number, exact, "L0" if exact else None, ())
    return (Flip("down", distance, distance), Flip("up", IMPOSSIBLE, IMPOSSIBLE))


@pytest.fixture(scope="module", params=STUDIES)
def scorecard(request: pytest.FixtureRequest) -> Scorecard:
    return score(STUDIES[request.param]())


@pytest.fixture(scope="module")
def annex(scorecard: Scorecard) -> Chapter:
    return robustness_chapter(answers_of(scorecard))


def test_every_output_has_the_same_order_and_the_same_verdicts(
    scorecard: Scorecard, annex: Chapter
) -> None:
    answers = robustness(scorecard, ["flips", "uncertainty"])
    assert answers.ranking is not None
    order = [*answers.ranking.order]
    verdicts = {firmness.node: firmness.verdict for firmness in answers.ranking.ratings}
    document = json.loads(json.dumps(robustness_document(answers)))
    assert document["firmness"]["order"] == order
    assert {node["id"]: node["firmness"]["verdict"] for node in document["nodes"]} == verdicts
    rows = [row for row in robustness_rows(answers) if row[3] == "firmness"]
    assert [row[0] for row in sorted(rows, key=lambda row: int(row[6]))] == order
    assert {row[0]: row[5] for row in rows} == verdicts
    assert [row["id"] for row in annex["rows"]] == order
    assert {row["id"]: row["verdict"] for row in annex["rows"]} == verdicts
    for figure in ("distances", "chances"):
        assert [row["id"] or "overall" for row in annex[figure]["rows"]] == order


def test_the_order_is_that_of_the_plain_count_of_steps(scorecard: Scorecard) -> None:
    ranking = rank(scorecard, find_flips(scorecard))
    counts = [firmness.steps for firmness in ranking.ratings if firmness.steps is not None]
    assert counts == sorted(counts)


def test_a_dimension_is_no_more_fragile_than_the_criterion_that_overturns_it() -> None:
    """E1 and E1.2 become Adequate by the same three steps, on 57 judgements and on 19 (the
    evaluation, Table 6.1).
    """
    scorecard = score(load_study("domestic-abuse-duty-2025"))
    ranking = rank(scorecard, find_flips(scorecard))
    assert [ranking.by_node[node].steps for node in ("E1.2", "E1", "overall")] == [3, 3, 3]
    assert {ranking.by_node[node].verdict for node in ("E1.2", "E1", "overall")} == {"on the line"}


@given(st.integers(1, 2000), st.integers(1, 10))
def test_every_number_of_steps_has_one_verdict_and_more_steps_never_a_weaker_one(
    cases: int, reach: int
) -> None:
    thresholds = Thresholds(cases, reach)
    places = [
        ("on the line", "fair", "firm").index(thresholds.verdict(number))
        for number in range(thresholds.firm + 2)
    ]
    assert places == sorted(places)
    assert set(places) == {0, 1, 2}
    assert thresholds.verdict(thresholds.on_the_line) == "on the line"
    assert thresholds.verdict(thresholds.firm) == "firm"


def test_on_the_line_is_one_judgement_in_a_small_study_and_a_share_in_a_large_one() -> None:
    small, large = Thresholds(12, 3), Thresholds(317, 3)
    assert (small.on_the_line, small.firm) == (3, 7)
    assert (large.on_the_line, large.firm) == (15, 64)


def test_thresholds_are_told_with_their_reasons() -> None:
    assert Thresholds(19, 3).in_words("authority") == (
        (
            "on the line",
            "3 steps or fewer: no more than one judgement can make, or one authority in twenty",
        ),
        ("fair", "4 to 6 steps"),
        (
            "firm",
            "7 steps or more: more than two judgements can make, and than one authority in five",
        ),
    )
    assert [words for _, words in Thresholds(2, 1).in_words("case")][:2] == [
        "1 step or fewer: no more than one judgement can make, or one case in twenty",
        "2 steps",
    ]
    assert Thresholds(2, 2).in_words("case")[1] == ("fair", "3 to 4 steps")


def test_the_longest_scale_that_cases_are_judged_on_says_how_far_a_judgement_reaches() -> None:
    study = study_of(rubric_of([1], values=(0, 1, 2)), {"a": {"D1.1": "L1"}})
    assert Thresholds.of(study) == Thresholds(1, 2)
    two_scales = rubric(
        [dimension("A"), dimension("B", scale="other")], scales={"other": scale_data(TWO)}
    )
    assert Thresholds.of(study_of(two_scales, {"a": {"A": "Good"}})) == Thresholds(1, 3)


def test_what_cannot_change_comes_after_what_can_and_what_has_no_rating_last() -> None:
    scorecard = score(study_of(rubric_of([1, 1]), {"a": {"D1.1": "L1", "D2.1": None}}))
    flips = {node: steps(4) for node in scorecard.nodes} | {
        "D1": (Flip("up", IMPOSSIBLE, IMPOSSIBLE),)
    }
    ranking = rank(scorecard, flips)
    assert ranking.order == ("D1.1", "overall", "D1", "D2.1", "D2")
    assert [ranking.by_node[node].verdict for node in ("D1", "D2")] == [
        "cannot change",
        "no rating",
    ]
    assert [ranking.by_node[node].words for node in ("D1", "D2")] == ["cannot change", "no rating"]


def test_of_equal_steps_the_fewer_judgements_come_first() -> None:
    scorecard = score(study_of(rubric_of([1, 1]), {"a": {"D1.1": "L1", "D2.1": "L1"}}))
    three, one = Distance(3, True, "L0", ()), Distance(1, True, "L0", ())
    flips = {"D1.1": (Flip("down", three, three),), "D2.1": (Flip("down", three, one),)}
    assert rank(scorecard, flips).order == ("D2.1", "D1.1")


def test_a_lower_bound_is_told_as_one() -> None:
    scorecard = score(study_of(rubric_of([1]), {"a": {"D1.1": "L1"}}))
    words = [
        rank(scorecard, {"D1": steps(number, exact=False)}).by_node["D1"].words
        for number in (1, 5, 7)
    ]
    assert words == ["not known", "fair or firmer", "firm"]
    assert rank(scorecard, {"D1": steps(5)}).by_node["D1"].words == "fair"


def test_the_nearest_flip_takes_the_fewest_steps() -> None:
    far, near = Distance(9, True, "Poor", ()), Distance(2, True, "Good", ())
    flips = (Flip("down", far, far), Flip("up", near, near))
    assert nearest_flip(flips) is flips[1]
    assert nearest_flip((Flip("down", IMPOSSIBLE, IMPOSSIBLE),)) is None


def test_a_number_that_may_be_larger_is_not_nearer_than_the_same_one_exactly() -> None:
    bound, exact = Distance(4, False, None, ()), Distance(4, True, "Good", ())
    nearest = nearest_flip((Flip("down", bound, bound), Flip("up", exact, exact)))
    assert nearest is not None
    assert nearest.steps is exact


def test_bars_are_in_the_colour_of_the_rating_that_the_node_has(
    scorecard: Scorecard, annex: Chapter
) -> None:
    for row in annex["distances"]["rows"]:
        scale = scorecard.nodes[row["id"] or "overall"].scale
        assert (
            row["fill"]
            == palette(len(scale.levels))[scale.positions[row["rating"]["text"]]].background
        )


def test_longer_bars_take_more_steps(annex: Chapter) -> None:
    lengths = [row["length"] for row in annex["distances"]["rows"]]
    assert all(shorter <= longer for shorter, longer in pairwise(lengths))


def test_on_a_scale_of_two_levels_a_judgement_reaches_one() -> None:
    scorecard = score(study_of(rubric_of([1], values=(0, 1)), {"a": {"D1.1": "L1"}}))
    assert Thresholds.of(scorecard.study) == Thresholds(1, 1)
