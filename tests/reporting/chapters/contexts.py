"""What the templates are given for a small study, and one of its chapters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.making import FILES, make_study
from vfi.reporting.answers import answers_of
from vfi.reporting.context import report_context
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def context_of(place: Path, published: str | None = FILES["published.csv"]) -> dict[str, Any]:
    return report_context(
        answers_of(score(load_study(make_study(place, {"published.csv": published}))))
    )


def chapter(context: dict[str, Any], kind: str) -> dict[str, Any]:
    (found,) = (chapter for chapter in context["chapters"] if chapter["kind"] == kind)
    return dict(found)
