"""Leaving out, on small grids and the published one (Evaluation of the Domestic Abuse Duty, Tables 6.1 to 6.4)."""

from dataclasses import replace

import pytest

from tests.rubrics import dimension, rubric, study
from vfi.robustness.leave_out import Difference, by_change, leave_out
from vfi.scoring import score
from vfi.study import Evidence, load_study


@pytest.fixture(scope="module")
def found():
    return {(one.what, one.id): one for one in leave_out(score(load_study("domestic-abuse-duty-2025")))}


def _decisive(found):
    return [key for key, one in found.items() if any(change.node == "overall" for change in one.changes)]


def test_no_single_authority_decides_the_overall_rating(found):
    assert not [name for what, name in _decisive(found) if what in ("case", "criterion")]


def test_eight_authorities_each_hold_down_additional_needs_and_with_it_equity(found):
    """E4.2 is 27/19 = 1.42 (Table 6.4): without one of the 8 Poor authorities it is 27/18 = 1.5, which is Good."""
    lifted = (Difference("E4.2", "Adequate", "Good"), Difference("E4", "Adequate", "Good"))
    cases = {name for (what, name), one in found.items() if what == "case" and one.changes}
    assert cases == {"LA02", "LA05", "LA07", "LA08", "LA10", "LA14", "LA16", "LA19"}
    assert all(found["case", name].changes == lifted for name in cases)


def test_without_economy_or_efficiency_the_overall_rating_is_adequate(found):
    assert {name for what, name in _decisive(found) if what == "dimension"} == {"E1", "E2"}
    assert found["dimension", "E1"].changes == (Difference("overall", "Good", "Adequate"),)


def test_without_any_access_criterion_effectiveness_is_good(found):
    """E3 is 7/5; without one of its three Adequate criteria it is 6/4 = 1.5, a tie that goes up."""
    changed = {name for (what, name), one in found.items() if what == "criterion" and one.changes}
    assert changed == {"E3.1", "E3.2", "E3.3"}


def test_a_dimension_without_its_last_criterion_is_insufficient_evidence():
    made = study(rubric([dimension("A", ["A1"]), dimension("B")]), {"L": {"A1": "Good", "B": "Poor"}})
    without = next(one for one in leave_out(score(made)) if one.id == "A1")
    assert Difference("A", "Good", "Insufficient evidence") in without.changes
    assert Difference("overall", "Adequate", "Poor") in without.changes


def test_a_judgement_stays_while_it_cites_another_source():
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}, "L": {"A": "Poor"}})
    both, only = (
        one._replace(evidence=names) for one, names in zip(made.judgements, (("x", "y"), ("x",)), strict=True)
    )
    made = replace(made, judgements=(both, only), evidence=(Evidence("x", "X"), Evidence("y", "Y"), Evidence("z", "Z")))
    without = {one.id: one for one in leave_out(score(made)) if one.what == "evidence"}
    assert {name: one.judgements for name, one in without.items()} == {"x": 1, "y": 0}
    assert without["x"].changes == (Difference("A", "Adequate", "Good"), Difference("overall", "Adequate", "Good"))


def test_progress_is_told():
    told = []
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}})
    leave_out(score(made), lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_only_the_kinds_asked_for_are_left_out():
    found = leave_out(score(load_study("domestic-abuse-duty-2025")), kinds=("dimension",))
    assert [(one.what, one.id) for one in found] == [("dimension", f"E{number}") for number in range(1, 5)]


def test_things_are_grouped_by_what_changes_without_them(found):
    dimensions = [one for (what, _), one in found.items() if what == "dimension"]
    assert by_change(dimensions, ("overall",)) == {
        (Difference("overall", "Good", "Adequate"),): ["E1", "E2"],
        (): ["E3", "E4"],
    }
