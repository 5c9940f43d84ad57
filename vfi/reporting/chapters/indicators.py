"""Measured quantities: what was measured, which level that proposes, and what was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.numbers import decimal, fixed
from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import View, origin_view, rated
from vfi.scoring.landmarks import SCORE_PLACES, landmarks_of_reading

if TYPE_CHECKING:
    from vfi.rubric.models.indicators import Indicator
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Proposal, Scorecard


def indicators_chapter(scorecard: Scorecard) -> Chapter | None:
    """A table for each indicator that has readings; None where there is none."""
    rubric = scorecard.study.rubric
    tables = []
    for name, part in rubric.judged.items():
        proposals = [
            proposal for proposal in scorecard.proposals if proposal.reading.criterion == name
        ]
        if part.indicator is not None and proposals:
            scale = rubric.judgement_scale(name)
            bands = [
                {**rated(band.rating, scale), "words": band.in_words}
                for band in reversed(part.indicator.levels)
            ]
            rows = [_row(proposal, part.indicator, scorecard) for proposal in proposals]
            tables.append(
                {
                    "id": name,
                    "label": part.label,
                    **_named(part.indicator, rubric),
                    "bands": bands,
                    "rows": rows,
                }
            )
    if not tables:
        return None
    several = len(rubric.sources) > 1
    return chapter(
        "indicators", "indicators", "Measured quantities", tables=tables, several_sources=several
    )


def _named(indicator: Indicator, rubric: Rubric) -> View:
    return {
        "title": indicator.title,
        "unit": indicator.unit,
        "measure": indicator.measure,
        "better": indicator.better,
        "origin": None
        if indicator.provenance is None
        else origin_view(indicator.provenance, rubric),
    }


def _row(proposal: Proposal, indicator: Indicator, scorecard: Scorecard) -> View:
    reading = proposal.reading
    scale = scorecard.study.rubric.judgement_scale(reading.criterion)
    parts = ""
    if reading.numerator is not None and reading.denominator is not None:
        parts = f"{decimal(reading.numerator)} / {decimal(reading.denominator)}"
    value = fixed(reading.value, SCORE_PLACES, landmarks_of_reading(indicator))
    return {
        "case": reading.case,
        "name": scorecard.case(reading.case).name,
        "parts": parts,
        "value": _with_unit(value, indicator.unit),
        "proposed": rated(proposal.proposed, scale)
        if proposal.proposed
        else {"text": "none", "class": "missing"},
        "judged": rated(proposal.judged, scale),
        "departs": proposal.departs,
        "reason": proposal.reason,
        "source": reading.source or "",
    }


def _with_unit(number: str, unit: str) -> str:
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}".strip()
