"""The example of three cases in the docstrings of the rooms, each figure as it comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from types import ModuleType

import pytest

from tests import rubrics
from vfi.numbers import exact_percent, percent
from vfi.robustness import chance, other, search
from vfi.robustness.examination import Robustness, robustness
from vfi.robustness.grid import columns_of
from vfi.robustness.other.alternatives import agreement
from vfi.robustness.search.leaves import leaves_of, watching_of
from vfi.robustness.search.scopes import scopes_of
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import Study

GRID: dict[str, dict[str, str | None]] = {
    "X": {"A.1": "Good", "A.2": "Good"},
    "Y": {"A.1": "Fair", "A.2": "Good"},
    "Z": {"A.1": "Poor", "A.2": None},
}


def rubric() -> Rubric:
    step = rubrics.MEAN | {"of": "ratings"}
    hurdle = {
        "id": "low",
        "title": "A.1 is Poor",
        "reason": "Nothing makes up for it.",
        "kind": "soft",
        "node": "overall",
        "cap": "Fair",
        "when": [{"node": "A.1", "at": "Poor"}],
    }
    return rubrics.rubric(
        [rubrics.dimension("A", ["A.1", "A.2"])],
        scale=rubrics.scale_data([("Poor", 0), ("Fair", 1), ("Good", 2)]),
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), step),
        hurdles=[hurdle],
    )


@pytest.fixture(scope="module")
def study() -> Study:
    return rubrics.study(rubric(), GRID)


@pytest.fixture(scope="module")
def scorecard(study: Study) -> Scorecard:
    return score(study)


@pytest.fixture(scope="module")
def answers(scorecard: Scorecard) -> Robustness:
    return robustness(scorecard)


def says(room: ModuleType, words: str) -> bool:
    """Whether the docstring of a room says something, wherever its lines break."""
    return " ".join(words.split()) in " ".join(str(room.__doc__).split())


# --- The table, and search ---


def test_table(scorecard: Scorecard) -> None:
    rated = {node.id: (node.value, node.rating) for node in scorecard.nodes.values()}
    assert rated == {
        "A.1": (1, "Fair"),
        "A.2": (2, "Good"),
        "A": (Fraction(3, 2), "Good"),
        "overall": (2, "Good"),
    }
    for node, (value, rating) in rated.items():
        (row,) = (line for line in str(search.__doc__).splitlines() if f"| {node} " in line)
        assert [cell.strip() for cell in row.split("|")][5:7] == [str(value), rating]
    (outcome,) = scorecard.overall.hurdles
    assert not outcome.triggered


def test_flips_of_the_dimension(answers: Robustness) -> None:
    down, up = answers.flips["A"]
    assert (down.steps.fewest, down.steps.to, down.judgements.fewest) == (2, "Fair", 1)
    assert {(one.case, one.criterion, one.before, one.after) for one in down.steps.witness} == {
        ("Y", "A.1", "Fair", "Poor"),
        ("X", "A.1", "Good", "Fair"),
    }
    (jump,) = down.judgements.witness
    assert (jump.case, jump.criterion, jump.before, jump.after) == ("X", "A.1", "Good", "Poor")
    assert not up.steps.is_possible
    assert says(search, "A comes down to Fair with 2 steps")


def test_leaves_their_count_vectors_and_their_reach(study: Study) -> None:
    assert {node: column.counts for node, column in columns_of(study).items()} == {
        "A.1": (1, 1, 1),
        "A.2": (0, 0, 2),
    }
    costs = {
        node: {result[0]: cost for result, (cost, _) in leaf.reach()["steps"].results.items()}
        for node, leaf in leaves_of(study).items()
    }
    assert costs == {
        "A.1": {"Fair": 0, "Poor": 2, "Good": 2},
        "A.2": {"Good": 0, "Fair": 2, "Poor": 4},
    }
    assert says(search, "A.1 is Fair at no cost, Poor at 2 steps and Good at 2")
    assert says(search, "A.2 is Good at no cost, Fair at 2 steps and Poor at 4")


def test_both_ways_of_two_steps_make_the_dimension_fair() -> None:
    first = GRID | {"X": {"A.1": "Fair", "A.2": "Good"}, "Y": {"A.1": "Poor", "A.2": "Good"}}
    other_way = GRID | {"X": {"A.1": "Good", "A.2": "Fair"}, "Y": {"A.1": "Fair", "A.2": "Fair"}}
    rated = [score(rubrics.study(rubric(), grid)).nodes for grid in (first, other_way)]
    assert [(nodes["A.1"].rating, nodes["A.2"].rating) for nodes in rated] == [
        ("Poor", "Good"),
        ("Fair", "Fair"),
    ]
    assert [nodes["A"].rating for nodes in rated] == ["Fair", "Fair"]


def test_hurdle_is_watched_in_one_pass_and_brings_overall_down_by_the_same_steps(
    study: Study, answers: Robustness
) -> None:
    watching = watching_of(study)
    (scope,) = scopes_of(watching)
    assert (scope.asked, scope.passes) == (study.rubric.node_ids, 1)
    tallies = {
        level: watching.tally("A.1", level, study.rubric.rating_scale("A.1"))[0]
        for level in ("Poor", "Fair", "Good")
    }
    assert tallies == {"Poor": 1, "Fair": 0, "Good": 0}
    assert answers.flips["overall"][0].steps == answers.flips["A"][0].steps


def test_bounds(answers: Robustness) -> None:
    assert {node: bounds.ratings for node, bounds in answers.bounds.items()} == {
        "A.1": ("Fair",),
        "A.2": ("Fair", "Good"),
        "A": ("Fair", "Good"),
        "overall": ("Fair", "Good"),
    }
    for level, rating in (("Poor", "Fair"), ("Fair", "Good"), ("Good", "Good")):
        nodes = score(rubrics.study(rubric(), GRID | {"Z": {"A.1": "Poor", "A.2": level}})).nodes
        assert {nodes[node].rating for node in ("A.2", "A", "overall")} == {rating}


# --- Chance ---


def test_distributions(answers: Robustness) -> None:
    shares = {
        node: {level: round(found.share(level), 10) for level in found.chances}
        for node, found in answers.probabilities.items()
    }
    below, off = Fraction(45, 10_000), Fraction(1, 100)
    assert shares["A.1"] == {"Poor": below, "Fair": 1 - 2 * below, "Good": below}
    assert shares["A.2"] == {"Fair": off, "Good": 1 - off}
    fair = below + (1 - 2 * below) * off
    assert shares["A"] == {"Fair": fair, "Good": 1 - fair}
    assert {found.draws for found in answers.probabilities.values()} == {None}
    assert says(chance, f"10% of 5% of 90%, which is {exact_percent(below)}")
    assert says(chance, f"Fair with {exact_percent(1 - 2 * below)}")
    assert says(chance, f"{exact_percent(below)} + {exact_percent(1 - 2 * below)} of 1%")
    assert says(
        chance, f"which is {exact_percent(fair)}; it stays Good with {percent(1 - fair, 3)}"
    )


def test_cases_drawn_again(answers: Robustness) -> None:
    counts = Counter(rating for _, rating in redrawn())
    assert counts == {"Good": 23, "Fair": 3, "Poor": 1}
    assert {"".join(sorted(draw)) for draw, rating in redrawn() if rating == "Fair"} == {"YZZ"}
    assert {draw for draw, rating in redrawn() if rating == "Poor"} == {("Z", "Z", "Z")}
    assert says(
        chance, "Of the 27 equally likely draws from three cases, 23 leave A at Good; the 3"
    )
    for level, number in counts.items():
        assert level is not None
        assert float(answers.resampled["A"].share(level)) == pytest.approx(number / 27, abs=0.02)


def redrawn() -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Every draw of three cases with replacement, and the rating of A."""
    for draw in product(GRID, repeat=3):
        grid = {f"{place} {case}": GRID[case] for place, case in enumerate(draw)}
        yield draw, score(rubrics.study(rubric(), grid)).nodes["A"].rating


# --- Other ---


def test_what_is_left_out(answers: Robustness) -> None:
    changes = {
        left_out.id: {change.node: change.after for change in left_out.changes}
        for left_out in answers.left_out
        if left_out.what != "dimension"
    }
    assert changes == {
        "X": {},
        "Y": {},
        "Z": {"A.1": "Good"},
        "A.1": {},
        "A.2": {"A": "Fair", "overall": "Fair"},
    }


def test_alternatives(answers: Robustness, scorecard: Scorecard) -> None:
    rules = {alternative.rule: alternative for alternative in answers.alternatives}
    assert rules["mean, ties down"].alone["A"] == "Fair"
    assert (rules["worst"].alone["A"], rules["worst"].throughout["A"]) == ("Fair", "Poor")
    assert rules["pooled judgements, ties up"].alone["A"] == "Fair"
    levels = [level for row in GRID.values() for level in row.values() if level is not None]
    points = sum(("Poor", "Fair", "Good").index(level) for level in levels)
    assert says(other, f"{points} over {len(levels)} judgements make A Fair")
    agreed = agreement(scorecard, answers.alternatives, "A")
    assert says(other, f"Of the {agreed.rules} other rules that suit A, {agreed.agree} give it")


def test_weights_and_ties(answers: Robustness) -> None:
    (weights,) = answers.weights
    assert (weights.node, weights.shares) == ("A", {"Fair": Fraction(1, 2), "Good": Fraction(1, 2)})
    assert says(other, "50% of the weightings make it Good, 50% Fair")
    ties = answers.ties
    assert ties is not None
    assert ties.up_to is not None
    assert (ties.above, ties.up_to.node, ties.up_to.fraction) == (None, "A", Fraction(1, 2))
    assert says(other, "for thresholds from 0 up to and including 1/2")


WORDS = {
    search: (
        *("Flip", "Leaf", "Column", "Count vector", "Reach", "Way", "Memory"),
        *("Watching", "Tally", "Scope"),
    ),
    chance: ("Error model", "Distribution", "Draw", "Resample"),
    other: ("Left out", "Alternative", "Acceptability", "Tie threshold"),
}


@pytest.mark.parametrize("room", WORDS, ids=lambda room: room.__name__)
def test_each_room_explains_its_words(room: ModuleType) -> None:
    for word in WORDS[room]:
        assert f"**{word}**" in str(room.__doc__)
