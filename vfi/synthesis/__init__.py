"""How a step combines what is below a node: pure functions, one module a rule, exact throughout."""

from vfi.synthesis.limiting import Circumstances, HurdleOutcome, ceiling, limit
from vfi.synthesis.outcome import STATE_NAMES, Entry, Input, Margin, Outcome, State
from vfi.synthesis.sentences import step_in_words
from vfi.synthesis.synthesis import counted, shortfall_of, synthesise

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
    "shortfall_of",
    "step_in_words",
    "synthesise",
]
