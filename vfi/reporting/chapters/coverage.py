"""What was judged of all, what stands behind it, and the limitations in the study's own words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

from vfi.numbers import percent
from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.tiers import in_order
from vfi.reporting.views import MISSING, View, node_view

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard

KINDS = ("published", "reconstructed", "proposed")


def coverage_chapter(scorecard: Scorecard, text: Markup | None) -> Chapter:
    """Judged of all for each node, and how many judgements have reasons and evidence."""
    rows = [_row(scorecard.node(name), scorecard) for name in in_order(scorecard.study.rubric)]
    return chapter(
        "coverage",
        "coverage",
        "Coverage and limitations",
        text=text,
        rows=rows,
        facts=_facts(scorecard),
    )


def _row(node: Node, scorecard: Scorecard) -> View:
    is_judged = node.id in scorecard.study.rubric.judged
    excluded = [entry.id for entry in node.excluded] if is_judged else []
    total = node.judged + node.missing
    share = percent(Fraction(node.judged, total)) if total else MISSING["code"]
    return {**node_view(node, scorecard), "excluded": excluded, "share": share}


def _facts(scorecard: Scorecard) -> View:
    study = scorecard.study
    kinds = [
        standard.provenance.kind
        for part in study.rubric.judged.values()
        for standard in part.standards.values()
        if standard.has_provenance
    ]
    return {
        "with_reason": sum(bool(judgement.reason) for judgement in study.judgements),
        "with_evidence": sum(bool(judgement.evidence) for judgement in study.judgements),
        "assessors": sorted(
            {judgement.assessor for judgement in study.judgements if judgement.assessor}
        ),
        "standards": sum(len(part.standards) for part in study.rubric.judged.values()),
        "provenance": [
            {"kind": kind, "count": kinds.count(kind)} for kind in KINDS if kind in kinds
        ],
    }
