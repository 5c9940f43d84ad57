"""Markdown as a study may write it: raw HTML off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def parser() -> MarkdownIt:
    """What turns the text of a section into tokens: the same for all that read it."""
    from markdown_it import MarkdownIt

    from vfi.inputs.quotation_marks import curl_quotation_marks

    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["table", "smartquotes"])
    markdown.core.ruler.at("smartquotes", curl_quotation_marks)
    return markdown
