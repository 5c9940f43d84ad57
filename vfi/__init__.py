"""Value-for-Investment ratings that anyone can check.

The commands of `vfi` and these functions do the same things through the same code:

    import vfi

    scorecard = vfi.score("domestic-abuse-duty-2025")
    scorecard.overall.rating          # "Good"
    scorecard.overall.value           # Fraction(3, 2)
    vfi.explain(scorecard, "E2.2").rule
    vfi.render(scorecard, "report.pdf")

What is listed here is the public face; the rooms behind it may change. Names are imported when they
are first used, so that `import vfi` costs nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = (
    False  # as type checkers know it; the module it comes from takes longer to import than the rest
)
if TYPE_CHECKING:
    from typing import Any

    from vfi.api.audits import audit_claims, audit_figures, audit_rules, audit_sql, audit_study
    from vfi.api.files import render, verify_bundle, write_bundle, write_workbook
    from vfi.api.robustness import examine_robustness, what_if
    from vfi.api.rubrics import (
        RubricDiff,
        check_rubric,
        diff_rubrics,
        list_rubrics,
        new_rubric,
        rubric_schema,
        tabulate_rubric,
    )
    from vfi.api.studies import (
        check_study,
        compare,
        explain,
        list_studies,
        score,
        score_perspectives,
    )
    from vfi.audit.claims.verdicts import ClaimAudit
    from vfi.audit.figures.audit import FigureAudit
    from vfi.audit.recomputation import Audit
    from vfi.audit.rules import RulesAudit
    from vfi.bundle.making import Bundle
    from vfi.bundle.verification import Verification
    from vfi.inspection.checks.check import Checked
    from vfi.inspection.score_tables import ScoreTable
    from vfi.inspection.tables import RatingTable
    from vfi.problems import InvalidInput, NotFound, Problem, Problems, UserError, VfiError
    from vfi.robustness.applying import Applied
    from vfi.robustness.chance.errors import ErrorModel
    from vfi.robustness.examination import Robustness
    from vfi.robustness.grid import Change
    from vfi.rubric.loading import load_rubric
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.comparison import Comparison
    from vfi.scoring.explanation import Explanation, JudgementExplanation
    from vfi.scoring.models import CaseScore, Node, Scorecard
    from vfi.scoring.perspectives import PerspectiveScore
    from vfi.study.loading import load_study
    from vfi.study.models import Study
    from vfi.version import __version__

_FUNCTIONS = {
    "list_studies": "vfi.api.studies",
    "load_study": "vfi.study.loading",
    "check_study": "vfi.api.studies",
    "score": "vfi.api.studies",
    "score_perspectives": "vfi.api.studies",
    "compare": "vfi.api.studies",
    "explain": "vfi.api.studies",
    "audit_study": "vfi.api.audits",
    "audit_sql": "vfi.api.audits",
    "audit_rules": "vfi.api.audits",
    "audit_claims": "vfi.api.audits",
    "audit_figures": "vfi.api.audits",
    "examine_robustness": "vfi.api.robustness",
    "what_if": "vfi.api.robustness",
    "render": "vfi.api.files",
    "write_workbook": "vfi.api.files",
    "write_bundle": "vfi.api.files",
    "verify_bundle": "vfi.api.files",
    "list_rubrics": "vfi.api.rubrics",
    "load_rubric": "vfi.rubric.loading",
    "check_rubric": "vfi.api.rubrics",
    "tabulate_rubric": "vfi.api.rubrics",
    "diff_rubrics": "vfi.api.rubrics",
    "new_rubric": "vfi.api.rubrics",
    "rubric_schema": "vfi.api.rubrics",
}
_ANSWERS = {
    "Applied": "vfi.robustness.applying",
    "Audit": "vfi.audit.recomputation",
    "Bundle": "vfi.bundle.making",
    "CaseScore": "vfi.scoring.models",
    "Checked": "vfi.inspection.checks.check",
    "ClaimAudit": "vfi.audit.claims.verdicts",
    "Comparison": "vfi.scoring.comparison",
    "Explanation": "vfi.scoring.explanation",
    "FigureAudit": "vfi.audit.figures.audit",
    "JudgementExplanation": "vfi.scoring.explanation",
    "Node": "vfi.scoring.models",
    "PerspectiveScore": "vfi.scoring.perspectives",
    "RatingTable": "vfi.inspection.tables",
    "Robustness": "vfi.robustness.examination",
    "Rubric": "vfi.rubric.models.rubric",
    "RubricDiff": "vfi.api.rubrics",
    "RulesAudit": "vfi.audit.rules",
    "ScoreTable": "vfi.inspection.score_tables",
    "Scorecard": "vfi.scoring.models",
    "Study": "vfi.study.models",
    "Verification": "vfi.bundle.verification",
}
_ASKED_WITH = {
    "Change": "vfi.robustness.grid",
    "ErrorModel": "vfi.robustness.chance.errors",
}
_PROBLEMS = {
    "InvalidInput": "vfi.problems",
    "NotFound": "vfi.problems",
    "Problem": "vfi.problems",
    "Problems": "vfi.problems",
    "UserError": "vfi.problems",
    "VfiError": "vfi.problems",
}
_HOME = {
    **_FUNCTIONS,
    **_ANSWERS,
    **_ASKED_WITH,
    **_PROBLEMS,
    "__version__": "vfi.version",
}

__all__ = [
    "Applied",
    "Audit",
    "Bundle",
    "CaseScore",
    "Change",
    "Checked",
    "ClaimAudit",
    "Comparison",
    "ErrorModel",
    "Explanation",
    "FigureAudit",
    "InvalidInput",
    "JudgementExplanation",
    "Node",
    "NotFound",
    "PerspectiveScore",
    "Problem",
    "Problems",
    "RatingTable",
    "Robustness",
    "Rubric",
    "RubricDiff",
    "RulesAudit",
    "ScoreTable",
    "Scorecard",
    "Study",
    "UserError",
    "Verification",
    "VfiError",
    "__version__",
    "audit_claims",
    "audit_figures",
    "audit_rules",
    "audit_sql",
    "audit_study",
    "check_rubric",
    "check_study",
    "compare",
    "diff_rubrics",
    "examine_robustness",
    "explain",
    "list_rubrics",
    "list_studies",
    "load_rubric",
    "load_study",
    "new_rubric",
    "render",
    "rubric_schema",
    "score",
    "score_perspectives",
    "tabulate_rubric",
    "verify_bundle",
    "what_if",
    "write_bundle",
    "write_workbook",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
