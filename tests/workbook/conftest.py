from __future__ import annotations

from typing import Any

import pytest
from openpyxl import load_workbook

from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.workbook.book import write_workbook


@pytest.fixture(scope="session")
def duty() -> Scorecard:
    """The scorecard of the shipped study."""
    return score(load_study("domestic-abuse-duty-2025"))


@pytest.fixture(scope="session")
def book(duty: Scorecard, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Its workbook, as it was written."""
    return load_workbook(write_workbook(duty, tmp_path_factory.mktemp("book") / "duty.xlsx"))
