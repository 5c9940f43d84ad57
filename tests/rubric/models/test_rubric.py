from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests import rubrics
from tests.deep import deep
from tests.making import RUBRIC, changed, make_rubric, rubric_of
from vfi import InvalidInput, Rubric, load_rubric
from vfi.rubric.models.perspectives import Perspective
from vfi.synthesis.scale import Level, Scale


def scale(**values: int) -> Scale:
    return Scale(
        levels=tuple(
            Level(name=name, value=Fraction(value), meaning="?") for name, value in values.items()
        )
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Middle, value: 1", "Middle, value: 2", "Middle with the value 2 before High with 2"),
        ("Middle, value: 1", "Middle, value: -1/2", "Low with the value 0 before Middle with -1/2"),
        ("name: Middle, value", "name: Low, value", 'the level "Low" twice'),
        ("name: Middle, value", "name: insufficient evidence, value", "a level named"),
    ],
)
def test_scale_that_is_none(tmp_path: Path, old: str, new: str, found: str) -> None:
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, changed(RUBRIC, old, new)))
    problem = error.value.problems[0]
    assert (problem.line, problem.field) == (8, "scale")
    assert problem.found.startswith(found)


def test_scale_needs_two_levels(tmp_path: Path) -> None:
    text = "\n".join(
        line for line in RUBRIC.splitlines() if "value: 1" not in line and "value: 2" not in line
    )
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, text))
    assert [(p.field, p.found, p.expected) for p in error.value.problems] == [
        ("scale.levels", "1 entries", "at least 2")
    ]


def test_codes_are_short_and_tell_the_levels_apart() -> None:
    assert scale(Poor=0, Adequate=1, Good=2, Excellent=3).codes == {
        "Poor": "P",
        "Adequate": "A",
        "Good": "G",
        "Excellent": "E",
    }
    assert scale(Partly=0, Poor=1, partial=2).codes == {
        "Partly": "Partl",
        "Poor": "Po",
        "partial": "parti",
    }
    assert list(scale(Good=0, Goods=1).codes.values()) == ["Good", "Goods"]


def test_rubrics_and_their_parts_cannot_be_changed() -> None:
    rubric = rubric_of([1])
    with pytest.raises(ValidationError, match="frozen"):
        rubric.title = "Another"  # type: ignore[misc]  # mypy sees it too
    with pytest.raises(ValidationError, match="frozen"):
        rubric.scale.levels[0].value = Fraction(9)  # type: ignore[misc]  # mypy sees it too


def test_digest_of_a_rubric_made_in_code_is_empty() -> None:
    assert rubric_of([1]).sha256 == ""


def test_a_dimension_without_criteria_is_judged_itself() -> None:
    rubric = rubrics.rubric([rubrics.dimension("A", ["A1", "A2"]), rubrics.dimension("B")])
    assert list(rubric.judged) == ["A1", "A2", "B"]
    assert rubric.node_ids == ("A1", "A2", "A", "B", "overall")
    assert rubric.children["overall"] == ("A", "B")
    assert (rubric.children["A"], rubric.children["B"]) == (("A1", "A2"), ())


def test_the_scale_of_a_rating_is_that_of_its_own_step_then_its_own() -> None:
    two = rubrics.scale_data(rubrics.TWO)
    a1 = rubrics.criterion("A1", scale="two")
    a2 = rubrics.criterion("A2", scale="two", synthesis=rubrics.MEAN | {"scale": "default"})
    rubric = rubrics.rubric([rubrics.dimension("A", [a1, a2])], scales={"two": two})
    assert rubric.rating_scale("A1").names == ("Absent", "Present")
    assert rubric.rating_scale("A2") == rubric.scale
    assert rubric.judgement_scale("A2").names == ("Absent", "Present")
    assert rubric.rating_scale("A") == rubric.scale


def test_other_steps_are_put_in_place_and_the_rubric_stays_as_it_was() -> None:
    before = rubrics.rubric([rubrics.dimension("A", ["A1"])])
    worst = rubrics.step(rule="worst")
    after = before.with_steps({"A": worst, "overall": worst})
    assert [after.step_of(node).rule for node in ("A1", "A", "overall")] == [
        "mean",
        "worst",
        "worst",
    ]
    assert before.step_of("A").rule == before.step_of("overall").rule == "mean"


def test_a_node_knows_what_stands_above_and_below_it() -> None:
    rubric = rubrics.rubric([rubrics.dimension("A", ["A1", "A2"]), rubrics.dimension("B")])
    assert rubric.parents == {"A1": "A", "A2": "A", "A": "overall", "B": "overall"}
    assert [rubric.plural_below(node) for node in ("overall", "A", "B")] == [
        "dimensions",
        "criteria",
        "",
    ]
    assert rubric.is_right_above_judgements("A")
    assert not rubric.is_right_above_judgements("overall")
    assert rubric.below("overall", "criteria") == ("A1", "A2")
    tiers = [rubric.tier_below(key) for key in ("overall", "dimension", "criterion")]
    assert [tier and tier.id for tier in tiers] == ["dimension", "criterion", None]


def test_what_is_judged_is_counted_by_the_tiers_that_a_rubric_declares() -> None:
    holistic = [rubrics.dimension("A", ["A1"]), rubrics.dimension("B")]
    assert rubrics.rubric(holistic).judged_in_words == "2 criteria"
    assert deep().judged_in_words == "6 evidence categories, 1 KLOE and 1 quality statement"


def test_sizes_are_those_of_the_tiers() -> None:
    assert deep().sizes == {"evidence": 6, "line": 3, "statement": 2, "theme": 2}


def themes() -> Rubric:
    """Themes of statements of criteria, with a statement and a theme that are judged directly."""
    statements = [rubrics.dimension("S1", ["C1", "C2"]), rubrics.dimension("S2")]
    return rubrics.rubric(
        [
            rubrics.dimension("T1", groups=statements),
            rubrics.dimension("T2", ["C3"], synthesis=rubrics.MEAN | {"scale": "other"}),
            rubrics.dimension("T3"),
        ],
        scales={"other": rubrics.scale_data()},
        tiers=["criterion", {"id": "statement", "title": "quality statement"}, "theme"],
        synthesis={
            "criterion": rubrics.MEAN,
            "statement": {"rule": "worst", "missing": "exclude"},
            "theme": {"rule": "best", "missing": "exclude"},
            "overall": rubrics.MEAN,
        },
    )


def test_the_nodes_of_a_deep_tree_are_of_the_tier_that_they_stand_on() -> None:
    rubric = themes()
    assert rubric.node_ids == ("C1", "C2", "S1", "S2", "T1", "C3", "T2", "T3", "overall")
    assert {node: rubric.kinds[node] for node in ("C1", "C3", "S1", "S2", "T1", "T3")} == {
        "C1": "criterion",
        "C3": "criterion",
        "S1": "statement",
        "S2": "statement",
        "T1": "theme",
        "T3": "theme",
    }
    assert [group.id for group in rubric.groups] == ["S1", "S2"]
    assert [criterion.id for criterion in rubric.criteria] == ["C1", "C2", "C3"]
    assert list(rubric.judged) == ["C1", "C2", "S2", "C3", "T3"]
    assert repr(rubric) == (
        "<Rubric 'demo' 1: 3 themes, 2 quality statements, 3 criteria, 4 levels>"
    )


def test_what_cases_are_judged_on_takes_the_step_of_the_lowest_tier_wherever_it_stands() -> None:
    rubric = themes()
    assert {node: rubric.step_key(node) for node in rubric.node_ids[:-1]} == {
        "C1": "criterion",
        "C2": "criterion",
        "S1": "statement",
        "S2": "criterion",
        "T1": "theme",
        "C3": "criterion",
        "T2": "theme",
        "T3": "criterion",
    }
    assert [rubric.step_of(node).rule for node in ("S2", "S1", "T1", "T2")] == [
        "mean",
        "worst",
        "best",
        "mean",
    ]


def test_the_nodes_of_a_tier_are_found_at_any_depth_below_a_node() -> None:
    rubric = themes()
    assert rubric.below("overall", "criteria") == ("C1", "C2", "C3")
    assert rubric.below("T1", "quality statements") == ("S1", "S2")
    assert rubric.below("S1", "quality statements") == ()
    assert rubric.plural_below("T1") == "quality statements"
    assert rubric.plural_below("T2") == "criteria"
    assert not rubric.is_right_above_judgements("T1")
    assert rubric.is_right_above_judgements("T2")


def test_standards_and_scales_reach_every_depth() -> None:
    rubric = themes()
    assert all(set(part.standards) == set(rubric.scale.names) for part in rubric.judged.values())
    assert rubric.parts["S1"].standards == {}
    assert rubric.rating_scale("T2") is rubric.scales["other"]
    assert rubric.rating_scale("S1") is rubric.scale


def test_a_perspective_replaces_the_steps_of_tiers_and_of_single_nodes_at_any_depth() -> None:
    perspective = Perspective.model_validate(
        {
            "id": "p",
            "title": "P",
            "reason": "r",
            "synthesis": {"statement": rubrics.MEAN},
            "nodes": {"C2": {"rule": "best", "missing": "exclude"}},
        }
    )
    rubric = themes().model_copy(update={"perspectives": (perspective,)})
    under = rubric.under("p")
    nodes = ("C1", "C2", "S1", "T1")
    assert [rubric.step_of(node).rule for node in nodes] == ["mean", "mean", "worst", "best"]
    assert [under.step_of(node).rule for node in nodes] == ["mean", "best", "mean", "best"]
