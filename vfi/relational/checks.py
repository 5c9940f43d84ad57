"""Whether the judgements are such that every rating follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from vfi.relational.errors import CannotRecompute
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric


def check_judgements(connection: duckdb.DuckDBPyConnection, rubric: Rubric) -> None:
    """Make sure that every case is judged once on everything that the rubric asks, at a level or as
    insufficient.

    Raises:
        CannotRecompute: it is not so; the first judgement that is in the way is named.
    """
    pairs = [
        (node, level)
        for node in rubric.judged
        for level in (*rubric.judgement_scale(node).names, INSUFFICIENT)
    ]
    connection.execute("CREATE TEMP TABLE known (criterion VARCHAR, level VARCHAR)")
    connection.execute(
        "INSERT INTO known SELECT unnest(?), unnest(?)",
        [[node for node, _ in pairs], [level for _, level in pairs]],
    )
    for words, query in QUERIES.items():
        row = connection.execute(query).fetchone()
        if row is not None:
            raise CannotRecompute(f"judgements.csv: {words}: {', '.join(map(str, row))}")
    connection.execute("DROP TABLE known")


QUERIES = {
    "a case that is not in cases.csv": (
        "SELECT case_id FROM judgements WHERE case_id NOT IN (SELECT id FROM cases)"
    ),
    "a level that the scale of its criterion does not have": (
        "SELECT case_id, criterion, level FROM judgements ANTI JOIN known USING (criterion, level)"
    ),
    "more than one judgement": (
        "SELECT case_id, criterion FROM judgements GROUP BY case_id, criterion HAVING count(*) > 1"
    ),
    "no judgement": (
        "SELECT c.id, k.criterion FROM cases c CROSS JOIN (SELECT DISTINCT criterion FROM known) k "
        "ANTI JOIN judgements j ON j.case_id = c.id AND j.criterion = k.criterion"
    ),
}
