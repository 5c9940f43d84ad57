"""The recomputation as a script for a database of the reader's own."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vfi.relational.compile import RESULT, Compiler
from vfi.relational.dialects import COMPILERS, statement_sql, translated
from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import Plan
from vfi.relational.rows import Rows, given
from vfi.relational.run import recompute

if TYPE_CHECKING:
    from vfi.relational.tables import Statement
    from vfi.rubric.models.rubric import Rubric


def sql_script(rows: Rows, rubric: Rubric, dialect: str = "duckdb") -> str:
    """The SQL of the recomputation: the rows that it starts from, a table a step, and the ratings
    at the end.

    The rows stand in the script, so that no database reads the files in another way than vfi does.

    Raises:
        CannotRecompute: there is no such dialect, or the rubric or rows hold something that is not
            recomputed.
    """
    if dialect not in COMPILERS:
        raise CannotRecompute(f'there is no SQL for "{dialect}"; known are {", ".join(COMPILERS)}')
    parts = [_head(rubric, dialect)]
    for statement in [*given(rows), *_statements(rows, rubric)]:
        commands = statement_sql(statement, dialect, pretty=True)
        parts.append(
            _comment(statement.words) + "\n" + "\n".join(f"{command};" for command in commands)
        )
    query = translated(f"SELECT * FROM {RESULT} ORDER BY case_id, place", dialect)
    return "\n\n".join([*parts, f"{query};"]) + "\n"


def _statements(rows: Rows, rubric: Rubric) -> list[Statement]:
    """Every statement; those that depend on the judgements are made by running the ones before."""
    steps = [rubric.step_of(node) for node in rubric.node_ids]
    if any(step.of == "scores" for step in steps):
        statements: list[Statement] = []
        recompute(rows, rubric, statements.append)
        return statements
    return list(Compiler(Plan.of(rubric), lambda _statement, _nodes: ()).statements())


def _head(rubric: Rubric, dialect: str) -> str:
    return _comment(
        f"The ratings of a study by the rubric {rubric.id}, version {rubric.version}, in SQL for "
        f"{dialect}. It needs nothing beside it: the first tables hold the rows of the study's CSV "
        "files, of the columns that ratings rest on, as vfi reads them: the cells without the "
        "white space around them. Whole numbers throughout: nothing is divided and nothing is "
        "rounded. A value is numerator / denominator; thresholds are compared by multiplying "
        "crosswise."
    )


def _comment(words: str) -> str:
    return "\n".join(f"-- {line}" for line in textwrap.wrap(words, 110, break_long_words=False))
