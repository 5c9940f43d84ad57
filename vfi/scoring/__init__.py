"""Judgements to scorecard, exactly: the ratings, the trace behind each, and its words."""

from vfi.rubric.rules import Input, Margin
from vfi.scoring.comparison import Comparison, compare
from vfi.scoring.explanation import Explanation, JudgementExplanation, explain
from vfi.scoring.models import CaseScore, Node, Scorecard
from vfi.scoring.scorecard import score

__all__ = [
    "CaseScore",
    "Comparison",
    "Explanation",
    "Input",
    "JudgementExplanation",
    "Margin",
    "Node",
    "Scorecard",
    "compare",
    "explain",
    "score",
]
