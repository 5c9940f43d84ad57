"""The judgements of a study by what they are about, and a study with some of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vfi.problems import UserError
from vfi.synthesis.scale import INSUFFICIENT, Scale

if TYPE_CHECKING:
    from vfi.study.models import Study


@dataclass(frozen=True, slots=True)
class Change:
    """One judgement moved to another level of its scale."""

    case: str
    criterion: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Column:
    """Every judgement on one criterion or holistic group.

    Attributes:
        node: the criterion or dimension.
        scale: the scale of the judgements.
        cases: per level, the lowest first, the cases that are judged at it, in the order of the
            study.
        missing: the cases for which the evidence does not suffice.
    """

    node: str
    scale: Scale
    cases: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many cases are at each level, the lowest first."""
        return tuple(len(at_level) for at_level in self.cases)


def columns_of(study: Study) -> dict[str, Column]:
    """The judgements of a study by criterion and holistic group, in the order of the rubric."""
    levels: dict[str, dict[str, str | None]] = {node: {} for node in study.rubric.judged}
    for judgement in study.judgements:
        levels[judgement.criterion][judgement.case] = judgement.level
    order = [case.id for case in study.cases]
    return {node: _column(study, node, of_case, order) for node, of_case in levels.items()}


def _column(
    study: Study, node: str, of_case: Mapping[str, str | None], order: Iterable[str]
) -> Column:
    scale = study.rubric.judgement_scale(node)
    by_level: dict[str | None, list[str]] = {name: [] for name in (*scale.names, None)}
    for case in order:
        if case in of_case:
            by_level[of_case[case]].append(case)
    return Column(
        node, scale, tuple(tuple(by_level[name]) for name in scale.names), tuple(by_level[None])
    )


def apply_changes(study: Study, changes: Iterable[Change]) -> Study:
    """The study with some judgements changed; everything else stays, the file that they were read
    from aside.

    Raises:
        UserError: a change is about a judgement that the study does not have, or does not have at
            that level.
    """
    pending = {(change.case, change.criterion): change for change in changes}
    judgements = []
    for judgement in study.judgements:
        change = pending.pop((judgement.case, judgement.criterion), None)
        if change is None:
            judgements.append(judgement)
            continue
        if judgement.level != change.before:
            level = judgement.level or INSUFFICIENT
            raise UserError(
                f"{change.case} is judged {level} on {change.criterion}, not {change.before}"
            )
        if change.after not in study.rubric.judgement_scale(change.criterion).positions:
            raise UserError(f'{change.criterion} has no level "{change.after}"')
        judgements.append(judgement._replace(level=change.after))
    for change in pending.values():
        raise UserError(f"there is no judgement of {change.case} on {change.criterion}")
    files = {name: data for name, data in study.files.items() if name != "judgements.csv"}
    rows = {name: table for name, table in study.rows.items() if name != "judgements.csv"}
    return replace(study, judgements=tuple(judgements), files=files, rows=rows)
