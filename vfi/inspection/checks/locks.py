"""Whether a study was judged before its rubric was locked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.inspection.suspects import is_before
from vfi.numbers import count_of

if TYPE_CHECKING:
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.rubric import Rubric


@dataclass(frozen=True, slots=True)
class JudgedOn:
    """What the check of a rubric knows of a study that applies it.

    Attributes:
        study: the id of the study.
        cases: how many cases it has.
        judgements: for each judgement with a date, what was judged (`LA01 on E1.1`) and the date.
    """

    study: str
    cases: int
    judgements: Sequence[tuple[str, str]] = ()


def check_lock(rubric: Rubric, judged: JudgedOn, report: Report) -> None:
    """Tell a rubric that was locked after it had been judged by."""
    if rubric.locked is None:
        return
    early = [
        (date, judgement) for judgement, date in judged.judgements if is_before(date, rubric.locked)
    ]
    if early:
        date, judgement = min(early)
        number = count_of(len(early), "judgement")
        message = (
            f"a rubric locked on {rubric.locked}, after {number} of {judged.study} (the first: "
            f"{judgement}, {date})"
        )
        report.tell(
            ("locked",), message, "criteria and standards agreed before anything is judged by them"
        )
