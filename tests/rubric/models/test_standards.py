from __future__ import annotations

from pathlib import Path

import pytest

from tests import rubrics
from tests.making import RUBRIC, changed, make_rubric
from vfi import InvalidInput, load_rubric
from vfi.rubric.models.standards import Standard


def test_published_standard_must_quote(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, changed(RUBRIC, ", quotation: level", "")))
    assert [(p.line, p.found) for p in error.value.problems] == [
        (31, "a published standard without a quotation")
    ]


def test_a_standard_takes_the_provenance_of_the_rubric_where_it_has_none() -> None:
    own = {"kind": "reconstructed", "source": "here", "passage": "page 9"}
    a1 = rubrics.criterion("A1", standards={"Good": {"text": "so", "provenance": own}})
    (criterion,) = rubrics.rubric([rubrics.dimension("A", [a1])]).criteria
    assert criterion.standards["Good"].provenance.kind == "reconstructed"
    assert criterion.standards["Poor"].provenance.kind == "proposed"
    assert criterion.standards["Poor"].has_provenance
    assert not Standard(text="so").has_provenance
