"""HTML to PDF, tagged as PDF/UA-1."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from warnings import catch_warnings, simplefilter

from vfi import places
from vfi.problems import UserError
from vfi.reporting.accessibility import complete_tags
from vfi.reporting.attachments import Attachment, attach
from vfi.reporting.layout import continued_elements, lay_out, refuse_misfits
from vfi.reporting.templating import data_url_of

VARIANT = "pdf/ua-1"
APT = "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"
FONT_SETTINGS, NO_FONTS = "FONTCONFIG_FILE", Path(__file__).with_name("no-fonts.xml")
# For a document that brings no typeface: Pango cannot lay out a text without any.
LAST_RESORT, LAST_RESORT_FAMILY = "fonts/NotoSans-Regular.woff2", "Noto Sans"
# Sentences that WeasyPrint logs about a sound document; anything else it says stops the work.
HARMLESS = ()
LONGEST_COMPLAINT = 300


def pdf_from_html(html: str, attachment: Attachment | None = None) -> bytes:
    """The PDF of a document that stands alone: all that it needs is embedded, and nothing is
    fetched.

    Args:
        html: the document.
        attachment: a file to carry inside.

    Raises:
        UserError: the system has no Pango, or the document has a fault that would show or would
            hide something from a screen reader: a missing title, language or text alternative, an
            unknown style, a blocked URL, text that leaves its column or the page.
    """
    try:
        with catch_warnings():
            simplefilter(
                "ignore", UserWarning
            )  # that the machine has no fonts: none of them would be used
            from weasyprint import CSS, HTML
            from weasyprint.text.fonts import FontConfiguration
            from weasyprint.urls import URLFetcher
    except OSError as error:
        raise UserError(
            f"the PDF needs the Pango library, which is not installed: {APT}"
        ) from error
    with _no_fonts_of_the_machine():
        fonts = FontConfiguration()
    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    last_resort = data_url_of(places.shipped_templates() / LAST_RESORT)
    CSS(
        string=f'@font-face {{ font-family: "{LAST_RESORT_FAMILY}"; src: url({last_resort}) }}',
        font_config=fonts,
        url_fetcher=fetcher,
    )
    with _complaints() as complaints:
        parsed = HTML(string=html, url_fetcher=fetcher, base_url=None)
        document = lay_out(parsed, pdf_variant=VARIANT, font_config=fonts)
        rendered: bytes = document.write_pdf(pdf_variant=VARIANT, custom_metadata=False)
    if complaints:
        raise UserError("the report cannot be typeset as it is:\n" + "\n".join(complaints))
    refuse_misfits(document)
    completed = complete_tags(rendered, continued_elements(document))
    return completed if attachment is None else attach(completed, attachment)


@contextmanager
def _no_fonts_of_the_machine() -> Iterator[None]:
    """Let Fontconfig start from settings that know no font, so that only those that the document
    embeds are there.
    """
    before = os.environ.get(FONT_SETTINGS)
    os.environ[FONT_SETTINGS] = str(NO_FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ[FONT_SETTINGS]
        else:
            os.environ[FONT_SETTINGS] = before


@contextmanager
def _complaints() -> Iterator[list[str]]:
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()[:LONGEST_COMPLAINT]
            if message not in said and not message.startswith(HARMLESS):
                said.append(message)

    logger = logging.getLogger("weasyprint")
    listener = Listener(logging.WARNING)
    kept = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [listener], False
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = kept
