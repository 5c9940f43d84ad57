from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
from hypothesis import given, settings

from tests.generated import steps
from tests.rubrics import scale
from tests.rubrics import step as made_step
from vfi.robustness.search.signatures import signatures
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

TOTAL = 3
VECTORS = np.array(
    [counts for counts in product(range(TOTAL + 1), repeat=4) if sum(counts) == TOTAL]
)


@settings(max_examples=60, deadline=None)
@given(steps([]))
def test_count_vectors_with_the_same_signature_get_the_same_rating(step: dict[str, Any]) -> None:
    made = made_step(**step)
    known: dict[int, str | None] = {}
    for signature, counts in zip(
        signatures(made, scale(), scale(), VECTORS).tolist(), VECTORS.tolist(), strict=True
    ):
        levels = [
            level for level, count in zip(scale().levels, counts, strict=True) for _ in range(count)
        ]
        inputs = [Input(str(place), level.name, level.value) for place, level in enumerate(levels)]
        assert known.setdefault(signature, synthesise(made, inputs, scale()).rating) == (
            synthesise(made, inputs, scale()).rating
        )


def test_sums_that_no_machine_word_holds_are_whole_numbers_all_the_same() -> None:
    huge = scale([("Poor", 0), ("Good", 2**61), ("Excellent", 2**62)])
    found = signatures(
        made_step(rule="mean", ties="up"), huge, huge, np.array([[0, 0, 3], [0, 3, 0], [3, 0, 0]])
    )
    assert found.tolist() == [3 * 2**62, 3 * 2**61, 0]
