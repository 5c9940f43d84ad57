"""How firm each rating is: what would overturn it, and what it would be if things were otherwise.

Each room answers some questions of a scorecard and explains its words by one example of three
cases, which begins in `search`:

- `search`: what are the fewest changes of judgements that move a rating (`flips`), and which
  ratings does the missing evidence leave possible (`bounds`)?
- `chance`: how likely is each rating if judgements may be one level off (`uncertainty`), and how
  often does it come out if the cases are drawn again (`bootstrap`)?
- `other`: what changes without one case, criterion, dimension, assessor or source (`leave-out`),
  under other rules (`rules`), other weights (`weights`) or another threshold for ties (`ties`)?

`examination` asks them all; `firmness` makes one order and one verdict of the flips, for every
output; `applying` scores a study again with changes; `words` and `document` say the answers, and
`limits` how much work a search may do. `grid` has the judgements by criterion, for all of them.
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
