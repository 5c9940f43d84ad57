from __future__ import annotations

import pytest

from tests.making import ROOT
from vfi.audit.claims.judging import JUDGES
from vfi.study.claim_kinds import KINDS
from vfi.study.models import ClaimKind

DOCS = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ClaimKind)
def test_every_kind_is_declared_judged_and_described(kind: ClaimKind) -> None:
    assert kind in JUDGES
    (row,) = [line for line in DOCS.splitlines() if line.startswith(f"| `{kind.value}` |")]
    assert all(f"`{column.name}`" in row for column in KINDS[kind].columns if column.required)
