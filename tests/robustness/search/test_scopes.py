"""Which part of a rubric has to be gone through for which nodes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.robustness.brute_force import assert_flips_are_fewest
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.search.flips import find_flips
from vfi.robustness.search.scopes import scopes_of
from vfi.robustness.search.watching import Watching
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score


def with_hurdles(*hurdles: tuple[str, str, str]) -> Rubric:
    """Dimensions A, B and C with hurdles: the node, the node that is looked at, and its level."""
    return rubric(
        [dimension("A", ["A1", "A2"]), dimension("B", ["B1"]), dimension("C")],
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), MEAN),
        hurdles=[
            {
                "id": f"h{place}",
                "title": "h",
                "reason": "r",
                "kind": "soft",
                "cap": "Adequate",
                "node": node,
                "when": [{"node": seen, "at_or_below": level}],
            }
            for place, (node, seen, level) in enumerate(hurdles)
        ],
    )


def asked_of(*hurdles: tuple[str, str, str]) -> list[tuple[tuple[str, ...], tuple[str, ...], int]]:
    """For each scope the nodes that are known from it, those gone through, and how often."""
    scopes = scopes_of(Watching(with_hurdles(*hurdles), {}))
    return [(scope.asked, scope.nodes, scope.passes) for scope in scopes]


EVERY = ("A1", "A2", "A", "B1", "B", "C", "overall")


def test_without_a_look_aside_one_pass_tells_of_every_node() -> None:
    assert asked_of() == [(EVERY, EVERY, 1)]
    assert asked_of(("A", "A1", "Poor"), ("overall", "B1", "Poor")) == [(EVERY, EVERY, 1)]


def test_what_rests_on_a_look_aside_is_gone_through_by_itself_each_way_in_turn() -> None:
    """A looks at C, so that A and the whole each need what they rest on, supposing one hurdle."""
    plain = ("A1", "A2", "B1", "B", "C")
    assert asked_of(("A", "C", "Poor")) == [
        (plain, plain, 1),
        (("A",), ("A1", "A2", "A", "C"), 2),
        (("overall",), EVERY, 2),
    ]


def test_what_is_looked_at_brings_what_it_rests_on_itself() -> None:
    """A looks at B, which rests on B1 and looks at C."""
    assert asked_of(("A", "B", "Poor"), ("B", "C", "Poor")) == [
        (("A1", "A2", "B1", "C"), ("A1", "A2", "B1", "C"), 1),
        (("A",), ("A1", "A2", "A", "B1", "B", "C"), 4),
        (("B",), ("B1", "B", "C"), 2),
        (("overall",), EVERY, 4),
    ]


GRID = {"A1": "Good", "A2": "Adequate", "B1": "Good", "C": "Good"}


@pytest.mark.parametrize(
    "hurdles",
    [
        [("A", "C", "Good")],
        [("A1", "B", "Adequate"), ("C", "A2", "Poor")],
        [("A", "B", "Adequate"), ("B", "C", "Adequate"), ("overall", "A1", "Poor")],
        [("A", "C", "Poor"), ("A", "C", "Adequate"), ("B", "C", "Good")],
    ],
)
@pytest.mark.parametrize("changed", [{}, {"C": "Poor"}, {"B1": None}])
def test_supposing_finds_what_every_set_of_changes_does(
    hurdles: list[tuple[str, str, str]], changed: dict[str, Any]
) -> None:
    assert_flips_are_fewest(study(with_hurdles(*hurdles), {"K": GRID | changed}))


@pytest.mark.parametrize(("looks", "exact"), [(6, True), (7, False)])
def test_no_more_than_six_looks_aside_are_supposed_at_once(looks: int, exact: bool) -> None:
    hurdles = [("A", "C", "Poor")] * looks
    (_, a, _) = asked_of(*hurdles)
    assert a[2] == 64
    card = score(study(with_hurdles(*hurdles), {"K": GRID}))
    down, _ = find_flips(card, ("A",))["A"]
    assert (down.steps.exact, down.steps.to) == ((True, "Adequate") if exact else (False, None))
    assert down.steps.fewest == 1
