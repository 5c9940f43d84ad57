"""What a rubric is: the scale, the dimensions and criteria with their standards, and how levels
combine.
"""

from vfi.rubric.loading import load_rubric, read_rubric
from vfi.rubric.models import (
    AnyStep,
    Criterion,
    Dimension,
    Hurdle,
    Indicator,
    Judged,
    Level,
    Perspective,
    Provenance,
    Rubric,
    Scale,
    Source,
    Standard,
    Step,
    Synthesis,
)

__all__ = [
    "AnyStep",
    "Criterion",
    "Dimension",
    "Hurdle",
    "Indicator",
    "Judged",
    "Level",
    "Perspective",
    "Provenance",
    "Rubric",
    "Scale",
    "Source",
    "Standard",
    "Step",
    "Synthesis",
    "load_rubric",
    "read_rubric",
]
