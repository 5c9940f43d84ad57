"""`vfi audit STUDY`: are the ratings what the judgements give?"""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli.options import Format, FormatOption, OutputOption, StudyArgument, chosen_format

SqlOption = Annotated[bool, typer.Option("--sql", help="Print the recomputation as SQL instead of running it.")]
DialectOption = Annotated[
    str,
    typer.Option("--dialect", help="With --sql: duckdb, postgres, spark, databricks, snowflake or trino."),
]


PerspectiveOption = Annotated[
    str | None,
    typer.Option("--perspective", help="Audit the ratings under this perspective of the rubric.", show_default=False),
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

    The rubric is turned into SQL by code that shares nothing with the scoring, and DuckDB runs it over the rows of
    the CSV files in whole numbers. Then the ratings are set beside the published ones, with what would have to be
    true for each that differs. The exit code is 1 when anything does. With --sql you can run it in a database of
    your own: the rows stand in the script.
    """
    from vfi.cli.output import as_csv, as_json, colour_is_wanted, deliver, without_collecting

    with without_collecting():
        from vfi.audit.document import audit_document, audit_rows
        from vfi.audit.recomputation import audit, rows_of, study_under
        from vfi.cli.audit_study_text import audit_text
        from vfi.relational import sql_script
        from vfi.scoring import score
        from vfi.study import load_study

        found = load_study(study)
        if perspective is not None:
            found = study_under(found, perspective)
        if sql:
            deliver(sql_script(rows_of(found), found.rubric, dialect), output)
            return
        audited = audit(score(found))
    match chosen_format(format_, output):
        case Format.JSON:
            text = as_json(audit_document(audited))
        case Format.CSV:
            text = as_csv(audit_rows(audited))
        case Format.TABLE:
            text = audit_text(audited, colour_is_wanted(output))
    deliver(text, output)
    if audited.differences or audited.published:
        raise typer.Exit(1)
