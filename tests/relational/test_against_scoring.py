"""The two paths give the same ratings, states, exact values and coverage, whatever the rubric."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.relational.folders import study_in
from tests.relational.generating import grids, rubrics
from vfi.relational import Figure, recompute
from vfi.scoring import Node, score
from vfi.study import Study

EXAMPLES = 60


def figure_of(node: Node) -> Figure:
    return Figure(node.case, node.id, node.state, node.rating, node.value, node.judged, node.missing)


def assert_equal(study: Study) -> None:
    assert study.folder is not None
    scorecard = score(study)
    nodes = [*scorecard.nodes.values(), *(node for case in scorecard.cases for node in case.nodes.values())]
    scored = {(node.case, node.id): figure_of(node) for node in nodes}
    recomputed = {(figure.case, figure.node): figure for figure in recompute(study.folder, study.rubric)}
    assert recomputed == scored


@given(data=st.data())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # shrinking would take minutes; an example is small enough to read
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.large_base_example],
)
def test_random_rubrics_and_judgements_give_the_same(data: st.DataObject) -> None:
    rubric = data.draw(rubrics())
    grid = data.draw(grids(rubric))
    failures = data.draw(st.lists(st.tuples(st.sampled_from(sorted(grid)), st.just("breach")), unique=True))
    with tempfile.TemporaryDirectory() as folder:
        assert_equal(study_in(Path(folder), rubric, grid, failures))
