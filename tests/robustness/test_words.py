from vfi.robustness.grid import Change
from vfi.robustness.other.leave_out import Difference
from vfi.robustness.search.bounds import Bounds
from vfi.robustness.search.flips import Distance, Flip
from vfi.robustness.words import bounds_in_words, changes_in_words, each_without, flip_in_words
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

SCORECARD = score(load_study("domestic-abuse-duty-2025"))
NODE, OVERALL = SCORECARD.node("E1.2"), SCORECARD.overall
CHANGES = (Change("K", "E1.2", "Excellent", "Good"), Change("L", "E1.2", "Excellent", "Good"))
IMPOSSIBLE = Distance(None, True, None, ())


def test_a_flip_in_words() -> None:
    two = Distance(2, True, "Adequate", CHANGES)
    assert (
        flip_in_words(NODE, Flip("down", two, two))
        == "E1.2 becomes Adequate with 2 steps (one level on 2 of 19 judgements), such as E1.2 of "
        "K, L from Excellent to Good."
    )


def test_what_cannot_be_and_what_is_only_bounded() -> None:
    assert (
        flip_in_words(NODE, Flip("up", IMPOSSIBLE, IMPOSSIBLE))
        == "E1.2 cannot become higher by any change of judgements."
    )
    bound = Distance(257, False, None, ())
    assert (
        flip_in_words(NODE, Flip("up", bound, bound))
        == "E1.2 becomes higher with at least 257 steps."
    )


def test_things_left_out_one_at_a_time_are_never_told_as_if_both_were() -> None:
    assert each_without(["E1"]) == "E1"
    assert each_without(["E1", "E2"]) == "E1, or without E2"
    assert each_without(["E1", "E2", "E3"], 2) == "any single one of E1, E2 and 1 more"


def test_what_the_missing_evidence_leaves_open_in_words() -> None:
    assert (
        bounds_in_words(NODE, Bounds(("Good",), False, True))
        == "E1.2 rests on judgements that all have a level."
    )
    assert (
        bounds_in_words(OVERALL, Bounds(("Good",), False, True))
        == "The overall rating would be Good whatever the missing evidence showed."
    )
    assert (
        bounds_in_words(OVERALL, Bounds(("Adequate", "Good"), True, True))
        == "The overall rating would be Adequate, Good or no rating, depending on what the missing "
        "evidence showed."
    )
    assert (
        bounds_in_words(OVERALL, Bounds(("Good",), False, False))
        == "The overall rating could be Good, and perhaps something else."
    )


def test_changes_are_told_by_what_they_lead_to() -> None:
    changes = [
        Difference("A", "Good", "Poor"),
        Difference("B", "Good", "Poor"),
        Difference("C", "Poor", "Good"),
    ]
    assert changes_in_words(changes) == "A, B become Poor (now Good); C becomes Good (now Poor)"
