from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.making import make_study
from vfi import explain, load_study, score
from vfi.scoring.explanation_document import explanation_document, explanation_rows


def test_explanation_as_data(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    node: Any = explanation_document(explain(scorecard, "A.2"))
    assert (node["sum"], node["counted"], node["excluded"]) == ("1", 1, ["S"])
    assert node["inputs"] == [
        {"id": "N", "level": "Middle", "value": "1"},
        {"id": "S", "level": None, "value": None},
    ]
    judgement: Any = explanation_document(explain(scorecard, "A.1", "N"))
    assert (judgement["level"], judgement["standard"]) == ("High", "Open in the evening")
    assert judgement["evidence"] == [{"id": "visit", "title": "Notes of the visit"}]
    assert Fraction(node["value"]) == 1


def test_an_explanation_has_a_row_an_input_and_a_judgement_one(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    header, first, second = explanation_rows(explain(scorecard, "A.2"))
    assert dict(zip(header, first, strict=True)) | {"counted": "yes"} == {
        "node": "A.2",
        "input": "N",
        "level": "Middle",
        "decimal": "1.000000",
        "numerator": "1",
        "denominator": "1",
        "counted": "yes",
    }
    assert (second[1], second[-1]) == ("S", "no")
    header, row = explanation_rows(explain(scorecard, "A.1", "N"))
    assert header == ("case", "criterion", "level", "reason", "evidence")
    assert row == ("N", "A.1", "High", "Open until nine", "visit")
