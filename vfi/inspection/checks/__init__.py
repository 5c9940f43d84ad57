"""What a rubric implies that its author may not have meant: a module for each question asked of
it.
"""

from vfi.inspection.checks.check import Checked, check_rubric
from vfi.inspection.checks.locks import JudgedOn
from vfi.inspection.checks.scores import OfScores
from vfi.inspection.checks.subjects import Subject
from vfi.inspection.checks.weights import Pull, pulls

__all__ = ["Checked", "JudgedOn", "OfScores", "Pull", "Subject", "check_rubric", "pulls"]
