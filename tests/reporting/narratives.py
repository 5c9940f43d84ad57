"""Sections of a narrative as they come out, or what is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import make_study
from vfi.problems import InvalidInput
from vfi.reporting.answers import citable_of
from vfi.reporting.narrative import narrative_html
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def html_of(place: Path, text: str, files: dict[str, bytes] | None = None) -> str:
    study = make_study(place, {"narrative/summary.md": text, **(files or {})})
    return str(narrative_html(citable_of(score(load_study(study))))["summary"].text)


def problems_of(place: Path, text: str, files: dict[str, bytes] | None = None) -> list[str]:
    with pytest.raises(InvalidInput) as refused:
        html_of(place, text, files)
    return [str(problem) for problem in refused.value.problems]
