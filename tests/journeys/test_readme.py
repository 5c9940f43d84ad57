"""Every key and column that a person may write is described."""

from __future__ import annotations

import re

import pytest

from tests.making import ROOT
from vfi.study.claims import CLAIMS
from vfi.study.models import Determination, StudyFile


def section(text: str, title: str) -> str:
    return text.split(f"## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("model", [StudyFile, Determination])
def test_every_key_of_a_study_is_described(model: type[StudyFile | Determination]) -> None:
    described = section((ROOT / "docs" / "studies.md").read_text(encoding="utf-8"), "study.yaml")
    keys = [field.alias or name for name, field in model.model_fields.items()]
    assert [key for key in keys if not re.search(rf"`{key}`|\b{key}:", described)] == []


def test_every_column_of_claims_is_described() -> None:
    described = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    assert [name for name in CLAIMS.names if f"`{name}`" not in described] == []
