"""Markdown as a study may write it: CommonMark with raw HTML off, and what authors write beside
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def parser() -> MarkdownIt:
    """What turns the text of a section into tokens: the same for all that read it."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.subscript import sub_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    from vfi.inputs.quotation_marks import curl_quotation_marks

    markdown = MarkdownIt("commonmark", {"html": False, "typographer": True})
    markdown.enable(["table", "smartquotes", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, sub_plugin, superscript_plugin):
        markdown.use(plugin)
    markdown.core.ruler.at("smartquotes", curl_quotation_marks)
    return markdown
