"""The table of changes of judgements that a study can be scored again with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vfi.inputs.tables.declaration import DeclaredColumn, DeclaredTable, Reference, UniqueKey
from vfi.problems import Problem, quoted
from vfi.robustness.grid import Change
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.inputs.tables.records import References, Row
    from vfi.study.models import Study

LEVELS = Reference("levels of judgements", by=("criterion",))


CHANGES = DeclaredTable(
    "changes of judgements",
    "A row for each judgement to change.",
    Change,
    (
        DeclaredColumn("case", "an id of `cases.csv`", required=True, words=Reference("cases")),
        DeclaredColumn(
            "criterion", "what it is judged on", required=True, words=Reference("judged criteria")
        ),
        DeclaredColumn(
            "from", "the level that it is judged at", required=True, words=LEVELS, noun="level"
        ),
        DeclaredColumn(
            "to", "the level to put in its place", required=True, words=LEVELS, noun="level"
        ),
    ),
    keys=(UniqueKey(("case", "criterion"), expected="one change"),),
)


def references_of(study: Study) -> References:
    """What a change may refer to: the cases, criteria and levels of a study."""
    rubric = study.rubric
    levels = {criterion: rubric.judgement_scale(criterion).names for criterion in rubric.judged}
    return {
        "cases": [case.id for case in study.cases],
        "judged criteria": rubric.judged,
        "levels of judgements": lambda criterion: levels.get(criterion),
    }


def changes_fit(rows: Sequence[Row[Change]], study: Study) -> Iterator[Problem]:
    """A problem for each change of a judgement that is not at the level that the row says."""
    levels = {
        (judgement.case, judgement.criterion): judgement.level for judgement in study.judgements
    }
    for row in rows:
        change = row.entry
        level = levels.get((change.case, change.criterion)) or INSUFFICIENT
        if row.is_sound and level != change.before:
            expected = f"{level}, as {change.case} is judged on {change.criterion}"
            yield row.problem("from", quoted(change.before), expected)
