"""Chances, held against every outcome in turn."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings

from tests.robustness.brute_force import Grid, grids, ratings, rubrics
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.chance import uncertainty as room
from vfi.robustness.chance.distributions import NO_RATING
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.uncertainty import uncertainty
from vfi.robustness.grid import Change, apply_changes
from vfi.rubric.models.rubric import Rubric
from vfi.study.loading import load_study
from vfi.study.models import Study

RATE = Fraction(3, 10)


def _every_outcome(made: Study) -> dict[tuple[str, str], Fraction]:
    """The exact chance of each rating, by going through everything that can happen."""
    judged = [(one, one.level) for one in made.judgements if one.level is not None]
    choices = []
    for one, before in judged:
        names = made.rubric.judgement_scale(one.criterion).names
        place = names.index(before)
        near = [names[other] for other in (place - 1, place + 1) if 0 <= other < len(names)]
        choices.append([(before, 1 - RATE), *((name, RATE / len(near)) for name in near)])
    found: dict[tuple[str, str], Fraction] = {}
    for outcome in product(*choices):
        pairs = list(zip(judged, outcome, strict=True))
        changes = [
            Change(one.case, one.criterion, before, after)
            for (one, before), (after, _) in pairs
            if after != before
        ]
        chance = Fraction(1)
        for _, (_, part) in pairs:
            chance *= part
        for node, rating in ratings(apply_changes(made, changes)).items():
            key = (node, rating or NO_RATING)
            found[key] = found.get(key, Fraction(0)) + chance
    return found


@settings(max_examples=80)
@given(rubrics(), grids(2))
def test_exact_chances_are_those_of_every_outcome(built: Rubric, levels: Grid) -> None:
    made = study(built, levels)
    expected = _every_outcome(made)
    found = uncertainty(made, ErrorModel(RATE), None, 1)
    for node, distribution in found.items():
        assert distribution.draws is None
        for (name, rating), chance in expected.items():
            if name == node:
                assert distribution.chances.get(rating, 0.0) == pytest.approx(
                    float(chance), abs=1e-12
                )


def test_where_there_is_too_much_to_go_through_it_is_simulated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "MAXIMUM_CELLS", 1)
    monkeypatch.setattr(room, "DRAWS", 100)
    median = {"rule": "median", "ties": "up", "missing": "exclude"}
    made = study(
        rubric([dimension("A", synthesis=median)]), {"K": {"A": "Good"}, "L": {"A": "Poor"}}
    )
    assert uncertainty(made, ErrorModel(), None, 1)["A"].draws == 100


def test_confidence_decides_the_rate() -> None:
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}})
    (judgement,) = made.judgements
    unsure = type(made)(
        **{**vars(made), "judgements": (type(judgement)("K", "A", "Good", confidence="low"),)}
    )
    assert uncertainty(made, ErrorModel(), None, 1)["A"].chances["Good"] == pytest.approx(0.9)
    assert uncertainty(unsure, ErrorModel(), None, 1)["A"].chances["Good"] == pytest.approx(0.7)


def test_at_the_end_of_the_scale_errors_go_inwards() -> None:
    made = study(rubric([dimension("A")]), {"K": {"A": "Excellent"}})
    found = uncertainty(made, ErrorModel(), None, 1)["A"]
    assert found.chances == pytest.approx({"Good": 0.1, "Excellent": 0.9})


def test_the_overall_good_stays_in_19_of_20_worlds_where_one_judgement_in_ten_is_off() -> None:
    """On the published grid (Evaluation of the Domestic Abuse Duty, Tables 6.1 to 6.4)."""
    made = load_study("domestic-abuse-duty-2025")
    exact = uncertainty(made, ErrorModel(), None, 1)
    drawn = uncertainty(made, ErrorModel(), 100_000, 1)
    assert exact["overall"].chances["Good"] == pytest.approx(0.941, abs=0.001)
    assert exact["E3.5"].chances["Adequate"] == pytest.approx(0.292, abs=0.001)
    for node, distribution in exact.items():
        for rating, chance in distribution.chances.items():
            assert drawn[node].chances.get(rating, 0.0) == pytest.approx(
                chance, abs=5 * drawn[node].error(rating) + 1e-4
            )


MEDIAN = {"rule": "median", "ties": "up", "missing": "exclude"}


def in_two(criterion: Mapping[str, Any] = MEAN, cases: str = "K", **more: Any) -> Study:
    """A study of two dimensions that are judged directly, at the lowest level."""
    built = rubric(
        [dimension("A"), dimension("B")],
        synthesis={"criterion": criterion, "dimension": MEAN, "overall": MEAN},
        **more,
    )
    return study(built, {case: {"A": "Poor", "B": "Poor"} for case in cases})


def is_exact(made: Study) -> bool:
    return uncertainty(made, ErrorModel(RATE), None, 1)["overall"].draws is None


@pytest.mark.parametrize("criterion", [MEAN, MEDIAN])
def test_only_what_can_happen_is_gone_through(
    monkeypatch: pytest.MonkeyPatch, criterion: Mapping[str, Any]
) -> None:
    """Two of the four levels can come of a judgement at the lowest, so that there are 2 x 2
    combinations.
    """
    monkeypatch.setattr(room, "DRAWS", 10)
    monkeypatch.setattr(room, "WORK", 6)
    assert is_exact(in_two(criterion))
    monkeypatch.setattr(room, "WORK", 5)
    assert not is_exact(in_two(criterion))


def test_work_is_shared_out_among_the_passes_that_hurdles_ask_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside = {"id": "h", "title": "h", "reason": "r", "node": "A", "kind": "soft"}
    when = [{"node": "B", "at": "Poor"}]
    made = in_two(hurdles=[{**beside, "cap": "Adequate", "when": when}])
    monkeypatch.setattr(room, "DRAWS", 10)
    assert is_exact(made)
    monkeypatch.setattr(room, "WORK", 15)
    assert not is_exact(made)


def test_count_vectors_are_gone_through_up_to_a_number_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three judgements are from none to three at each of three levels, and the others at the
    lowest.
    """
    monkeypatch.setattr(room, "DRAWS", 10)
    made = in_two(MEDIAN, cases="KLM")
    monkeypatch.setattr(room, "MAXIMUM_CELLS", 4**3)
    assert is_exact(made)
    monkeypatch.setattr(room, "MAXIMUM_CELLS", 4**3 - 1)
    assert not is_exact(made)


@pytest.mark.parametrize(
    ("scored", "draws"), [((), 1000), (("overall",), 1000), (("dimension", "overall"), 400)]
)
def test_there_are_fewer_draws_where_many_steps_take_scores(
    monkeypatch: pytest.MonkeyPatch, scored: tuple[str, ...], draws: int
) -> None:
    """Two dimensions and the whole are three steps; that of the criteria has no scores to take."""
    monkeypatch.setattr(room, "DRAWS", 1000)
    monkeypatch.setattr(room, "RATED_IN_DRAWS", 1200)
    monkeypatch.setattr(room, "MAXIMUM_CELLS", 0)
    scores = {"of": "scores"}
    synthesis = {
        "criterion": MEDIAN | scores,
        "dimension": MEAN | (scores if "dimension" in scored else {}),
        "overall": MEAN | (scores if "overall" in scored else {}),
    }
    built = rubric([dimension("A", ["A1"]), dimension("B", ["B1"])], synthesis=synthesis)
    made = study(built, {"K": {"A1": "Good", "B1": "Poor"}})
    assert uncertainty(made, ErrorModel(), None, 1)["overall"].draws == draws
