from __future__ import annotations

from pathlib import Path

from tests.making import FILES
from tests.reporting.chapters.contexts import chapter, context_of


def test_sources_name_each_file_with_its_digest(tmp_path: Path) -> None:
    files = chapter(context_of(tmp_path), "sources")["files"]
    assert [file["name"] for file in files] == [*sorted(FILES), "rubrics/library/rubric.yaml"]
    assert all(len(file["sha256"]) == 64 for file in files)
