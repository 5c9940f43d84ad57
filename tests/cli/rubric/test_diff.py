from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.making import ROOT

Run = Callable[..., Any]
SHIPPED = "domestic-abuse-duty-vfi"
STUDY = "domestic-abuse-duty-2025"


def test_diff_with_the_ratings_of_a_study(vfi: Run, tmp_path: Path) -> None:
    text = (ROOT / "rubrics" / SHIPPED / "rubric.yaml").read_text()
    folder = tmp_path / SHIPPED
    folder.mkdir()
    (folder / "rubric.yaml").write_text(
        text.replace("overall: {rule: mean, of: ratings", "overall: {rule: mean, of: scores")
    )
    ran = vfi("rubric", "diff", SHIPPED, folder, "--study", STUDY)
    assert ran.code == 0
    assert "changed overall step, rule" in ran.out
    assert "all   overall  Overall  Good    Adequate" in ran.out
    document = json.loads(
        vfi("rubric", "diff", SHIPPED, folder, "--study", STUDY, "--format", "json").out
    )
    assert document["ratings"]["changes"][0]["after"] == "Adequate"
    rows = vfi("rubric", "diff", SHIPPED, folder, "--study", STUDY, "--format", "csv").out
    assert "rating,overall,,Good,Adequate" in rows
