"""A scorecard as a report file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vfi import places
from vfi.endings import refuse_other_endings
from vfi.outputs import write_whole
from vfi.problems import NotFound
from vfi.reporting.data import scorecard_json
from vfi.reporting.web import report_html
from vfi.scoring import Scorecard
from vfi.steps import tell_step

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
        UserError: the ending is another one, the narrative or a template has a mistake, or the file cannot be
            written. Nothing is written then.
    """
    (path,) = render_all(scorecard, [Path(output)], templates)
    return path


def render_all(scorecard: Scorecard, outputs: Sequence[Path], templates: str | Path | None = None) -> Iterator[Path]:
    """Write the report of a study to several files, as `render` does to one: all from one reading of the templates.

    Yields:
        Each path when it was written.
    """
    for path in outputs:
        refuse_other_endings(path, "report")
    html = report_html(scorecard, _folders(templates))
    for path in outputs:
        write_whole(path, html if path.suffix.lower() == ".html" else report_pdf(scorecard, html))
        yield path


def report_pdf(scorecard: Scorecard, html: str) -> bytes:
    """The report as a PDF that carries the scorecard it was made from as an attachment.

    Raises:
        UserError: the document cannot be typeset accessibly, or the system lacks a library for it.
    """
    from vfi.reporting.attachments import Attachment
    from vfi.reporting.pdf import pdf_from_html

    tell_step("typesetting the PDF")
    date = scorecard.study.about.date
    content = scorecard_json(scorecard)
    return pdf_from_html(html, Attachment(ATTACHED, ATTACHED_WORDS, "application/json", date, content))


def report_paths(scorecard: Scorecard) -> tuple[Path, ...]:
    """Where the report of a study goes when nobody says: the study's `build/` folder.

    A study that is part of an installed copy of vfi is reported into `build/<its id>/` of the current folder.
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
