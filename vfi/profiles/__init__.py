"""Every profile that the inputs of a node can have, and the rating of each, many at a time and
still exact.
"""

from vfi.profiles.evaluation import Ratings, evaluate
from vfi.profiles.minimal import minimal_profiles
from vfi.profiles.neighbours import neighbours
from vfi.profiles.scores import Possible, ScoresTried, takes_scores, try_scores
from vfi.profiles.space import Space, inputs_of, space_of
from vfi.profiles.tabulated import INSUFFICIENT_PLACE, NO_ROW, UNDETERMINED_PLACE
from vfi.profiles.tried import MOST_PROFILES, SEED, Tried, in_words, try_profiles

__all__ = [
    "INSUFFICIENT_PLACE",
    "MOST_PROFILES",
    "NO_ROW",
    "SEED",
    "UNDETERMINED_PLACE",
    "Possible",
    "Ratings",
    "ScoresTried",
    "Space",
    "Tried",
    "evaluate",
    "in_words",
    "inputs_of",
    "minimal_profiles",
    "neighbours",
    "space_of",
    "takes_scores",
    "try_profiles",
    "try_scores",
]
