from __future__ import annotations

import pytest

from tests.making import ROOT
from vfi.audit.claims.judging import JUDGES
from vfi.study import ClaimKind
from vfi.study.claim_kinds import KINDS, OWN_COLUMNS

DOCS = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ClaimKind)
def test_every_kind_is_declared_judged_and_described(kind: ClaimKind) -> None:
    declared = KINDS[kind]
    assert kind in JUDGES
    assert {*declared.needs, *declared.may_have} <= {*OWN_COLUMNS}
    (row,) = [line for line in DOCS.splitlines() if line.startswith(f"| `{kind.value}` |")]
    assert all(f"`{column}`" in row for column in declared.needs)
