"""What a study is: a rubric applied to cases, read from a folder of plain text."""

from vfi.study.loading import check_study, load_study
from vfi.study.models import (
    Case,
    Claim,
    ClaimKind,
    Determination,
    Evidence,
    Failure,
    Judgement,
    PublishedRating,
    Reading,
    Relation,
    Study,
    StudyFile,
)

__all__ = [
    "Case",
    "Claim",
    "ClaimKind",
    "Determination",
    "Evidence",
    "Failure",
    "Judgement",
    "PublishedRating",
    "Reading",
    "Relation",
    "Study",
    "StudyFile",
    "check_study",
    "load_study",
]
