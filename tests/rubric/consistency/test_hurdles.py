"""Hurdles that name what is not there, or wait for each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after, with_hurdle

CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "node of a hurdle": (with_hurdle("X", {"node": "A", "at": "Poor"}), 'hurdles[0].node: "X"'),
    "node that a hurdle looks at": (
        with_hurdle("overall", {"node": "X", "at": "Poor"}),
        'hurdles[0].when[0].node: "X"',
    ),
    "level that a hurdle looks for": (
        with_hurdle("overall", {"node": "A", "at": "Bad"}),
        'hurdles[0].when[0].at: "Bad"',
    ),
    "cap of a hurdle": (
        with_hurdle("overall", {"node": "A", "at": "Poor"}, kind="soft", cap="Bad"),
        'hurdles[0].cap: "Bad"',
    ),
    "failure of a hurdle": (
        with_hurdle("overall", {"failure": "x"}),
        'hurdles[0].when[0].failure: "x"',
    ),
    "hurdles in a circle": (
        lambda data: (
            with_hurdle("A", {"node": "B", "at": "Poor"})(data),
            with_hurdle("B", {"node": "A", "at": "Poor"}, id="other")(data),
        ),
        "hurdles[0]: hurdles that wait for each other: ",
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))
