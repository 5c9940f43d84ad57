"""What the options of `vfi robustness` say."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from vfi.problems import Problems, UserError, listed

if TYPE_CHECKING:
    from vfi.robustness.chance.errors import ErrorModel
    from vfi.robustness.grid import Change
    from vfi.study.models import Study


def questions(only: str | None) -> tuple[str, ...]:
    """The questions named, or all of them; whether there are such questions is told where they are
    asked.
    """
    from vfi.robustness.examination import QUESTIONS

    return (
        QUESTIONS
        if only is None
        else tuple(name.strip() for name in only.split(",") if name.strip())
    )


def error_model(text: str) -> ErrorModel:
    """The error rates: one number for all, or with more for each confidence, as `0.1,low=0.3`.

    Raises:
        UserError: the text is not that.
    """
    from vfi.robustness.chance.errors import ErrorModel

    model = ErrorModel()
    rate, by_confidence = model.rate, dict(model.by_confidence)
    for part in text.split(","):
        name, equals, number = part.rpartition("=")
        if equals and name.strip() not in by_confidence:
            raise UserError(
                f'--error-rate: there is no confidence "{name.strip()}"; known are '
                f"{listed(by_confidence)}"
            )
        if equals:
            by_confidence[name.strip()] = _rate(number)
        else:
            rate = _rate(number)
    return ErrorModel(rate, by_confidence)


def _rate(text: str) -> Fraction:
    try:
        rate = Fraction(text.strip())
    except (ValueError, ZeroDivisionError):
        rate = Fraction(-1)
    if not 0 <= rate <= 1:
        raise UserError(f'--error-rate: "{text.strip()}" is not a number from 0 to 1')
    return rate


def read_changes(path: Path, study: Study) -> tuple[Change, ...]:
    """The changes of judgements that a CSV file lists.

    Raises:
        InvalidInput: the file cannot be read, or has rows that are not changes of the study's
            judgements.
    """
    from vfi.inputs.tables.files import read_table
    from vfi.robustness.changes import CHANGES, changes_fit, references_of

    problems = Problems()
    table = read_table(path, str(path), CHANGES, references_of(study), problems)
    for problem in changes_fit(table.rows, study):
        problems.add(problem)
    problems.raise_errors()
    return table.entries
