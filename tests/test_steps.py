from __future__ import annotations

from vfi.steps import tell_step, told_to

Told = list[tuple[str, int, int]]


def test_steps_are_told_to_who_listens_and_to_nobody_afterwards() -> None:
    told: Told = []
    tell_step("before")
    with told_to(lambda *step: told.append(step)):
        tell_step("making", 1, 2)
        tell_step("looking")
    tell_step("after")
    assert told == [("making", 1, 2), ("looking", 0, 1)]


def test_of_two_listeners_the_inner_one_is_told() -> None:
    outer: Told = []
    inner: Told = []
    with told_to(lambda *step: outer.append(step)):
        with told_to(lambda *step: inner.append(step)):
            tell_step("inside")
        tell_step("outside")
    assert [[step for step, _, _ in told] for told in (inner, outer)] == [["inside"], ["outside"]]
