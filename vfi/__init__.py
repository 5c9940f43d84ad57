"""Value-for-Investment ratings that anyone can check.

The commands of `vfi` and these functions do the same things:

    from vfi import load_rubric, load_study, render, score

    scorecard = score(load_study("domestic-abuse-duty-2025"))
    scorecard.overall.rating          # "Good"
    scorecard.overall.value           # Fraction(3, 2)
    render(scorecard, "report.pdf")

Names are imported when they are first used, so that `import vfi` costs nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = (
    False  # as type checkers know it; the module it comes from takes longer to import than the rest
)
if TYPE_CHECKING:
    from typing import Any

    from vfi.problems import InvalidInput, NotFound, Problem, UserError, VfiError
    from vfi.reporting import render
    from vfi.rubric import Rubric, load_rubric
    from vfi.scoring import Explanation, Node, Scorecard, compare, explain, score
    from vfi.study import Study, check_study, load_study

__version__ = "0.1.0"

_HOME = {
    "Explanation": "vfi.scoring",
    "InvalidInput": "vfi.problems",
    "Node": "vfi.scoring",
    "NotFound": "vfi.problems",
    "Problem": "vfi.problems",
    "Rubric": "vfi.rubric",
    "Scorecard": "vfi.scoring",
    "Study": "vfi.study",
    "UserError": "vfi.problems",
    "VfiError": "vfi.problems",
    "check_study": "vfi.study",
    "compare": "vfi.scoring",
    "explain": "vfi.scoring",
    "load_rubric": "vfi.rubric",
    "load_study": "vfi.study",
    "render": "vfi.reporting",
    "score": "vfi.scoring",
}

__all__ = [
    "Explanation",
    "InvalidInput",
    "Node",
    "NotFound",
    "Problem",
    "Rubric",
    "Scorecard",
    "Study",
    "UserError",
    "VfiError",
    "__version__",
    "check_study",
    "compare",
    "explain",
    "load_rubric",
    "load_study",
    "render",
    "score",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
