"""What a question costs is told from the size of a study, without asking it."""

from tests.making import rubric_of, study_of
from vfi.robustness.effort import (
    seconds_of_flips,
    seconds_of_leaving_out,
    seconds_of_rules,
    seconds_of_uncertainty,
)


def _study(cases, **rules):
    rubric = rubric_of([3, 3, 5, 2], **rules)
    return study_of(rubric, {f"c{n}": {one.id: f"L{n % 4}" for one in rubric.criteria} for n in range(cases)})


def test_means_of_levels_are_quick_whatever_the_number_of_cases():
    assert seconds_of_flips(_study(317)) < 0.1
    assert seconds_of_uncertainty(_study(317)) < 0.1


def test_rules_that_count_levels_grow_with_the_ways_to_spread_the_judgements():
    small, large = _study(19, criterion={"rule": "mode"}), _study(317, criterion={"rule": "mode"})
    assert seconds_of_flips(small) < 0.1
    assert seconds_of_flips(large) > 5
    assert seconds_of_uncertainty(large) < 1


def test_scores_that_are_taken_up_the_tree_are_slow():
    scored = _study(60, dimension={"of": "scores"}, overall={"of": "scores"})
    assert seconds_of_flips(scored) > 10 * seconds_of_flips(_study(60))
    assert seconds_of_uncertainty(scored) > 1


def test_rating_again_costs_by_judgement_and_by_time():
    assert seconds_of_leaving_out(_study(38), 4) == 4 * seconds_of_leaving_out(_study(19), 2)
    assert seconds_of_rules(_study(19), 5) < seconds_of_rules(_study(19), 18)
