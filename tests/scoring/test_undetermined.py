"""A node whose rule gives no answer is undetermined, here and above; only missing evidence is
insufficient evidence.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import rubrics
from tests.generated import judgements
from tests.generated import rubrics as generated_rubrics
from vfi.cli.explain.text import explanation_text
from vfi.cli.score.ratings import scorecard_table
from vfi.cli.terminal.layout import Page, laid_out
from vfi.reporting.views import node_view
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.explanation import explain
from vfi.scoring.explanation_document import explanation_rows
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

PAGE = Page(120)

HOLE = {
    "rule": "bands",
    "on": "percentage",
    "missing": "exclude",
    "bands": [{"rating": "Poor", "to": 60}, {"rating": "Good", "from": 70}],
}
ALL = rubrics.MEAN | {"minimum_coverage": 1}


def scorecard(levels: str, overall: dict[str, Any]) -> Scorecard:
    """Dimension A by bands with a hole between 60% and 70%, dimension B beside it; `x` is
    insufficient evidence.
    """
    rubric = rubrics.rubric(
        [rubrics.dimension("A", ["A1", "A2"], synthesis=HOLE), rubrics.dimension("B", ["B1"])],
        synthesis={"criterion": rubrics.MEAN, "dimension": rubrics.MEAN, "overall": overall},
    )
    names = {"P": "Poor", "A": "Adequate", "G": "Good", "E": "Excellent", "x": None}
    found = dict(zip(("A1", "A2", "B1"), (names[sign] for sign in levels), strict=True))
    return score(rubrics.study(rubric, {"L": found}))


@pytest.mark.parametrize(
    ("levels", "overall", "state"),
    [
        ("GGG", ALL, "undetermined"),  # A is 66.7%, in the hole, and all must have a level
        ("GGG", rubrics.MEAN, "rated"),  # left out, B is enough
        (
            "GGx",
            ALL,
            "insufficient evidence",
        ),  # even with an answer for A there would not be enough
        ("GGx", rubrics.MEAN, "undetermined"),  # nothing is left but what has no answer
        ("xxG", ALL, "insufficient evidence"),
        ("xxx", rubrics.MEAN, "insufficient evidence"),
        ("EEG", ALL, "rated"),
    ],
)
def test_what_lacks_only_an_answer_below_is_undetermined(
    levels: str, overall: dict[str, Any], state: str
) -> None:
    node = scorecard(levels, overall).overall
    assert node.state == state
    assert bool(node.reason) == (state != "rated")


def test_the_reason_is_told_wherever_the_rating_is() -> None:
    scored = scorecard("GGG", ALL)
    reason = "1 of 2 inputs has a level, below the minimum coverage of all; A is undetermined"
    assert scored.overall.reason == reason
    text = " ".join(laid_out(explanation_text(explain(scored, "overall"), scored), PAGE).split())
    assert f"Undetermined: {reason}." in text
    assert "1 undetermined: A" in text
    assert "with insufficient evidence" not in text
    view = node_view(scored.overall, scored)
    assert (view["rating"]["text"], view["why_none"], view["basis"]) == (
        "Undetermined",
        reason,
        "From 1 of 2 dimension ratings",
    )
    table = laid_out(scorecard_table(scored, None), PAGE)
    assert f"overall: {reason}" in table
    assert "Insufficient evidence" not in table
    rows = {row[1]: row[2] for row in explanation_rows(explain(scored, "overall"))}
    assert rows["A"] == "Undetermined"


def test_a_hole_is_told_by_its_value() -> None:
    node = scorecard("GGG", ALL).node("A")
    assert node.reason == "no band holds the percentage of 66.6667 (200/3)"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_where_all_is_judged_nothing_is_insufficient_evidence(data: st.DataObject) -> None:
    rubric = Rubric.model_validate(data.draw(generated_rubrics()))
    scored = score(rubrics.study(rubric, data.draw(judgements(missing=False))))
    for node in scored.walk():
        assert node.state != "insufficient evidence", node.reason
        assert "Insufficient evidence" not in node_view(node, scored)["rating"]["text"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["Good", "open", None]), min_size=1, max_size=5),
    st.sampled_from([0, "1/2", 1]),
)
def test_an_answer_for_all_that_is_undetermined_would_leave_no_node_undetermined(
    states: list[str | None], least: Any
) -> None:
    step, scale = rubrics.step(rule="mean", ties="up", minimum_coverage=least), rubrics.scale()
    good = scale.by_name["Good"].value
    inputs, answered = [], []
    for place, state in enumerate(states):
        known = Input(f"I{place}", "Good", good)
        unknown = Input(f"I{place}", None, None, is_undetermined=state == "open")
        inputs.append(known if state == "Good" else unknown)
        answered.append(known if state else unknown)
    now, then = synthesise(step, inputs, scale).state, synthesise(step, answered, scale).state
    assert (now == "insufficient evidence") == (then == "insufficient evidence")
