from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.inspection.checks.making import rubric_text

Run = Callable[..., Any]
SHIPPED = "domestic-abuse-duty-vfi"
STUDY = "domestic-abuse-duty-2025"


def write(place: Path, text: str) -> Path:
    folder = place / "library"
    folder.mkdir(parents=True)
    (folder / "rubric.yaml").write_text(text)
    return folder


def test_table_of_a_dimension(vfi: Run) -> None:
    ran = vfi("rubric", "table", SHIPPED, "E4")
    assert ran.code == 0
    assert "10 profiles of 2 inputs, all there are" in ran.out
    assert "  2 Excellent\n" in ran.out


def test_table_as_data(vfi: Run) -> None:
    document = json.loads(vfi("rubric", "table", SHIPPED, "E4", "--format", "json").out)
    assert {"levels": ["Poor", "Excellent"], "rating": "Good"} in document["profiles"]
    rows = list(
        csv.reader(io.StringIO(vfi("rubric", "table", SHIPPED, "E4", "--format", "csv").out))
    )
    assert len(rows) == 11
    assert rows[0] == ["E4.1", "E4.2", "rating"]


def test_table_of_many_profiles_is_summed_up(vfi: Run) -> None:
    ran = vfi("rubric", "table", SHIPPED, "E1.1", "--cases", "19")
    assert "1,540 profiles of 19 inputs, all there are" in ran.out
    assert "Excellent or better takes at least one of" in ran.out


def test_table_shows_the_pull_of_weights(vfi: Run, tmp_path: Path) -> None:
    step = "{rule: weighted mean, ties: up, missing: exclude, weights: {A: 10, B: 10, C: 1}}"
    ran = vfi("rubric", "table", write(tmp_path, rubric_text(1, 3, overall=step)), "overall")
    assert "4.8%" in ran.out
    assert "15.4%" in ran.out
    assert "Moves that count" in ran.out


SCORES = "{rule: mean, of: scores, ties: up, missing: exclude}"


def test_table_of_scores_as_data(vfi: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, rubric_text(2, 1, dimension=SCORES))
    document = json.loads(vfi("rubric", "table", folder, "A", "--format", "json").out)
    assert (document["total"], document["decided"], document["takes"]) == (
        10,
        6,
        "unrounded scores",
    )
    assert {
        "levels": ["Low", "Fair"],
        "rating": None,
        "can_be": ["Low", "Fair"],
        "is_exact": True,
        "scores": {"from": "5/4", "from_included": True, "to": "2", "to_included": False},
    } in document["profiles"]
    rows = list(csv.reader(io.StringIO(vfi("rubric", "table", folder, "A", "--format", "csv").out)))
    assert rows[0] == ["A1", "A2", "rating", "can_be", "score_from", "score_to", "is_exact"]
    assert ["Low", "Fair", "", "Low; Fair", "'5/4", "under 2", "yes"] in rows


def test_unknown_node(vfi: Run) -> None:
    assert vfi("rubric", "table", SHIPPED, "E9").code == 2
