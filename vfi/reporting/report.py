"""A scorecard as a report file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vfi import places
from vfi.endings import refuse_other_endings
from vfi.outputs import write_whole
from vfi.problems import NotFound
from vfi.reporting.answers import Answers, answers_of
from vfi.reporting.confined.limits import FOR_A_PDF
from vfi.reporting.confined.running import confined
from vfi.reporting.data import scorecard_json
from vfi.reporting.web import are_shipped, report_html
from vfi.steps import tell_step

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard

ATTACHED, ATTACHED_WORDS = "scorecard.json", "Every rating of this report with what it rests on"
NAMES = ("report.pdf", "report.html")


def render(scorecard: Scorecard, output: str | Path, templates: str | Path | None = None) -> Path:
    """Write the report of a study.

    Args:
        scorecard: what to report.
        output: the file to write; its ending, `.pdf` or `.html`, decides the form.
        templates: a folder with templates of your own, which go before those that come with vfi.

    Returns:
        The path that was written. The same inputs give the same bytes.

    Raises:
        UserError: the ending is another one, the narrative or a template has a mistake, or the file
            cannot be written. Nothing is written then.
    """
    refuse_other_endings(Path(output), "report")
    (path,) = render_all(answers_of(scorecard), [Path(output)], templates)
    return path


def render_all(
    answers: Answers, outputs: Sequence[Path], templates: str | Path | None = None
) -> Iterator[Path]:
    """Write the report of a study to several files, as `render` does to one: all from one reading
    of the templates.

    Yields:
        Each path when it was written.
    """
    for path in outputs:
        refuse_other_endings(path, "report")
    folders = _folders(templates)
    html = report_html(answers, folders)
    for path in outputs:
        is_page = path.suffix.lower() == ".html"
        write_whole(path, html if is_page else report_pdf(answers, html, folders))
        yield path


def report_pdf(answers: Answers, html: str, folders: Sequence[Path]) -> bytes:
    """The report as a PDF that carries the scorecard it was made from as an attachment.

    A page whose templates do not come with vfi is typeset by a process of its own, with limits of
    time and memory.

    Args:
        answers: what to report.
        html: the report's page.
        folders: where its templates were looked for.

    Raises:
        UserError: the document cannot be typeset accessibly, the system lacks a library for it, or
            it takes more time or memory than it may.
    """
    from vfi.reporting.attachments import Attachment
    from vfi.reporting.pdf import pdf_from_html

    tell_step("typesetting the PDF")
    date = answers.scorecard.study.about.date
    attachment = Attachment(
        ATTACHED, ATTACHED_WORDS, "application/json", date, scorecard_json(answers.scorecard)
    )
    if are_shipped(folders):
        return pdf_from_html(html, attachment)
    subject = f'typesetting the report by the templates of "{places.shown(folders[0])}"'
    return confined("pdf", (html, attachment), FOR_A_PDF, subject)


def report_paths(scorecard: Scorecard) -> tuple[Path, ...]:
    """Where the report of a study goes when nobody says: the study's `build/` folder.

    A study that is part of an installed copy of vfi is reported into `build/<its id>/` of the
    current folder.
    """
    build = places.build_folder(scorecard.study.folder, scorecard.study.id)
    return tuple(build / name for name in NAMES)


def _folders(templates: str | Path | None) -> tuple[Path, ...]:
    if templates is None:
        return (places.shipped_templates(),)
    folder = Path(templates)
    if not folder.is_dir():
        raise NotFound(f'there is no folder of templates "{templates}"')
    return folder, places.shipped_templates()
