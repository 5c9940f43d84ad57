from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import MEAN, check, rubric_text
from vfi.inspection.diff import RubricChange, differences
from vfi.rubric.models.rubric import Rubric


def rubric_of(tmp_path: Path, text: str) -> Rubric:
    rubric = check(tmp_path, text).rubric
    assert rubric is not None
    return rubric


def changes(tmp_path: Path, before: str, after: str) -> list[RubricChange]:
    return list(differences(rubric_of(tmp_path, before), rubric_of(tmp_path, after)))


def test_nothing_is_different(tmp_path: Path) -> None:
    assert changes(tmp_path, rubric_text(), rubric_text()) == []


def test_criterion_that_is_gone_is_told_once(tmp_path: Path) -> None:
    gone, among = sorted(
        changes(tmp_path, rubric_text(3), rubric_text(2)), key=lambda change: change.part
    )
    assert gone == RubricChange("removed", "criterion A3", "", "Criterion 3", "")
    assert among == RubricChange("changed", "dimension A", "criteria", "A1, A2, A3", "A1, A2")


def test_standards_scale_and_text(tmp_path: Path) -> None:
    after = (
        rubric_text()
        .replace("At least 9 in 10", "All")
        .replace("name: Top, value: 4", "name: Top, value: 5")
    )
    assert changes(tmp_path, rubric_text(), after) == [
        RubricChange("changed", "scale", "value of Top", "4", "5"),
        RubricChange("changed", "standards for all", "standard for Top", "At least 9 in 10", "All"),
    ]


def test_weights_are_told_one_by_one(tmp_path: Path) -> None:
    step = "{rule: weighted mean, ties: up, missing: exclude, weights: {A: 1, B: 2}}"
    before, after = (
        rubric_text(1, 2, overall=step),
        rubric_text(1, 2, overall=step.replace("B: 2", "B: 1/3")),
    )
    assert changes(tmp_path, before, after) == [
        RubricChange("changed", "overall step", "weight of B", "2", "1/3")
    ]


def test_rule_is_told_in_words(tmp_path: Path) -> None:
    (change,) = changes(
        tmp_path, rubric_text(), rubric_text(overall="{rule: worst, missing: exclude}")
    )
    assert (change.part, change.aspect) == ("overall step", "rule")
    assert change.after.startswith("The worst of the ratings of what is below it.")


def test_hurdles_and_perspectives(tmp_path: Path) -> None:
    when = "[{at_least: 1, at: Low, among: criteria}]"
    hurdle = f"{{id: h, title: Weakest, reason: R, kind: soft, node: A, cap: %s, when: {when}}}"
    perspective = (
        f"perspectives: [{{id: p, title: Readers, reason: R, synthesis: {{overall: {MEAN}}}}}]\n"
    )
    fair = rubric_text(end=f"hurdles: [{hurdle % 'Fair'}]\n")
    high = rubric_text(end=f"hurdles: [{hurdle % 'High'}]\n{perspective}")
    assert changes(tmp_path, fair, high) == [
        RubricChange("changed", "hurdle h", "cap", "Fair", "High"),
        RubricChange("added", "perspective p", "", "", "Readers"),
    ]
    assert changes(tmp_path, fair, rubric_text()) == [
        RubricChange("removed", "hurdle h", "", "Weakest", "")
    ]
