"""From what the templates are given to the finished page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import Markup

from vfi.reporting.fonts import PLACE, check_signs, stylesheet_of
from vfi.reporting.standalone.cleaning import stand_alone
from vfi.reporting.templating import TemplateFolders, render_template

TEMPLATE = "report.html"
STYLESHEET = "report.css"
WIDE = {"table": "Table", "svg": "Figure"}
SCROLLED = '<div class="scroll" role="group" aria-label="{name}" tabindex="0">\n'


def filled_page(
    folders: Sequence[Path], context: Mapping[str, Any], sources: Mapping[str, str]
) -> str:
    """The template filled in, with stylesheet, fonts and pictures embedded, as a page that stands
    alone.

    Args:
        folders: where templates are looked for, the first folder first.
        context: what the templates may use.
        sources: the text of each file that the context was made from, by the name that a person
            knows it by.

    Raises:
        InvalidInput: a template has mistakes, a sign is in no typeface, or the page would not stand
            alone.
        NotFound: a template or a file that a stylesheet names is not there.
    """
    templates = TemplateFolders(folders)
    stylesheet = Markup(PLACE + templates.stylesheet(STYLESHEET))  # noqa: S704 - what does not belong there is refused below
    html = render_template(templates, TEMPLATE, {"stylesheet": stylesheet, **context})
    check_signs(html, sources, templates, TEMPLATE)
    html = _with_room_to_scroll(html)
    html = html.replace(PLACE, stylesheet_of(unescape(html), templates), 1)
    return stand_alone(html, TEMPLATE)


def _with_room_to_scroll(html: str) -> str:
    """The document with each table and drawing in a part that a narrow screen, and a keyboard, can
    move sideways.
    """
    for tag, name in WIDE.items():
        html = re.sub(rf"<{tag}(?=[ >])", f"{SCROLLED.format(name=name)}<{tag}", html)
        html = html.replace(f"</{tag}>", f"</{tag}>\n</div>")
    return html
