from __future__ import annotations

from tests.making import SHIPPED_RUBRIC
from tests.rubrics import MEAN, criterion, dimension, rubric
from vfi import load_rubric
from vfi.inspection.facts import facts

HURDLE = {
    "id": "h",
    "title": "Weakest",
    "reason": "R",
    "kind": "soft",
    "cap": "Adequate",
    "node": "overall",
}


def test_each_part_says_what_it_is() -> None:
    said = facts(rubric([dimension("A", ["A1"]), dimension("B")]))
    assert said["dimension A"]["criteria"] == "A1"
    assert said["dimension B"]["criteria"] == "none, it is judged itself"
    assert said["criterion A1"]["dimension"] == "A"
    assert said["scale"]["order"] == "Poor, Adequate, Good, Excellent"
    assert said["scale"]["value of Good"] == "2"
    assert said["standards for all"]["standard for Good"] == "what Good takes"


def test_weights_are_told_one_by_one_beside_the_rule() -> None:
    overall = {**MEAN, "rule": "weighted mean", "weights": {"A": 2, "B": "1/3"}}
    said = facts(
        rubric(
            [dimension("A"), dimension("B")],
            synthesis={"criterion": MEAN, "dimension": MEAN, "overall": overall},
        )
    )["overall step"]
    assert (said["weight of A"], said["weight of B"]) == ("2", "1/3")
    assert "1/3" not in said["rule"]


def test_the_conditions_of_a_hurdle_are_words() -> None:
    when = [{"node": "A", "at": "Poor"}, {"at_least": 1, "at": "Poor", "among": "criteria"}]
    said = facts(rubric([dimension("A", ["A1"])], hurdles=[HURDLE | {"when": when}]))["hurdle h"]
    assert said["cap"] == "Adequate"
    assert said["when"] == "A is at Poor and at least 1 at Poor among the criteria"


def test_every_standard_of_the_shipped_rubric_is_told_with_where_it_comes_from() -> None:
    loaded = load_rubric(SHIPPED_RUBRIC)
    said = facts(loaded)
    for part in loaded.criteria:
        aspects = said[f"criterion {part.id}"]
        for level, standard in part.standards.items():
            assert aspects[f"standard for {level}"] == standard.text
            assert standard.provenance.kind in aspects[f"provenance for {level}"]


def test_a_failure_and_a_perspective_without_hurdles_are_told() -> None:
    breach = [{"id": "breach", "title": "Breach", "meaning": "m"}]
    when = [{"failure": "breach", "cases": 2}, {"failure": "breach"}]
    said = facts(
        rubric(
            [dimension("A")],
            failure_indicators=breach,
            hurdles=[HURDLE | {"when": when}],
            perspectives=[{"id": "p", "title": "P", "reason": "R", "hurdles": []}],
        )
    )
    assert said["hurdle h"]["when"] == (
        "breach is recorded for at least 2 cases and breach is recorded"
    )
    assert said["perspective p"]["hurdles"] == "none"


def test_tiers_are_told_where_they_are_not_the_usual_ones() -> None:
    synthesis = dict.fromkeys(("criterion", "area", "overall"), MEAN)
    tiers = ["criterion", {"id": "area", "title": "policy area"}]
    said = facts(rubric([dimension("A", ["A1"])], tiers=tiers, synthesis=synthesis))
    assert said["tiers"] == {
        "criterion": "criterion, criteria",
        "area": "policy area, policy areas",
    }
    assert said["area A"]["criteria"] == "A1"
    assert "tiers" not in facts(rubric([dimension("A")]))


def test_an_indicator_is_told_with_what_it_proposes() -> None:
    bands = [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}]
    about = {"title": "Coverage", "unit": "%", "measure": "value", "better": "higher"}
    a1 = criterion("A1", indicator={**about, "levels": bands})
    assert facts(rubric([dimension("A", [a1])]))["criterion A1"]["indicator"] == (
        "Coverage (value, %, the higher the better): Poor below 50; Good from 50"
    )


def test_a_perspective_is_told_with_its_steps_and_hurdles() -> None:
    worst = {"rule": "worst", "missing": "exclude", "scale": "default"}
    perspective = {
        "id": "p",
        "title": "P",
        "reason": "R",
        "synthesis": {"overall": worst},
        "nodes": {"A": MEAN},
        "hurdles": [HURDLE | {"when": [{"node": "A", "at": "Poor"}]}],
    }
    said = facts(rubric([dimension("A", ["A1"])], perspectives=[perspective]))["perspective p"]
    assert said["overall rule"].startswith("The worst of ")
    assert said["overall scale"] == "default"
    assert said["A rule"].startswith("The mean of ")
    assert said["hurdle h"] == "Weakest; R; soft; overall; Adequate; A is at Poor"
