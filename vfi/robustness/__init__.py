"""How firm each rating is: what would overturn it, and what it would be if things were
otherwise.
"""

from vfi.robustness.chance.distributions import Distribution
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.examination import QUESTIONS, Robustness, Settings, robustness
from vfi.robustness.firmness import Firmness, Ranking, Thresholds, rank
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.other.leave_out import LeftOut, leave_out
from vfi.robustness.search.bounds import Bounds
from vfi.robustness.search.flips import Distance, Flip, find_flips

__all__ = [
    "QUESTIONS",
    "Bounds",
    "Change",
    "Distance",
    "Distribution",
    "ErrorModel",
    "Firmness",
    "Flip",
    "LeftOut",
    "Ranking",
    "Robustness",
    "Settings",
    "Thresholds",
    "apply_changes",
    "find_flips",
    "leave_out",
    "rank",
    "robustness",
]
