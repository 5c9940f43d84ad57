from __future__ import annotations

from itertools import product
from pathlib import Path

from hypothesis import given

from tests.inspection.checks.making import check, found, line_of, rubric_text
from tests.profiles.steps import spaces
from vfi.inspection.checks.reach import unreached_levels
from vfi.inspection.checks.subjects import Subject
from vfi.profiles.space import Space, inputs_of
from vfi.profiles.tried import try_profiles
from vfi.rubric.consistency.steps import LocatedStep
from vfi.synthesis.step import synthesise

BEST_ONLY = (
    "{rule: counting, missing: exclude, rows: [{rating: Top, when: [{at_least: 2, at: Top}]}]}"
)


def test_sound_rubric_is_clean_and_says_that_every_profile_was_tried(tmp_path: Path) -> None:
    checked = check(tmp_path, rubric_text(3, 2))
    assert list(checked.problems) == []
    assert [(subject.nodes, subject.tried.is_all) for subject in checked.subjects] == [
        (("A1", "A2", "A3", "B1", "B2", "B3"), True),
        (("A", "B"), True),
        (("overall",), True),
    ]


def test_levels_that_no_profile_reaches_and_profiles_without_a_rating(tmp_path: Path) -> None:
    text = rubric_text(2, dimension=BEST_ONLY)
    unreached, uncovered = found(tmp_path, text)
    assert unreached.found == "none of the 15 profiles of A (2 inputs) is rated Low, Fair, High"
    assert (
        uncovered.found
        == "9 profiles of A (2 inputs) without a rating: 2 Low; 1 Fair, 1 Low; 1 High, 1 Low and 6 "
        "more"
    )
    assert unreached.line == line_of(text, "rule: counting")


def test_table_that_is_silent_where_evidence_is_insufficient(tmp_path: Path) -> None:
    rows = (
        "{when: {A: {at_or_above: High}}, rating: Top}, {when: {A: {at_or_below: Fair}}, rating: "
        "Low}"
    )
    table = f"{{rule: table, missing: exclude, rows: [{rows}]}}"
    told = [
        p.found
        for p in found(tmp_path, rubric_text(1, 2, overall=table))
        if "without a rating" in p.found
    ]
    assert told == [
        "4 profiles of overall (2 inputs) without a rating where evidence is insufficient: A "
        "Insufficient evidence, B Low; A Insufficient evidence, B Fair; A Insufficient evidence, B "
        "High and 1 more"
    ]


def test_a_sample_says_so(tmp_path: Path) -> None:
    weights = ", ".join(f"A{n}: {n}" for n in range(1, 13))
    step = f"{{rule: weighted mean, ties: up, missing: exclude, weights: {{{weights}}}}}"
    checked = check(tmp_path, rubric_text(12, dimension=step))
    (drawn,) = [subject for subject in checked.subjects if not subject.tried.is_all]
    assert drawn.how_many == "500,000 of 244,140,625 profiles, drawn with the seed 20"


@given(spaces(most_inputs=3))
def test_agrees_with_trying_every_profile(space: Space) -> None:
    symbols = [range(space.first_symbol, space.first_symbol + size) for size in space.shape]
    ratings = {
        synthesise(space.step, list(inputs_of(space, p)), space.scale).rating
        for p in product(*symbols)
    }
    subject = Subject(LocatedStep(space.step, (), ("n",)), ("n",), "inputs", try_profiles(space))
    assert unreached_levels(subject) == [name for name in space.scale.names if name not in ratings]
