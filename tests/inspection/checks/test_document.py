from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import check, rubric_text
from vfi.inspection.checks.document import check_document
from vfi.problems import Problems

SCORES = "{rule: mean, of: scores, ties: up, missing: exclude}"


def test_what_was_tried_stands_beside_the_problems_of_each_rubric(tmp_path: Path) -> None:
    for name in ("plain", "scores"):
        (tmp_path / name).mkdir()
    plain = check(tmp_path / "plain", rubric_text(2, 3))
    scores = check(tmp_path / "scores", rubric_text(2, 3, overall=SCORES))
    document = check_document([("plain", plain), ("scores", scores)], Problems())
    assert (document["schema"], document["problems"]) == ("vfi.problems/1", [])
    tried = [entry for entry in document["tried"] if "overall" in entry["nodes"]]
    assert [(entry["rubric"], entry["inputs"], entry["seed"]) for entry in tried] == [
        ("plain", 3, None)
    ]
    (entry,) = document["scores"]
    assert (entry["rubric"], entry["node"], entry["perspective"]) == ("scores", "overall", None)
    assert 0 < entry["decided"] < entry["tried"] == entry["profiles"]
