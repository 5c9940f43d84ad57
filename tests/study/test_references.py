from __future__ import annotations

import pytest

from tests.making import SHIPPED_RUBRICS
from vfi.inputs.tables.files import ReadTable
from vfi.rubric.loading import load_rubric
from vfi.study.references import references
from vfi.study.tables import TABLES

NAMED = frozenset(name for table in TABLES for name in table.references)


@pytest.mark.parametrize("name", SHIPPED_RUBRICS)
def test_what_declarations_refer_to_is_there(name: str) -> None:
    """A reference by another name would be held against nothing."""
    known = references(load_rubric(name), ReadTable(), ReadTable())
    assert set(known) == NAMED
    assert all(known[name] is not None for name in NAMED)


def test_what_cannot_be_used_is_not_known() -> None:
    known = references(None, ReadTable(is_whole=False), ReadTable())
    assert known == {"cases": None, "evidence": {}}


def test_levels_are_those_of_what_is_judged_or_else_of_everything() -> None:
    rubric = load_rubric(SHIPPED_RUBRICS[0])
    known = references(rubric, ReadTable(), ReadTable())
    levels, criterion = known["levels of judgements"], next(iter(rubric.judged))
    assert callable(levels)
    of_criterion, of_any = levels(criterion), levels("no such criterion")
    assert of_criterion == (*rubric.judgement_scale(criterion).names, "Insufficient evidence")
    assert set(of_criterion or ()) <= set(of_any or ())
