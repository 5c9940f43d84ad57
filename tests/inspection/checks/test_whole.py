"""What becomes of all nodes together is what scoring makes of one case with the same levels."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated import JUDGED, LEVELS, rubrics
from tests.rubrics import study
from vfi.inspection.checks.whole import hurdle_outcomes
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.synthesis.tree import evaluation_order


@settings(max_examples=60, deadline=None)
@given(rubrics(), st.fixed_dictionaries(dict.fromkeys(JUDGED, LEVELS)))
def test_hurdles_do_what_they_do_in_scoring(data: dict[str, Any], levels: dict[str, str]) -> None:
    rubric = Rubric.model_validate(data)
    scorecard = score(study(rubric, {"K": levels}))
    ratings = {node: scorecard.nodes[node].before for node in rubric.judged}
    outcomes = hurdle_outcomes(rubric, evaluation_order(rubric), ratings, {})
    assert {(one.hurdle.id, one.triggered, one.after) for one in outcomes} == {
        (one.hurdle.id, one.triggered, one.after)
        for node in scorecard.nodes.values()
        for one in node.hurdles
    }
