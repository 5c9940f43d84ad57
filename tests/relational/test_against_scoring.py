"""The two paths give the same ratings, states, exact values and coverage, whatever the rubric."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.relational.generating import grids, rubrics
from tests.relational.studies import assert_equal, study_of

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
    assert_equal(study_of(rubric, grid, failures))
