"""`failures.csv`: the failure indicators that are recorded for cases."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.rubric import Rubric
from vfi.study.models import Case, Evidence, Failure
from vfi.study.tables import Tables

FILE = "failures.csv"


def read_failures(
    tables: Tables,
    rubric: Rubric,
    cases: Sequence[Case] | None,
    evidence: Sequence[Evidence] | None,
) -> tuple[Failure, ...]:
    """The failures: known cases, indicators and evidence, each pair once and with a reason; none
    without the file.
    """
    if tables.is_absent(FILE):
        return ()
    rows = tables.rows(FILE, ("case", "failure", "reason"), ("evidence",)) or []
    failures = [failure.id for failure in rubric.failure_indicators]
    sources = None if evidence is None else {source.id for source in evidence}
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        pair = (row.cells["case"], row.cells["failure"])
        if cases is not None:
            tables.is_known(FILE, row, "case", [case.id for case in cases])
        tables.is_known(FILE, row, "failure", failures)
        if sources is not None:
            tables.evidence_is_known(FILE, row, sources)
        if pair in first:
            tables.repeated(FILE, row, "failure", " for ".join(reversed(pair)), first[pair])
        first.setdefault(pair, row.line)
    return tuple(
        Failure(
            row.cells["case"],
            row.cells["failure"],
            row.cells["reason"],
            tuple(row.cells["evidence"].split()),
        )
        for row in rows
    )
