"""What must hold for every rubric and every study: checked on generated ones, against an evaluator
of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.making import rubric_of, study_of
from vfi import Node, Rubric, Scorecard, Study, score
from vfi.synthesis.rule import Rule
from vfi.synthesis.rules.mean import Mean

Grid = dict[str, dict[str, str | None]]

numbers = st.fractions(min_value=-5, max_value=20, max_denominator=12)
steps = st.fixed_dictionaries(
    {"of": st.sampled_from(["ratings", "scores"]), "ties": st.sampled_from(["up", "down"])}
)


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    values = draw(
        st.one_of(
            st.integers(2, 6).map(range), st.sets(numbers, min_size=2, max_size=6).map(sorted)
        )
    )
    dimensions = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    return rubric_of(
        dimensions, list(values), criterion=draw(steps), dimension=draw(steps), overall=draw(steps)
    )


@st.composite
def studies(draw: st.DrawFn) -> Study:
    rubric = draw(rubrics())
    level = st.one_of(st.none(), st.sampled_from(rubric.scale.names))
    cases = [f"C{n}" for n in range(draw(st.integers(1, 6)))]
    return study_of(
        rubric,
        {case: {criterion.id: draw(level) for criterion in rubric.criteria} for case in cases},
    )


def grid_of(study: Study) -> Grid:
    grid: Grid = {case.id: {} for case in study.cases}
    for judgement in study.judgements:
        grid[judgement.case][judgement.criterion] = judgement.level
    return grid


def nodes_of(scorecard: Scorecard) -> dict[tuple[str | None, str], Node]:
    return {(node.case, node.id): node for node in scorecard.walk()}


# An evaluator written from the words of the rubric, which shares nothing with the one under test.


def naive_mean(values: list[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    total = Fraction(0)
    for value in known:
        total += value
    return total / len(known)


def naive_rating(mean: Fraction | None, values: Mapping[str, Fraction], step: Rule) -> str | None:
    if mean is None:
        return None
    assert isinstance(step, Mean)
    distance = min(abs(value - mean) for value in values.values())
    nearest = [name for name, value in values.items() if abs(value - mean) == distance]
    pick = max if step.ties == "up" else min
    return pick(nearest, key=lambda name: values[name])


def naive_scores(study: Study) -> dict[tuple[str | None, str], tuple[Fraction | None, str | None]]:
    rubric, grid = study.rubric, grid_of(study)
    values = {level.name: level.value for level in rubric.scale.levels}

    def by_level(level: str | None) -> Fraction | None:
        return None if level is None else values[level]

    found: dict[tuple[str | None, str], tuple[Fraction | None, str | None]] = {}

    def rate(case: str | None, node: str, inputs: list[Fraction | None], step: Rule) -> None:
        mean = naive_mean(inputs)
        found[case, node] = (mean, naive_rating(mean, values, step))

    def passed_on(case: str | None, node: str, step: Rule) -> Fraction | None:
        mean, rating = found[case, node]
        return mean if step.of == "scores" else by_level(rating)

    steps = rubric.synthesis
    for criterion in rubric.criteria:
        rate(
            None,
            criterion.id,
            [by_level(row[criterion.id]) for row in grid.values()],
            steps["criterion"],
        )
    for dimension in rubric.dimensions:
        names = [criterion.id for criterion in dimension.criteria]
        rate(
            None,
            dimension.id,
            [passed_on(None, name, steps["dimension"]) for name in names],
            steps["dimension"],
        )
        for of_case, row in grid.items():
            rate(of_case, dimension.id, [by_level(row[name]) for name in names], steps["dimension"])
    for case in (None, *grid):
        below = [passed_on(case, dimension.id, steps["overall"]) for dimension in rubric.dimensions]
        rate(case, "overall", below, steps["overall"])
    return found


@given(studies())
def test_scores_equal_those_of_an_independent_evaluator(study: Study) -> None:
    computed = {key: (node.value, node.rating) for key, node in nodes_of(score(study)).items()}
    assert computed == naive_scores(study)


@given(studies())
def test_values_are_exact(study: Study) -> None:
    for node in score(study).walk():
        for value in [node.value, *(entry.value for entry in node.inputs)]:
            assert value is None or type(value) is Fraction


@given(studies(), st.data())
def test_raising_a_judgement_never_lowers_a_rating_or_a_value(
    study: Study, data: st.DataObject
) -> None:
    names = study.rubric.scale.names
    grid = grid_of(study)
    below_top = [
        (case, c)
        for case, row in grid.items()
        for c, level in row.items()
        if level not in {None, names[-1]}
    ]
    assume(below_top)
    case, criterion = data.draw(st.sampled_from(below_top))
    place = names.index(grid[case][criterion] or "")
    before = nodes_of(score(study))
    grid[case][criterion] = data.draw(st.sampled_from(names[place + 1 :]))
    for key, after in nodes_of(score(study_of(study.rubric, grid))).items():
        rating, value = before[key].rating, before[key].value
        if rating is None or value is None:
            assert after.rating is None
            continue
        assert after.rating is not None
        assert after.value is not None
        assert names.index(after.rating) >= names.index(rating)
        if key[0] is None and key[1] == criterion:
            assert after.value > value
        elif all(
            step.of == "scores"
            for step in (study.rubric.synthesis["dimension"], study.rubric.synthesis["overall"])
        ):
            assert after.value >= value


@given(studies(), st.randoms(use_true_random=False))
def test_order_and_names_of_cases_change_nothing(study: Study, random: Random) -> None:
    before = nodes_of(score(study))
    names = [f"Z{place}" for place in range(len(study.cases))]
    random.shuffle(names)
    renamed = dict(zip((case.id for case in study.cases), names, strict=True))
    cases = [replace(case, id=renamed[case.id], name="another") for case in study.cases]
    judgements = [
        judgement._replace(case=renamed[judgement.case]) for judgement in study.judgements
    ]
    random.shuffle(cases)
    random.shuffle(judgements)
    after = nodes_of(score(replace(study, cases=tuple(cases), judgements=tuple(judgements))))
    assert len(after) == len(before)
    for (case, node), old in before.items():
        new = after[case and renamed[case], node]
        assert (new.value, new.rating, new.counts) == (old.value, old.rating, old.counts)
        assert (new.judged, new.missing, new.margin) == (old.judged, old.missing, old.margin)


@given(rubrics(), st.integers(1, 4))
def test_every_level_can_be_reached_by_every_node(rubric: Rubric, cases: int) -> None:
    for level in rubric.scale.levels:
        grid: Grid = {
            f"C{n}": {criterion.id: level.name for criterion in rubric.criteria}
            for n in range(cases)
        }
        for node in score(study_of(rubric, grid)).walk():
            assert (node.rating, node.value) == (level.name, level.value)


@given(studies(), st.data())
def test_insufficient_evidence_is_counted_and_changes_no_value(
    study: Study, data: st.DataObject
) -> None:
    criterion = data.draw(st.sampled_from([c.id for c in study.rubric.criteria]))
    before = score(study)
    grid = grid_of(study)
    grid["new"] = {c.id: None for c in study.rubric.criteria}
    after = score(study_of(study.rubric, grid))
    for key, node in nodes_of(before).items():
        assert (nodes_of(after)[key].value, nodes_of(after)[key].rating) == (
            node.value,
            node.rating,
        )
    assert after.node(criterion).missing == before.node(criterion).missing + 1
    assert after.node(criterion).judged == before.node(criterion).judged
    assert after.overall.missing == before.overall.missing + len(study.rubric.criteria)
    assert "new" in [entry.id for entry in after.node(criterion).excluded]
    assert {node.rating for node in after.case("new").dimensions} == {None}
    assert after.case("new").overall.value is None


@given(studies())
def test_coverage_adds_up(study: Study) -> None:
    scorecard = score(study)
    given_a_level = sum(judgement.level is not None for judgement in study.judgements)
    overall = scorecard.overall
    assert (overall.judged, overall.judged + overall.missing) == (
        given_a_level,
        len(study.judgements),
    )
    assert sum(case.overall.judged for case in scorecard.cases) == given_a_level
    for node in scorecard.criteria:
        assert sum(node.counts.values()) == node.judged == len(node.counted)
        assert len(node.excluded) == node.missing


@given(studies())
def test_value_lies_between_the_thresholds_of_its_rating(study: Study) -> None:
    for node in score(study).walk():
        if node.margin is None or node.value is None:
            assert node.rating is None
            continue
        if node.margin.lower is not None:
            threshold, included = node.margin.lower
            assert node.value > threshold or (included and node.value == threshold)
        if node.margin.upper is not None:
            threshold, included = node.margin.upper
            assert node.value < threshold or (included and node.value == threshold)
