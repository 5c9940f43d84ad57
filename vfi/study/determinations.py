"""What must hold between the determinations of a study, its rubric and its cases."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from vfi.inputs.yaml import Document, Path, dotted
from vfi.problems import Problem, Problems, listed, nearest, quoted

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.study.models import StudyFile


def check_determinations(
    about: StudyFile,
    rubric: Rubric,
    cases: Collection[str] | None,
    document: Document,
    problems: Problems,
) -> None:
    """Add a problem for each determination of an unknown node, case or level, or of one determined
    already.
    """
    determined: set[tuple[str, str | None]] = set()
    for position, determination in enumerate(about.determinations):
        path: Path = ("determinations", position)
        node, case = determination.node, determination.case
        _is_known(node, rubric.node_ids, (*path, "node"), document, problems)
        if case is not None and cases is not None:
            _is_known(case, cases, (*path, "case"), document, problems)
        if node in rubric.node_ids:
            of_judgement = case is not None and node in rubric.judged
            scale = rubric.judgement_scale(node) if of_judgement else rubric.rating_scale(node)
            _is_known(determination.level, scale.names, (*path, "level"), document, problems)
        if (node, case) in determined:
            of_case = f" for {case}" if case else ""
            _add(
                f"{quoted(node)}{of_case} a second time",
                "one determination",
                (*path, "node"),
                document,
                problems,
            )
        determined.add((node, case))


def _is_known(
    word: str, candidates: Collection[str], path: Path, document: Document, problems: Problems
) -> None:
    if word not in candidates:
        _add(
            quoted(word),
            f"one of {listed(candidates, 20)}",
            path,
            document,
            problems,
            nearest(word, candidates),
        )


def _add(
    found: str, expected: str, path: Path, document: Document, problems: Problems, hint: str = ""
) -> None:
    line, column = document.position(path)
    problems.add(Problem(document.name, line, dotted(path), found, expected, hint, column=column))
