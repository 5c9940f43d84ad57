"""Rows of counting rules and tables that never give a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vfi.numbers import named
from vfi.profiles.evaluation import evaluate
from vfi.profiles.tabulated import NO_ROW
from vfi.synthesis.rows import RowsRule

if TYPE_CHECKING:
    from vfi.inspection.checks.subjects import Subject
    from vfi.rubric.consistency.report import Report


def check_rows(subject: Subject, report: Report) -> None:
    """Tell rows that no profile fits, and rows whose profiles all fit an earlier one."""
    step = subject.placed.step
    if not isinstance(step, RowsRule):
        return
    used_rows = set(subject.tried.ratings.rows.tolist())
    for position, rating in enumerate([row.rating for row in step.rows]):
        if position not in used_rows:
            message, expected = _unused(subject, step, position)
            report.warn(
                (*subject.placed.path, "rows", position),
                f"the row for {rating} {message}",
                expected,
            )
    rated_otherwise = (subject.tried.ratings.rows == NO_ROW) & (subject.tried.ratings.places >= 0)
    if step.otherwise is not None and not rated_otherwise.any():
        message = f"an `otherwise` that {subject.none_of} of {subject.where} is left for"
        report.warn(
            (*subject.placed.path, "otherwise"), message, "none, where the rows cover everything"
        )


def _unused(subject: Subject, step: RowsRule, position: int) -> tuple[str, str]:
    fits = _fits(subject, step, position)
    if not fits.any():
        return (
            f"can never apply: {subject.none_of} of {subject.where} fits it",
            "conditions that can hold together",
        )
    earlier = sorted(set(subject.tried.ratings.rows[fits].tolist()) - {NO_ROW})
    before = f"{named(len(earlier), 'row')} {', '.join(str(number + 1) for number in earlier)}"
    return (
        f"is shadowed: every profile of {subject.where} that fits it fits {before} before it",
        "the narrower row first",
    )


def _fits(subject: Subject, step: RowsRule, position: int) -> Any:
    """For each profile whether it fits a row, were it the only one."""
    alone = step.model_copy(update={"rows": (step.rows[position],), "otherwise": None})
    space = subject.space
    only = type(space)(alone, space.names, space.scales, space.scale, space.with_missing)
    return evaluate(only, subject.tried.profiles).rows == 0
