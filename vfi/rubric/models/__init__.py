"""The parts of a rubric, as they stand in `rubric.yaml`."""

from vfi.rubric.models.indicators import Indicator
from vfi.rubric.models.perspectives import OtherSynthesis, Perspective
from vfi.rubric.models.rubric import DEFAULT_SCALE, Criterion, Dimension, Judged, Rubric, Synthesis
from vfi.rubric.models.standards import Provenance, Source, Standard, Status
from vfi.synthesis.choices import MissingAs
from vfi.synthesis.condition import Condition
from vfi.synthesis.conditions.count import CountCondition
from vfi.synthesis.conditions.failure import FailureCondition
from vfi.synthesis.conditions.node import NodeCondition
from vfi.synthesis.count import Count
from vfi.synthesis.hurdles import FailureIndicator, Hurdle
from vfi.synthesis.intervals import Towards
from vfi.synthesis.levels import Band, Selector
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.rule import Rule
from vfi.synthesis.rules import Step
from vfi.synthesis.rules.bands import Bands
from vfi.synthesis.rules.best import Best
from vfi.synthesis.rules.counting import Counting, CountingRow
from vfi.synthesis.rules.mean import Mean
from vfi.synthesis.rules.median import Median
from vfi.synthesis.rules.mode import Mode
from vfi.synthesis.rules.table import Cell, DecisionTable, LevelRange, TableRow
from vfi.synthesis.rules.weighted_mean import WeightedMean
from vfi.synthesis.rules.worst import Worst
from vfi.synthesis.scale import INSUFFICIENT, STATES, UNDETERMINED, Level, Scale

__all__ = [
    "DEFAULT_SCALE",
    "INSUFFICIENT",
    "OVERALL",
    "STATES",
    "UNDETERMINED",
    "Band",
    "Bands",
    "Best",
    "Cell",
    "Condition",
    "Count",
    "CountCondition",
    "Counting",
    "CountingRow",
    "Criterion",
    "DecisionTable",
    "Dimension",
    "FailureCondition",
    "FailureIndicator",
    "Hurdle",
    "Indicator",
    "Judged",
    "Level",
    "LevelRange",
    "Mean",
    "Median",
    "MissingAs",
    "Mode",
    "NodeCondition",
    "OtherSynthesis",
    "Perspective",
    "Provenance",
    "Rubric",
    "Rule",
    "Scale",
    "Selector",
    "Source",
    "Standard",
    "Status",
    "Step",
    "Synthesis",
    "TableRow",
    "Towards",
    "WeightedMean",
    "Worst",
]
