"""The two paths give the same ratings, states, exact values and coverage, whatever the rubric."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from tests.relational.generating import grids, rubrics
from tests.relational.studies import assert_equal, study_of
from vfi.relational.errors import CannotRecompute

EXAMPLES = 40


@given(data=st.data())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # shrinking would take minutes; an example is small enough to read
    suppress_health_check=[
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
        HealthCheck.large_base_example,
    ],
)
def test_random_rubrics_and_judgements_give_the_same(data: st.DataObject) -> None:
    rubric = data.draw(rubrics())
    grid = data.draw(grids(rubric))
    failures = data.draw(
        st.lists(st.tuples(st.sampled_from(sorted(grid)), st.just("breach")), unique=True)
    )
    try:
        assert_equal(study_of(rubric, grid, failures))
    except CannotRecompute:  # only the products of geometric means have more digits than there are
        rules = {rubric.step_of(node).rule for node in rubric.node_ids}
        assert "geometric mean" in rules
        reject()
