"""Judgements to scorecard, exactly: the ratings, the trace behind each, and its words."""

from vfi.scoring.comparison import Comparison, compare
from vfi.scoring.explanation import Explanation, JudgementExplanation, explain
from vfi.scoring.models import CaseScore, Node, Proposal, Scorecard
from vfi.scoring.perspectives import PerspectiveScore, score_perspectives
from vfi.scoring.scorecard import rate_together, score
from vfi.scoring.unrounded import of_scores
from vfi.synthesis import Input, Margin

__all__ = [
    "CaseScore",
    "Comparison",
    "Explanation",
    "Input",
    "JudgementExplanation",
    "Margin",
    "Node",
    "PerspectiveScore",
    "Proposal",
    "Scorecard",
    "compare",
    "explain",
    "of_scores",
    "rate_together",
    "score",
    "score_perspectives",
]
