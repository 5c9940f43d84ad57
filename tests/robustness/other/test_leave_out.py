"""Leaving out, on small grids and the published one (Evaluation of the Domestic Abuse Duty, Tables
6.1 to 6.4).
"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.generated import judgements, rubrics
from tests.robustness.without import rubric_without, study_without
from tests.rubrics import MEAN, dimension, rubric, study
from tests.trees import children_of, tree_of
from vfi.robustness.other.leave_out import Difference, LeftOut, What, by_change, leave_out
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.study.models import Evidence, Failure, Study

DIMENSIONS: tuple[What, ...] = ("dimension",)
Things = dict[tuple[str, str], LeftOut]
THREE = dict.fromkeys(("criterion", "dimension", "overall"), MEAN)


@pytest.fixture(scope="module")
def found() -> Things:
    return {
        (one.what, one.id): one for one in leave_out(score(load_study("domestic-abuse-duty-2025")))
    }


def _decisive(found: Things) -> list[tuple[str, str]]:
    return [
        key for key, one in found.items() if any(change.node == "overall" for change in one.changes)
    ]


def test_no_single_authority_decides_the_overall_rating(found: Things) -> None:
    assert not [name for what, name in _decisive(found) if what in ("case", "criterion")]


def test_eight_authorities_each_hold_down_additional_needs_and_with_it_equity(
    found: Things,
) -> None:
    """E4.2 is 27/19 = 1.42 (Table 6.4): without one of the 8 Poor authorities it is 27/18 = 1.5,
    which is Good.
    """
    lifted = (Difference("E4.2", "Adequate", "Good"), Difference("E4", "Adequate", "Good"))
    cases = {name for (what, name), one in found.items() if what == "case" and one.changes}
    assert cases == {"LA02", "LA05", "LA07", "LA08", "LA10", "LA14", "LA16", "LA19"}
    assert all(found["case", name].changes == lifted for name in cases)


def test_without_economy_or_efficiency_the_overall_rating_is_adequate(found: Things) -> None:
    assert {name for what, name in _decisive(found) if what == "dimension"} == {"E1", "E2"}
    assert found["dimension", "E1"].changes == (Difference("overall", "Good", "Adequate"),)


def test_without_any_access_criterion_effectiveness_is_good(found: Things) -> None:
    """E3 is 7/5; without one of its three Adequate criteria it is 6/4 = 1.5, a tie that goes up."""
    changed = {name for (what, name), one in found.items() if what == "criterion" and one.changes}
    assert changed == {"E3.1", "E3.2", "E3.3"}


def test_a_dimension_without_its_last_criterion_is_insufficient_evidence() -> None:
    made = study(
        rubric([dimension("A", ["A1"]), dimension("B")]), {"L": {"A1": "Good", "B": "Poor"}}
    )
    without = next(one for one in leave_out(score(made)) if one.id == "A1")
    assert Difference("A", "Good", "Insufficient evidence") in without.changes
    assert Difference("overall", "Adequate", "Poor") in without.changes


def test_a_judgement_stays_while_it_cites_another_source() -> None:
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}, "L": {"A": "Poor"}})
    both, only = (
        one._replace(evidence=names)
        for one, names in zip(made.judgements, (("x", "y"), ("x",)), strict=True)
    )
    made = replace(
        made,
        judgements=(both, only),
        evidence=(Evidence("x", "X"), Evidence("y", "Y"), Evidence("z", "Z")),
    )
    without = {one.id: one for one in leave_out(score(made)) if one.what == "evidence"}
    assert {name: one.judgements for name, one in without.items()} == {"x": 1, "y": 0}
    assert without["x"].changes == (
        Difference("A", "Adequate", "Good"),
        Difference("overall", "Adequate", "Good"),
    )


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}})
    leave_out(score(made), lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_only_the_kinds_asked_for_are_left_out() -> None:
    found = leave_out(score(load_study("domestic-abuse-duty-2025")), kinds=DIMENSIONS)
    assert [(one.what, one.id) for one in found] == [
        ("dimension", f"E{number}") for number in range(1, 5)
    ]


def test_things_are_grouped_by_what_changes_without_them(found: Things) -> None:
    dimensions = [one for (what, _), one in found.items() if what == "dimension"]
    assert by_change(dimensions, ("overall",)) == {
        (Difference("overall", "Good", "Adequate"),): ["E1", "E2"],
        (): ["E3", "E4"],
    }


# --- Held against really scoring the study without the thing ---


@st.composite
def studies(draw: st.DrawFn) -> tuple[dict[str, Any], Study]:
    """The data of a rubric with some of everything, and a study of it with assessors, sources and
    failures.
    """
    data = draw(rubrics())
    data["failure_indicators"] = [{"id": "f", "title": "F", "meaning": "It failed."}]
    of_failure = {"title": "f", "reason": "r", "kind": "hard", "when": [{"failure": "f"}]}
    names = [*children_of(tree_of(data["dimensions"]))]
    nodes = draw(st.lists(st.sampled_from(names), unique=True, max_size=2))
    data["hurdles"] += [{**of_failure, "id": f"f{node}", "node": node} for node in nodes]
    made = study(Rubric.model_validate(data), draw(judgements()))
    sources, people = (
        st.lists(st.sampled_from("xyz"), unique=True, max_size=2),
        st.sampled_from(["Ada", "Ben"]),
    )
    records = [
        one._replace(assessor=draw(people), evidence=tuple(draw(sources)))
        for one in made.judgements
    ]
    failing = draw(
        st.lists(st.sampled_from([case.id for case in made.cases]), unique=True, max_size=2)
    )
    failures = tuple(Failure(case, "f", "so it is", tuple(draw(sources))) for case in failing)
    evidence = tuple(Evidence(name, name) for name in "xyz")
    return data, replace(made, judgements=tuple(records), failures=failures, evidence=evidence)


def _really_without(data: dict[str, Any], made: Study, what: str, name: str) -> Study | None:
    if what not in ("criterion", "group", "dimension"):
        return study_without(made, what, name)
    fewer = rubric_without(data, name)
    if fewer is None:
        return None
    kept = tuple(one for one in made.judgements if one.criterion in fewer.judged)
    return replace(made, rubric=fewer, judgements=kept)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(studies())
def test_leaving_out_is_scoring_without_it(drawn: tuple[dict[str, Any], Study]) -> None:
    data, made = drawn
    scorecard = score(made)
    for thing in leave_out(scorecard):
        other = _really_without(data, made, thing.what, thing.id)
        if other is None:
            continue
        expected = {
            (node.id, scorecard.nodes[node.id].result, node.result)
            for node in score(other).nodes.values()
            if node.result != scorecard.nodes[node.id].result
        }
        assert {(one.node, one.before, one.after) for one in thing.changes} == expected, (
            thing.what,
            thing.id,
        )


@pytest.mark.parametrize(
    ("step", "levels", "before", "after"),
    [
        ({"missing": {"as": "Poor"}}, ("Good", None), "Adequate", "Good"),
        (
            {"missing": "exclude", "minimum_coverage": "2/3"},
            ("Good", None),
            "Insufficient evidence",
            "Good",
        ),
    ],
)
def test_a_case_without_any_level_may_decide_a_rating(
    step: dict[str, Any], levels: tuple[str | None, ...], before: str, after: str
) -> None:
    built = rubric([dimension("A")], synthesis=THREE | {"criterion": MEAN | step})
    made = study(built, {case: {"A": level} for case, level in zip("KL", levels, strict=True)})
    without = next(one for one in leave_out(score(made)) if one.id == "L")
    assert without.judgements == 0
    assert Difference("A", before, after) in without.changes


def test_a_failure_that_rests_on_a_source_goes_with_it_and_with_its_case() -> None:
    built = rubric(
        [dimension("A")],
        failure_indicators=[{"id": "f", "title": "F", "meaning": "It failed."}],
        hurdles=[
            {
                "id": "h",
                "title": "h",
                "reason": "r",
                "kind": "hard",
                "node": "A",
                "when": [{"failure": "f"}],
            }
        ],
    )
    made = study(
        built,
        {"K": {"A": "Good"}, "L": {"A": None}},
        failures=[Failure("L", "f", "so it is", ("x",))],
    )
    found = {
        one.id: one.changes
        for one in leave_out(score(replace(made, evidence=(Evidence("x", "X"),))))
    }
    lifted = (Difference("A", "Poor", "Good"), Difference("overall", "Poor", "Good"))
    assert found["x"] == found["L"] == lifted


def test_only_judgements_with_a_level_are_counted_as_gone() -> None:
    made = study(
        rubric([dimension("A", ["A1"]), dimension("B")]),
        {"K": {"A1": "Good", "B": None}, "L": {"A1": None, "B": "Poor"}},
    )
    gone = {(one.what, one.id): one.judgements for one in leave_out(score(made))}
    assert gone == {
        ("case", "K"): 1,
        ("case", "L"): 1,
        ("criterion", "A1"): 1,
        ("dimension", "A"): 1,
        ("dimension", "B"): 1,
    }


def test_only_changes_of_the_nodes_given_group_things() -> None:
    both = LeftOut("case", "K", 1, (Difference("A", "1", "2"), Difference("overall", "1", "2")))
    other = LeftOut("case", "L", 1, (Difference("B", "1", "2"), Difference("overall", "1", "2")))
    assert by_change([both, other], ("overall",)) == {
        (Difference("overall", "1", "2"),): ["K", "L"]
    }


def test_the_judgements_that_go_with_a_criterion_are_its_own() -> None:
    made = study(
        rubric([dimension("A", ["A1", "A2"]), dimension("B")]),
        {case: {"A1": "Good", "A2": "Good", "B": None} for case in "KLM"},
    )
    gone = {(one.what, one.id): one.judgements for one in leave_out(score(made))}
    assert gone["criterion", "A1"] == 3
    assert gone["dimension", "A"] == 6
    assert gone["dimension", "B"] == 0
