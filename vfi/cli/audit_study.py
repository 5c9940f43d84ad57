"""`vfi audit STUDY`: are the ratings what the judgements give?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.options import Format, FormatOption, OutputOption, StudyArgument
from vfi.problems import UserError

if TYPE_CHECKING:
    from vfi.study import Study

SqlOption = Annotated[
    bool, typer.Option("--sql", help="Print the recomputation as SQL instead of running it.")
]
DialectOption = Annotated[
    str,
    typer.Option(
        "--dialect", help="With --sql: duckdb, postgres, spark, databricks, snowflake or trino."
    ),
]


PerspectiveOption = Annotated[
    str | None,
    typer.Option(
        "--perspective",
        help="Audit the ratings under this perspective of the rubric.",
        show_default=False,
    ),
]


def audit_study_command(
    study: StudyArgument,
    perspective: PerspectiveOption = None,
    sql: SqlOption = False,
    dialect: DialectOption = "duckdb",
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Recompute every rating by another path and compare to the digit.

    The rubric is turned into SQL by code that shares nothing with the scoring, and DuckDB runs it
    over the rows of the CSV files in whole numbers. Then the ratings are set beside the published
    ones, with what would have to be true for each that differs. The exit code is 1 when anything
    does. With --sql you can run it in a database of your own: the rows stand in the script.
    """
    from vfi.cli.output import destination, without_collecting

    if sql:
        _show_sql(study, perspective, dialect, format_, output)
        return
    answer = destination(format_, output)
    with without_collecting():
        from vfi.audit.document import audit_document, audit_rows
        from vfi.audit.recomputation import audit
        from vfi.cli.audit_study_text import audit_text
        from vfi.scoring import score

        audited = audit(score(_loaded(study, perspective)))
    answer.deliver(
        table=lambda: audit_text(audited),
        json=lambda: audit_document(audited),
        csv=lambda: audit_rows(audited),
    )
    if audited.differences or audited.published:
        raise typer.Exit(1)


def _show_sql(
    study: str, perspective: str | None, dialect: str, format_: Format | None, output: Path | None
) -> None:
    from vfi.cli.output import deliver_data, without_collecting
    from vfi.endings import refuse_other_endings

    if format_ is not None:
        raise UserError(f"--sql writes SQL: leave out --format {format_}")
    refuse_other_endings(output, "sql")
    with without_collecting():
        from vfi.audit.recomputation import rows_of
        from vfi.relational import sql_script

        loaded = _loaded(study, perspective)
        deliver_data(sql_script(rows_of(loaded), loaded.rubric, dialect), output)


def _loaded(study: str, perspective: str | None) -> Study:
    from vfi.audit.recomputation import study_under
    from vfi.cli.opening import open_study

    loaded = open_study(study)
    return loaded if perspective is None else study_under(loaded, perspective)
