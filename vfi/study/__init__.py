"""What a study is: a rubric applied to cases, read from a folder of plain text."""

from vfi.study.loading import check_study, load_study
from vfi.study.models import (
    Case,
    Determination,
    Evidence,
    Failure,
    Judgement,
    PublishedRating,
    Reading,
    Study,
    StudyFile,
)

__all__ = [
    "Case",
    "Determination",
    "Evidence",
    "Failure",
    "Judgement",
    "PublishedRating",
    "Reading",
    "Study",
    "StudyFile",
    "check_study",
    "load_study",
]
