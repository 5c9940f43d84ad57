from __future__ import annotations

from pathlib import Path

from tests.making import Files, make_study, rubric_of, study_of
from vfi.reporting.sources import sources
from vfi.study.loading import load_study


def test_every_text_of_a_study_and_its_rubric_is_there_by_its_name(tmp_path: Path) -> None:
    files: Files = {"cases.csv": "\ufeffid,name\nN,North\nS,South\n", "x.png": b"\x89PNG"}
    folder = make_study(tmp_path, files)
    texts = {Path(name).name: text for name, text in sources(load_study(folder)).items()}
    assert set(texts) == {
        "study.yaml",
        "cases.csv",
        "judgements.csv",
        "evidence.csv",
        "published.csv",
        "summary.md",
        "rubric.yaml",
    }
    assert texts["cases.csv"].startswith("id,name")
    assert texts["summary.md"] == "Two branches were visited.\n"


def test_a_study_made_in_code_has_none() -> None:
    assert sources(study_of(rubric_of([1]), {"a": {"D1.1": "L1"}})) == {}
