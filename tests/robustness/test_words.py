from vfi.robustness.flips import Distance, Flip
from vfi.robustness.grid import Change
from vfi.robustness.words import flip_in_words, fragility, nearest_flip
from vfi.scoring import score
from vfi.study import load_study

NODE = score(load_study("domestic-abuse-duty-2025")).node("E1.2")
CHANGES = (Change("K", "E1.2", "Excellent", "Good"), Change("L", "E1.2", "Excellent", "Good"))
IMPOSSIBLE = Distance(None, True, None, ())


def test_a_flip_in_words():
    two = Distance(2, True, "Adequate", CHANGES)
    assert flip_in_words(NODE, Flip("down", two, two)) == (
        "E1.2 becomes Adequate with 2 steps (one level on 2 of 19 judgements), such as E1.2 of K, L from Excellent "
        "to Good."
    )


def test_what_cannot_be_and_what_is_only_bounded():
    assert flip_in_words(NODE, Flip("up", IMPOSSIBLE, IMPOSSIBLE)) == (
        "E1.2 cannot become higher by any change of judgements."
    )
    bound = Distance(257, False, None, ())
    assert flip_in_words(NODE, Flip("up", bound, bound)) == "E1.2 becomes higher with at least 257 steps."


def test_the_nearest_flip_takes_the_fewest_steps():
    far, near = Distance(9, True, "Poor", ()), Distance(2, True, "Good", ())
    flips = (Flip("down", far, far), Flip("up", near, near))
    assert nearest_flip(flips) is flips[1]
    assert fragility(flips) == (2, 2)
    assert nearest_flip((Flip("down", IMPOSSIBLE, IMPOSSIBLE),)) is None
