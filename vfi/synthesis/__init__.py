"""How levels combine, exactly: one file a rule, one file a condition of hurdles.

Pure functions and models; a rubric is made of them. `RULES` and `CONDITIONS` list what there is.
"""

from vfi.synthesis.condition import Circumstances, Condition
from vfi.synthesis.conditions import CONDITIONS
from vfi.synthesis.hurdles import Hurdle, HurdleOutcome, limit
from vfi.synthesis.outcome import STATE_NAMES, Entry, Input, Margin, Outcome, State
from vfi.synthesis.rule import Rule
from vfi.synthesis.rules import RULES
from vfi.synthesis.step import counted, shortfall_of, step_in_words, synthesise

__all__ = [
    "CONDITIONS",
    "RULES",
    "STATE_NAMES",
    "Circumstances",
    "Condition",
    "Entry",
    "Hurdle",
    "HurdleOutcome",
    "Input",
    "Margin",
    "Outcome",
    "Rule",
    "State",
    "counted",
    "limit",
    "shortfall_of",
    "step_in_words",
    "synthesise",
]
