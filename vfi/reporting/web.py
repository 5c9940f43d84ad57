"""The report as one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vfi import places
from vfi.reporting.confined.limits import FOR_A_PAGE
from vfi.reporting.confined.running import confined
from vfi.reporting.context import report_context
from vfi.reporting.page import filled_page
from vfi.reporting.sources import sources

if TYPE_CHECKING:
    from vfi.reporting.answers import Answers


def report_html(answers: Answers, folders: Sequence[Path]) -> str:
    """The report as HTML, with stylesheet, fonts and pictures embedded.

    Templates that do not come with vfi are filled in by a process of their own, with limits of time
    and memory.

    Args:
        answers: what to report.
        folders: where templates are looked for, the first folder first.

    Raises:
        InvalidInput: the narrative or a template has mistakes, or the document would not stand
            alone.
        NotFound: a template or a file that a stylesheet names is not there.
        UserError: a template takes more time or memory than it may.
    """
    arguments = (tuple(folders), report_context(answers), sources(answers.scorecard.study))
    if are_shipped(folders):
        return filled_page(*arguments)
    subject = f'filling in the templates of "{places.shown(folders[0])}"'
    return confined("page", arguments, FOR_A_PAGE, subject).decode("utf-8")


def are_shipped(folders: Sequence[Path]) -> bool:
    """Whether all templates come with vfi."""
    return all(folder.resolve() == places.shipped_templates().resolve() for folder in folders)
