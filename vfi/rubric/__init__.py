"""What a rubric is: the scale, the dimensions and criteria with their standards, and how levels
combine.
"""

from vfi.rubric.loading import load_rubric, read_rubric
from vfi.rubric.models import (
    Criterion,
    Dimension,
    Hurdle,
    Indicator,
    Judged,
    Level,
    Perspective,
    Provenance,
    Rubric,
    Rule,
    Scale,
    Source,
    Standard,
    Step,
    Synthesis,
)

__all__ = [
    "Criterion",
    "Dimension",
    "Hurdle",
    "Indicator",
    "Judged",
    "Level",
    "Perspective",
    "Provenance",
    "Rubric",
    "Rule",
    "Scale",
    "Source",
    "Standard",
    "Step",
    "Synthesis",
    "load_rubric",
    "read_rubric",
]
