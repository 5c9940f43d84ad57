from __future__ import annotations

import json
from pathlib import Path

from tests.making import make_study
from tests.running import run_vfi
from vfi.reporting.data import scorecard_json
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def test_the_data_of_a_report_are_what_the_command_writes(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    data = scorecard_json(score(load_study(folder)))
    assert data.decode() == run_vfi("score", folder, "--format", "json").stdout
    assert json.loads(data)["overall"]["rating"] == "High"
