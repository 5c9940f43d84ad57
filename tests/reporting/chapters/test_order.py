from __future__ import annotations

from pathlib import Path

from tests.making import FILES, changed, make_study
from vfi.reporting.context import report_context
from vfi.scoring import score
from vfi.study import load_study


def test_narrative_of_ones_own_becomes_a_chapter_before_or_after_the_dimensions(tmp_path: Path) -> None:
    names = ["summary", "who-was-asked", "B", "next_steps"]
    files = {f"narrative/{name}.md": f"Words on {name}.\n" for name in names}
    about = changed(FILES["study.yaml"], "narrative: [summary]", f"narrative: [{', '.join(names)}]")
    scorecard = score(load_study(make_study(tmp_path, {"study.yaml": about, **files})))
    chapters = report_context(scorecard)["chapters"]
    titles = [c["title"] for c in chapters if not c["appendix"]]
    assert titles[2:6] == ["Who was asked", "A Access", "B Books", "Next steps"]
    texts = {c["title"]: c["text"] for c in chapters}
    assert texts["B Books"] == "<p>Words on B.</p>\n"
    assert texts["A Access"] is None
