"""The report as one HTML file that needs nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from markupsafe import Markup

from vfi.reporting.context import report_context
from vfi.reporting.fonts import PLACE, check_signs, stylesheet_of
from vfi.reporting.sources import sources
from vfi.reporting.standalone import check_stands_alone
from vfi.reporting.templating import TemplateFolders, render_template
from vfi.scoring import Scorecard

TEMPLATE = "report.html"
STYLESHEET = "report.css"
WIDE = {"table": "Table", "svg": "Figure"}
SCROLLED = '<div class="scroll" role="group" aria-label="{name}" tabindex="0">\n'


def report_html(scorecard: Scorecard, folders: Sequence[Path]) -> str:
    """The report as HTML, with stylesheet, fonts and pictures embedded.

    Args:
        scorecard: what to report.
        folders: where templates are looked for, the first folder first.

    Raises:
        InvalidInput: the narrative or a template has mistakes, or the document would not stand alone.
        NotFound: a template or a file that a stylesheet names is not there.
    """
    templates = TemplateFolders(folders)
    stylesheet = Markup(PLACE + templates.stylesheet(STYLESHEET))  # noqa: S704 - our own or the user's stylesheet
    html = render_template(templates, TEMPLATE, {"stylesheet": stylesheet, **report_context(scorecard)})
    check_signs(html, sources(scorecard.study), templates, TEMPLATE)
    html = _with_room_to_scroll(html)
    html = html.replace(PLACE, stylesheet_of(unescape(html), templates), 1)
    check_stands_alone(html, TEMPLATE)
    return html


def _with_room_to_scroll(html: str) -> str:
    """The document with each table and drawing in a part that a narrow screen, and a keyboard, can move sideways."""
    for tag, name in WIDE.items():
        html = re.sub(rf"<{tag}(?=[ >])", f"{SCROLLED.format(name=name)}<{tag}", html)
        html = html.replace(f"</{tag}>", f"</{tag}>\n</div>")
    return html
