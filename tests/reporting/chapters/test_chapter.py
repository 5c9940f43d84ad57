from __future__ import annotations

from pathlib import Path

from tests.reporting.chapters.contexts import context_of


def test_chapters_are_numbered_and_appendices_lettered(tmp_path: Path) -> None:
    chapters = context_of(tmp_path)["chapters"]
    assert [(c["label"], c["title"]) for c in chapters] == [
        ("1", "Summary"),
        ("2", "How the ratings were made"),
        ("3", "A Access"),
        ("4", "B Books"),
        ("5", "The whole grid"),
        ("6", "Coverage and limitations"),
        ("Appendix A", "Criteria and standards"),
        ("Appendix B", "How each rating follows"),
        ("Appendix C", "How firm are these ratings?"),
        ("Appendix D", "Published and computed ratings"),
        ("Appendix E", "Sources"),
    ]
    assert len({c["anchor"] for c in chapters}) == len(chapters)
