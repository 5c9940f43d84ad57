"""Workbooks whose judgements were changed, recalculated, beside what the engine says of both."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random

from xlsxwriter.utility import xl_rowcol_to_cell

from tests.making import ROOT
from tests.rubrics import study
from tests.workbook.recalculating import (
    change,
    differences,
    ratings,
    recalculated,
    values,
)
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import Failure, Study
from vfi.synthesis.scale import INSUFFICIENT
from vfi.workbook.book import write_workbook
from vfi.workbook.plan import BookPlan

SHIPPED = sorted(folder.name for folder in (ROOT / "rubrics").iterdir())


def moved(before: Study, after: Study) -> dict[tuple[str, str], str]:
    """The cells of the judgements that are not the same in two studies, with the new ones."""
    plan = BookPlan(score(before), {})
    old = {(one.case, one.criterion): one.level for one in before.judgements}
    return {
        (
            "Judgements",
            xl_rowcol_to_cell(plan.case_rows[one.case], plan.judged_columns[one.criterion]),
        ): one.level or INSUFFICIENT
        for one in after.judgements
        if old[(one.case, one.criterion)] != one.level
    }


def check(pairs: Iterable[tuple[Study, Study]], folder: Path) -> None:
    """Write each study, change it into the other, recalculate both, and compare every formula and
    rating.
    """
    scorecards: dict[str, Scorecard] = {}
    for number, (before, after) in enumerate(pairs):
        written = write_workbook(score(before), folder / f"written{number}.xlsx")
        changed = folder / f"changed{number}.xlsx"
        change(written, changed, moved(before, after))
        scorecards |= {written.name: score(before), changed.name: score(after)}
    again = recalculated([folder / name for name in scorecards], folder)
    for name, scorecard in scorecards.items():
        now = values(again[name])
        if name.startswith("written"):
            assert differences(folder / name, now) == [], scorecard.study.rubric
        for key, (shown, rated) in ratings(scorecard, now).items():
            assert shown == rated, (name, key, scorecard.study.rubric)


def random_study(rules: Rubric, random: Random) -> Study:
    """Five cases at random levels, with failures recorded for some of them."""
    cases = [f"L{number}" for number in range(5)]
    choices = {name: [*rules.judgement_scale(name).names, None] for name in rules.judged}
    levels = {
        case: {name: random.choice(names) for name, names in choices.items()} for case in cases
    }
    failures = [
        Failure(case, failure.id, "seen")
        for failure in rules.failure_indicators
        for case in cases
        if random.random() < 0.4
    ]
    return study(rules, levels, failures)
