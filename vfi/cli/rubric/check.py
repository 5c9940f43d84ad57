"""`vfi rubric check`: what is wrong with a rubric, and what it implies that may not be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.causes import causes_of
from vfi.cli.options import RubricsArgument
from vfi.numbers import count_of, part_of

if TYPE_CHECKING:
    from vfi.inspection.checks.check import Checked
    from vfi.inspection.checks.locks import JudgedOn
    from vfi.inspection.checks.scores import OfScores


StudyOption = Annotated[
    str | None,
    typer.Option(
        "--study",
        help="A study that applies the rubric: its cases and its dates count too.",
        show_default=False,
    ),
]


def check_command(
    rubrics: RubricsArgument,
    study: StudyOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Have warnings fail too.")] = False,
) -> Answer:
    """Look for mistakes in rubrics, and for what follows from them that cannot be meant.

    Holes and overlaps in bands, levels that no profile reaches, rows that never apply, rules by
    which a better input lowers a rating, weights and hurdles without effect, standards that do not
    tell levels apart, words that two assessors would judge differently. The exit code is 1 where
    there is an error.
    """
    from vfi import places
    from vfi.inspection.checks.check import check_rubric
    from vfi.inspection.checks.document import check_document
    from vfi.problem_document import problem_rows
    from vfi.problems import Problems

    checks = []
    for folder in [places.find(places.RUBRIC, rubric) for rubric in rubrics]:
        name = folder.resolve().name
        checks.append(
            (name, check_rubric(folder, None if study is None else _judged_on(study, name)))
        )
    problems = Problems()
    for problem in (problem for _, checked in checks for problem in checked.problems):
        problems.add(problem)
    return Answer(
        document=lambda: check_document(checks, problems),
        rows=lambda: problem_rows(problems),
        text=lambda: [block for name, checked in checks for block in _text(checked, name)],
        has_findings=problems.errors > 0 or (strict and len(problems) > 0),
    )


def _judged_on(name: str, rubric_id: str) -> JudgedOn:
    from vfi.checking import judged_on
    from vfi.problems import UserError
    from vfi.study.loading import load_study

    study = load_study(name)
    if study.rubric.id != rubric_id:
        raise UserError(
            f'the study "{study.id}" applies the rubric "{study.rubric.id}", not "{rubric_id}"'
        )
    return judged_on(study)


def _text(checked: Checked, name: str) -> list[str]:
    warnings = len(checked.problems) - checked.problems.errors
    found = (
        [count_of(checked.problems.errors, "error")] if checked.problems.errors else ["no errors"]
    )
    found += [count_of(warnings, "warning")] if warnings else []
    causes, each = causes_of(checked.problems)
    tried = f"; {_tried(checked)}" if checked.subjects else ""
    sampled = [
        f"{subject.where}: {subject.how_many}"
        for subject in checked.of_ratings
        if not subject.tried.is_all
    ]
    decided = [_decided(entry, name) for entry in checked.scores]
    return [f"{name}: {', '.join(found)}{each}{tried}", *sampled, *decided, *causes]


def _decided(entry: OfScores, name: str) -> str:
    """How far ratings decide the rating of a node that takes scores."""
    tried = entry.tried
    under = f" (perspective {entry.perspective})" if entry.perspective else ""
    return (
        f"{entry.node}{under} takes unrounded scores: the ratings below decide "
        f"{part_of(tried.decided, len(tried.profiles), 'profile')}, the scores behind them the "
        f"others; vfi rubric table {name} {entry.node} shows which"
    )


def _tried(checked: Checked) -> str:
    of_ratings = checked.of_ratings
    whole = [subject for subject in of_ratings if subject.tried.is_all]
    profiles = sum(len(subject.tried.profiles) for subject in whole)
    drawn = len(of_ratings) - len(whole)
    words = (
        f"every profile tried of {count_of(len(whole), 'kind')} of node "
        f"({count_of(profiles, 'profile')})"
    )
    return words + (f", a sample of {drawn}:" if drawn else "")
