"""Ids, scales, standards and sources that do not fit together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after, with_criterion

CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "scale of a criterion": (
        with_criterion(scale="three"),
        'dimensions[0].criteria[0].scale: "three"',
    ),
    "a standard without a provenance": (
        lambda data: data.pop("provenance"),
        "standards.Poor: a standard without a provenance",
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))
