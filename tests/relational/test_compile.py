from __future__ import annotations

from typing import Any

import pytest

from tests.relational.studies import MEAN, assert_equal, rubric_of, study_of
from vfi.relational.compile import RESULT, Compiler
from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import Plan
from vfi.relational.steps import STEPS
from vfi.relational.tables import Statement
from vfi.rubric.models.rubric import Rubric
from vfi.synthesis.conditions.count import CountCondition

TWO = {"A": ["A.1"], "B": ["B.1"]}
LOW_BOOKS = {"node": "B.1", "at": "Low"}


def statements(rubric: Rubric) -> dict[str, Statement]:
    made = Compiler(Plan.of(rubric), lambda _statement, _nodes: ()).statements()
    return {statement.name: statement for statement in made}


def hurdle(**parts: Any) -> dict[str, Any]:
    return {"id": "h", "title": "H", "reason": "R", "kind": "hard", "when": [LOW_BOOKS], **parts}


def test_the_ratings_come_last_and_each_table_is_made_once() -> None:
    rubric = rubric_of(TWO)
    made = [
        statement.name
        for statement in Compiler(Plan.of(rubric), lambda _table, _nodes: ()).statements()
    ]
    assert made[-1] == RESULT
    assert len(made) == len(set(made))


def test_weights_are_whole_numbers_in_the_same_proportion() -> None:
    weights = {"rule": "weighted mean", "weights": {"A": "1/2", "B": "2/3"}}
    made = statements(rubric_of(TWO, synthesis={"overall": {**MEAN, **weights}}))
    assert made["edges"].rows == (
        ("A", "A.1", 1),
        ("B", "B.1", 1),
        ("overall", "A", 3),
        ("overall", "B", 4),
    )


def test_a_child_without_a_weight_is_told() -> None:
    weights = {"rule": "weighted mean", "weights": {"A": 1}}
    with pytest.raises(CannotRecompute, match="no weight for B below overall"):
        statements(rubric_of(TWO, synthesis={"overall": {**MEAN, **weights}}))


def test_only_nodes_with_hurdles_have_a_rating_before_them() -> None:
    made = statements(rubric_of(TWO, hurdles=[hurdle(node="overall")]))
    before = [name for name in made if name.endswith("_before")]
    assert [made[name].words for name in before] == ["overall by the mean, before hurdles"]
    assert made["hurdle1"].words == "Where the hurdle h is triggered"


def test_scores_of_different_denominators_meet_over_a_common_one() -> None:
    rubric = rubric_of(
        {"A": ["A.1", "A.2", "A.3"], "B": ["B.1", "B.2"]},
        synthesis={"overall": {**MEAN, "of": "scores"}},
    )
    levels = {"A.1": "High", "A.2": "Low", "A.3": "Middle", "B.1": "High", "B.2": "Middle"}
    assert_equal(study_of(rubric, {"N": levels, "S": levels | {"A.1": None, "B.2": "Low"}}))


def test_a_rule_and_a_condition_without_a_query_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = rubric_of(TWO, hurdles=[hurdle(node="overall")])
    monkeypatch.setattr("vfi.relational.hurdles.NodeCondition", CountCondition)
    with pytest.raises(CannotRecompute, match="no query for a condition of the hurdle h"):
        statements(limited)
    monkeypatch.delitem(STEPS, "mean")
    with pytest.raises(CannotRecompute, match="no query for the rule mean"):
        statements(rubric_of(TWO))
