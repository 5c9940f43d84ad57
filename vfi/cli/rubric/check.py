"""`vfi rubric check`: what is wrong with a rubric, and what it implies that may not be meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vfi.cli.options import FormatOption, OutputOption, RubricsArgument

if TYPE_CHECKING:
    from vfi.inspection.checks import Checked, JudgedOn, OfScores, Subject
    from vfi.problems import Problems

    Checks = Sequence[tuple[str, Checked]]

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
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Look for mistakes in rubrics, and for what follows from them that cannot be meant.

    Holes and overlaps in bands, levels that no profile reaches, rows that never apply, rules by
    which a better input lowers a rating, weights and hurdles without effect, standards that do not
    tell levels apart, words that two assessors would judge differently. The exit code is 1 where
    there is an error.
    """
    from vfi import places
    from vfi.cli.output import destination
    from vfi.cli.problem_text import problem_rows
    from vfi.inspection.checks import check_rubric

    answer = destination(format_, output)
    checks = []
    for folder in [places.find(places.RUBRIC, rubric) for rubric in rubrics]:
        name = folder.resolve().name
        checks.append(
            (name, check_rubric(folder, None if study is None else _judged_on(study, name)))
        )
    problems = _together(checks)
    answer.deliver(
        table=lambda: [block for name, checked in checks for block in _text(checked, name)],
        json=lambda: _document(checks, problems),
        csv=lambda: problem_rows(problems),
    )
    if problems.errors or (strict and len(problems)):
        raise typer.Exit(1)


def _together(checks: Checks) -> Problems:
    from vfi.problems import Problems

    problems = Problems()
    for _, checked in checks:
        for problem in checked.problems:
            problems.add(problem)
    return problems


def _judged_on(name: str, rubric_id: str) -> JudgedOn:
    from vfi.checking import judged_on
    from vfi.problems import UserError
    from vfi.study import load_study

    study = load_study(name)
    if study.rubric.id != rubric_id:
        raise UserError(
            f'the study "{study.id}" applies the rubric "{study.rubric.id}", not "{rubric_id}"'
        )
    return judged_on(study)


def _text(checked: Checked, name: str) -> list[str]:
    from vfi.cli.problem_text import EACH_ONE
    from vfi.numbers import count_of
    from vfi.problems import folded

    warnings = len(checked.problems) - checked.problems.errors
    found = (
        [count_of(checked.problems.errors, "error")] if checked.problems.errors else ["no errors"]
    )
    found += [count_of(warnings, "warning")] if warnings else []
    causes = folded(checked.problems)
    each = EACH_ONE if len(causes) < len(checked.problems) else ""
    tried = f"; {_tried(checked)}" if checked.subjects else ""
    sampled = [
        f"{subject.where}: {subject.how_many}"
        for subject in _of_ratings(checked)
        if not subject.tried.is_all
    ]
    decided = [_decided(entry, name) for entry in checked.scores]
    return [f"{name}: {', '.join(found)}{each}{tried}", *sampled, *decided, *causes]


def _of_ratings(checked: Checked) -> list[Subject]:
    """The steps whose inputs are levels, so that profiles of levels say all there is to say."""
    return [subject for subject in checked.subjects if not subject.takes_scores]


def _decided(entry: OfScores, name: str) -> str:
    """How far ratings decide the rating of a node that takes scores."""
    from vfi.numbers import count_of

    tried = entry.tried
    under = f" (perspective {entry.perspective})" if entry.perspective else ""
    return (
        f"{entry.node}{under} takes unrounded scores: the ratings below decide {tried.decided:,} "
        f"of {count_of(len(tried.profiles), 'profile')}, the scores behind them the others; vfi "
        f"rubric table {name} {entry.node} shows which"
    )


def _tried(checked: Checked) -> str:
    from vfi.numbers import count_of

    of_ratings = _of_ratings(checked)
    whole = [subject for subject in of_ratings if subject.tried.is_all]
    profiles = sum(len(subject.tried.profiles) for subject in whole)
    drawn = len(of_ratings) - len(whole)
    words = (
        f"every profile tried of {count_of(len(whole), 'kind')} of node "
        f"({count_of(profiles, 'profile')})"
    )
    return words + (f", a sample of {drawn}:" if drawn else "")


def _document(checks: Checks, problems: Problems) -> dict[str, Any]:
    from vfi.cli.problem_text import problem_document
    from vfi.profiles import SEED

    tried = [
        {
            "rubric": name,
            "nodes": list(subject.nodes),
            "inputs": len(subject.space.names),
            "tried": len(subject.tried.profiles),
            "profiles": subject.space.total,
            "seed": None if subject.tried.is_all else SEED,
        }
        for name, checked in checks
        for subject in _of_ratings(checked)
    ]
    scores = [
        {
            "rubric": name,
            "node": entry.node,
            "perspective": entry.perspective or None,
            "tried": len(entry.tried.profiles),
            "profiles": entry.tried.space.total,
            "decided": entry.tried.decided,
            "seed": None if entry.tried.is_all else SEED,
        }
        for name, checked in checks
        for entry in checked.scores
    ]
    return {**problem_document(problems), "tried": tried, "scores": scores}
