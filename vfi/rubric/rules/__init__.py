"""How a step combines what is below a node: pure functions, one module a rule, exact throughout."""

from vfi.rubric.rules.hurdles import Circumstances, HurdleOutcome, ceiling, limit
from vfi.rubric.rules.indicator import measured, propose
from vfi.rubric.rules.outcome import STATE_NAMES, Entry, Input, Margin, Outcome, State
from vfi.rubric.rules.sentences import step_in_words
from vfi.rubric.rules.synthesis import counted, shortfall_of, synthesise

__all__ = [
    "STATE_NAMES",
    "Circumstances",
    "Entry",
    "HurdleOutcome",
    "Input",
    "Margin",
    "Outcome",
    "State",
    "ceiling",
    "counted",
    "limit",
    "measured",
    "propose",
    "shortfall_of",
    "step_in_words",
    "synthesise",
]
