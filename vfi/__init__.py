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
    from vfi.audit.claims import ClaimAudit
    from vfi.audit.figures import FigureAudit
    from vfi.audit.recomputation import Audit
    from vfi.audit.rules import RulesAudit
    from vfi.bundle import Bundle, Verification
    from vfi.inspection.checks import Checked
    from vfi.inspection.score_tables import ScoreTable
    from vfi.inspection.tables import RatingTable
    from vfi.problems import InvalidInput, NotFound, Problem, Problems, UserError, VfiError
    from vfi.robustness import Change, ErrorModel, Robustness
    from vfi.robustness.applying import Applied
    from vfi.rubric import Rubric, load_rubric
    from vfi.scoring import (
        CaseScore,
        Comparison,
        Explanation,
        JudgementExplanation,
        Node,
        PerspectiveScore,
        Scorecard,
    )
    from vfi.study import Study, load_study
    from vfi.version import __version__

_FUNCTIONS = {
    "list_studies": "vfi.api.studies",
    "load_study": "vfi.study",
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
    "load_rubric": "vfi.rubric",
    "check_rubric": "vfi.api.rubrics",
    "tabulate_rubric": "vfi.api.rubrics",
    "diff_rubrics": "vfi.api.rubrics",
    "new_rubric": "vfi.api.rubrics",
    "rubric_schema": "vfi.api.rubrics",
}
_ANSWERS = {
    "Applied": "vfi.robustness.applying",
    "Audit": "vfi.audit.recomputation",
    "Bundle": "vfi.bundle",
    "CaseScore": "vfi.scoring",
    "Checked": "vfi.inspection.checks",
    "ClaimAudit": "vfi.audit.claims",
    "Comparison": "vfi.scoring",
    "Explanation": "vfi.scoring",
    "FigureAudit": "vfi.audit.figures",
    "JudgementExplanation": "vfi.scoring",
    "Node": "vfi.scoring",
    "PerspectiveScore": "vfi.scoring",
    "RatingTable": "vfi.inspection.tables",
    "Robustness": "vfi.robustness",
    "Rubric": "vfi.rubric",
    "RubricDiff": "vfi.api.rubrics",
    "RulesAudit": "vfi.audit.rules",
    "ScoreTable": "vfi.inspection.score_tables",
    "Scorecard": "vfi.scoring",
    "Study": "vfi.study",
    "Verification": "vfi.bundle",
}
_ASKED_WITH = {
    "Change": "vfi.robustness",
    "ErrorModel": "vfi.robustness",
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
