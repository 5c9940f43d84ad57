"""What a rubric implies that its author may not have meant: a module for each question asked of it."""

from vfi.rubric.linting.check import Checked, check_rubric
from vfi.rubric.linting.locks import JudgedOn
from vfi.rubric.linting.scores import OfScores
from vfi.rubric.linting.subjects import Subject
from vfi.rubric.linting.weights import Pull, pulls

__all__ = ["Checked", "JudgedOn", "OfScores", "Pull", "Subject", "check_rubric", "pulls"]
