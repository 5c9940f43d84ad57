from __future__ import annotations

from pathlib import Path

import pytest

import vfi
from tests.api.asking import as_printed, printed
from tests.making import FULL_FILES, FULL_RUBRIC, SHIPPED_STUDY, make_study
from tests.running import run_vfi
from vfi.audit.claims.document import claims_document
from vfi.audit.document import audit_document
from vfi.audit.figures.document import figures_document
from vfi.audit.rules_document import rules_document

FIGURES = "row,printed,of\nAll,58,\nSaid yes,99%,All\n"


@pytest.mark.parametrize("perspective", [None, "office"])
def test_of_every_rating(perspective: str | None, tmp_path: Path) -> None:
    study = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    options = () if perspective is None else ("--perspective", perspective)
    answer = audit_document(vfi.audit_study(study, perspective))
    assert as_printed(answer) == printed("audit", study, *options)


@pytest.mark.parametrize("perspective", [None, "office"])
def test_of_every_rating_as_sql(perspective: str | None, tmp_path: Path) -> None:
    study = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    options = () if perspective is None else ("--perspective", perspective)
    ran = run_vfi("audit", study, "--sql", "--dialect", "postgres", *options)
    assert vfi.audit_sql(study, "postgres", perspective) == ran.stdout


def test_of_the_rules() -> None:
    answer = rules_document(vfi.audit_rules(SHIPPED_STUDY))
    assert as_printed(answer) == printed("audit", "rules", SHIPPED_STUDY)


def test_of_claims() -> None:
    answer = claims_document(vfi.audit_claims(SHIPPED_STUDY))
    assert as_printed(answer) == printed("audit", "claims", SHIPPED_STUDY)


def test_of_figures(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(FIGURES, encoding="utf-8")
    answer = figures_document(vfi.audit_figures(table, "half-up"))
    asked = printed("audit", "figures", table, "--rounding", "half-up")
    assert as_printed(answer) == asked
