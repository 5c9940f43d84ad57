"""The documents, the evidence, and the files that the report was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.version import __version__

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard


def sources_chapter(scorecard: Scorecard) -> Chapter:
    """Sources of the rubric, evidence of the study, and the digests of all files."""
    study, rubric = scorecard.study, scorecard.study.rubric
    evidence = [
        {"id": source.id, "title": source.title, "kind": source.kind, "location": source.location}
        for source in study.evidence
    ]
    files = [{"name": name, "sha256": digest} for name, digest in sorted(study.digests.items())]
    files.append({"name": f"rubrics/{rubric.id}/rubric.yaml", "sha256": rubric.sha256})
    return chapter(
        "sources",
        "sources",
        "Sources",
        appendix=True,
        documents=[source.model_dump() for source in rubric.sources],
        evidence=evidence,
        files=files,
        version=__version__,
    )
