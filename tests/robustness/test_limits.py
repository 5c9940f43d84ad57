"""Searches in studies that make them large: the work is bounded by count, and what is cut short
says so.
"""

from __future__ import annotations

import tracemalloc

import pytest

from tests.robustness.corners import corner_study
from vfi.cli.robustness.text import robustness_text
from vfi.cli.terminal.layout import Page, laid_out
from vfi.reporting.answers import answers_of
from vfi.reporting.chapters.robustness import robustness_chapter
from vfi.robustness import limits
from vfi.robustness.chance import uncertainty
from vfi.robustness.document import limits_reached, robustness_document, robustness_rows
from vfi.robustness.examination import Robustness, robustness
from vfi.robustness.limits import Budget
from vfi.robustness.search import flips
from vfi.robustness.search.bounds import find_bounds
from vfi.robustness.search.flips import Distance, find_flips
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

QUICK = (1, 3, 4, 6, 15, 18, 20)  # seeds whose searches end soon by themselves
LARGE = (5, 7, 27, 29, 30)  # seeds whose searches are stopped
LITTLE = 3_000


@pytest.fixture(scope="module", params=LARGE)
def cut_short(request: pytest.FixtureRequest) -> Robustness:
    with pytest.MonkeyPatch.context() as patch:
        for module in (flips, uncertainty):
            patch.setattr(module, "WORK", LITTLE)
        patch.setattr(uncertainty, "RATED_IN_DRAWS", 500)
        return robustness(score(corner_study(request.param)), ["flips", "bounds", "uncertainty"])


def distances(scorecard: Scorecard) -> dict[tuple[str, str, str], Distance]:
    return {
        (node, flip.direction, kind): distance
        for node, some in find_flips(scorecard).items()
        for flip in some
        for kind, distance in (("steps", flip.steps), ("judgements", flip.judgements))
    }


@pytest.mark.parametrize("seed", QUICK)
def test_what_little_work_finds_is_what_much_work_finds_or_less(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    scorecard = score(corner_study(seed))
    much = distances(scorecard)
    monkeypatch.setattr(flips, "WORK", LITTLE)
    for key, distance in distances(scorecard).items():
        if distance.exact:
            assert distance.fewest == much[key].fewest
        else:
            assert distance.fewest is not None
            assert much[key].fewest is None or distance.fewest <= (much[key].fewest or 0)


@pytest.mark.parametrize("seed", LARGE)
def test_no_more_work_is_done_than_the_limit(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    spent = []
    spend = Budget.spend

    def counting(budget: Budget, combinations: int) -> None:
        spent.append(combinations)
        spend(budget, combinations)

    monkeypatch.setattr(Budget, "spend", counting)
    monkeypatch.setattr(flips, "WORK", LITTLE)
    scorecard = score(corner_study(seed))
    find_flips(scorecard)
    assert LITTLE / 4 < sum(spent) <= LITTLE + len(spent)
    spent.clear()
    find_bounds(scorecard.study)
    assert sum(spent) <= LITTLE + len(spent)


def test_memory_stays_small_where_scores_meet_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    """It used to take every state of a node times everything that one more child can be, before any
    was dropped.
    """
    monkeypatch.setattr(flips, "WORK", 10 * LITTLE)
    scorecard = score(corner_study(30))
    tracemalloc.start()
    try:
        find_flips(scorecard, ("overall",))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 30_000_000


def words_of(answers: Robustness) -> str:
    return " ".join(laid_out(robustness_text(answers), Page(80)).split())


def test_what_is_not_exact_is_told_with_its_reason_in_every_output(cut_short: Robustness) -> None:
    assert any(not flip.steps.exact for some in cut_short.flips.values() for flip in some)
    reason = limits.FLIPS_STOPPED
    assert limits_reached(cut_short)["flips"] == reason
    assert robustness_document(cut_short)["limits"]["flips"] == reason
    header, *rows = (
        dict(zip(robustness_rows(cut_short)[0], row, strict=True))
        for row in robustness_rows(cut_short)
    )
    assert list(header) == [*header.values()]
    for row in rows:
        assert row["exact"] in ("yes", "no")
        assert (row["why_not_exact"] == "") == (row["exact"] == "yes")
    assert f"Where >= stands before a number, {reason}." in words_of(cut_short)


def test_chances_that_are_left_to_a_simulation_say_why(cut_short: Robustness) -> None:
    assert {one.draws for one in cut_short.probabilities.values()} != {None}
    assert limits_reached(cut_short)["uncertainty"] == limits.SIMULATED
    assert f"The chances are {limits.SIMULATED}." in words_of(cut_short)


def test_report_says_why_numbers_are_lower_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (flips, uncertainty):
        monkeypatch.setattr(module, "WORK", LITTLE)
    monkeypatch.setattr(uncertainty, "RATED_IN_DRAWS", 500)
    annex = robustness_chapter(answers_of(score(corner_study(LARGE[0]))))
    assert annex["limit"] == limits.FLIPS_STOPPED
    assert annex["chances"]["limit"] == limits.SIMULATED
    assert any(
        row["steps"].startswith("at least ") or row["verdict"].endswith("firmer")
        for row in annex["rows"]
    )


def test_exact_answers_have_no_reason() -> None:
    answers = robustness(score(corner_study(1)), ["flips", "bounds", "uncertainty"])
    assert limits_reached(answers) == {}


def test_what_earlier_children_do_not_need_goes_to_later_ones() -> None:
    budget = Budget(100, 4)
    assert budget.share == 25
    budget.spend(1)
    assert budget.share == 33
    budget.spend(33)
    budget.spend(33)
    assert (budget.share, budget.left) == (33, 33)
    assert Budget(0, 0).share == 1
