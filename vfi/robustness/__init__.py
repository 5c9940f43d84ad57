"""How firm each rating is: what would overturn it, and what it would be if things were
otherwise.
"""

from vfi.robustness.chance.distributions import NO_RATING, Distribution
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.uncertainty import uncertainty
from vfi.robustness.examination import QUESTIONS, Robustness, Settings, robustness
from vfi.robustness.firmness import Firmness, Ranking, Thresholds, rank
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.other.alternatives import (
    Alternative,
    agreement,
    find_alternatives,
    is_own_throughout,
)
from vfi.robustness.other.leave_out import LeftOut, What, by_change, leave_out
from vfi.robustness.search.bounds import Bounds, find_bounds
from vfi.robustness.search.flips import Distance, Flip, find_flips

__all__ = [
    "NO_RATING",
    "QUESTIONS",
    "Alternative",
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
    "What",
    "agreement",
    "apply_changes",
    "by_change",
    "find_alternatives",
    "find_bounds",
    "find_flips",
    "is_own_throughout",
    "leave_out",
    "rank",
    "robustness",
    "uncertainty",
]
