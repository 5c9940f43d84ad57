"""Whether ratings, sentences and figures are right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vfi.api.opening import AnyStudy, scorecard_of, study_of

if TYPE_CHECKING:
    from vfi.audit.claims.verdicts import ClaimAudit
    from vfi.audit.figures.audit import FigureAudit
    from vfi.audit.recomputation import Audit
    from vfi.audit.rules import RulesAudit
    from vfi.study.models import Study

HowRounded = Literal["nearest", "half-up", "half-even", "down", "up"]


def audit_study(study: AnyStudy, perspective: str | None = None) -> Audit:
    """Every rating recomputed by another path and compared to the digit, as `vfi audit STUDY` does.

    The rubric is compiled to SQL by code that shares nothing with the scoring, and DuckDB runs it
    over the rows of the study's files.

    Args:
        study: its id or folder, the study itself or its scorecard.
        perspective: the perspective of the rubric to audit the ratings under.

    Raises:
        NotFound: there is no such study or perspective.
        InvalidInput: the study or its rubric has errors.
        UserError: the study was not read from files, or holds something that cannot be recomputed.

    Examples:
        >>> audit = vfi.audit_study("domestic-abuse-duty-2025")
        >>> audit.differences
        ()
    """
    from vfi.audit.recomputation import audit, study_under

    if perspective is None:
        return audit(scorecard_of(study))
    return audit(scorecard_of(study_under(study_of(study), perspective)))


def audit_sql(study: AnyStudy, dialect: str = "duckdb", perspective: str | None = None) -> str:
    """The recomputation as a script for a database of your own: `vfi audit STUDY --sql`.

    Args:
        study: its id or folder, the study itself or its scorecard.
        dialect: `duckdb`, `postgres`, `spark`, `databricks`, `snowflake` or `trino`.
        perspective: the perspective of the rubric to recompute the ratings under.

    Raises:
        NotFound: there is no such study or perspective.
        InvalidInput: the study or its rubric has errors.
        UserError: there is no such dialect, the study was not read from files, or it holds
            something that cannot be recomputed.

    Examples:
        >>> script = vfi.audit_sql("domestic-abuse-duty-2025", "postgres")
        >>> "CREATE TABLE" in script
        True
    """
    from vfi.audit.recomputation import rows_of, study_under
    from vfi.relational.script import sql_script

    of_rows: Study = study_of(study)
    if perspective is not None:
        of_rows = study_under(of_rows, perspective)
    return sql_script(rows_of(of_rows), of_rows.rubric, dialect)


def audit_rules(study: AnyStudy) -> RulesAudit:
    """Which rules give the published ratings, as `vfi audit rules` finds out.

    Args:
        study: its id or folder, the study itself or its scorecard.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors.
        UserError: the study has no published ratings, or judges on scales that are not combined.

    Examples:
        >>> rules = vfi.audit_rules("domestic-abuse-duty-2025")
        >>> len(rules.reproducing) < len(rules.tried)
        True
    """
    from vfi.audit.rules import audit_rules as audited

    return audited(study_of(study))


def audit_claims(study: AnyStudy) -> ClaimAudit:
    """Whether the sentences of a report follow from its study, as `vfi audit claims` judges them.

    Args:
        study: its id or folder, the study itself or its scorecard.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study, its rubric or `claims.csv` has errors.

    Examples:
        >>> claims = vfi.audit_claims("domestic-abuse-duty-2025")
        >>> claims.judged[0].label
        'true'
    """
    from vfi.audit.claims import judge_claims

    return judge_claims(scorecard_of(study))


def audit_figures(table: str | Path, rounding: HowRounded = "nearest") -> FigureAudit:
    """Whether printed counts and percentages can all be right, as `vfi audit figures` checks them.

    Args:
        table: the path of a CSV file with one printed figure a line.
        rounding: how the percentages were rounded for print.

    Raises:
        InvalidInput: the file cannot be read, or has rows that say no figure.

    Examples:
        >>> with open("survey.csv", "w") as file:
        ...     print("row,printed,of\\nAll,58,\\nSaid yes,99%,All", file=file)
        >>> [finding.figure.row for finding in vfi.audit_figures("survey.csv").findings]
        ['Said yes']
    """
    from vfi.audit.figures.audit import audit_figures as audited
    from vfi.audit.figures.table import load_figures
    from vfi.audit.rounding import Rounding

    return audited(load_figures(Path(table)), Rounding(rounding))
