"""The Markdown that a narrative may be written in, and what of it would otherwise be printed as it
was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import escape

from vfi.inputs.markdown import parser
from vfi.reporting.markdown_tables import caption_html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

UNREAD = "unread"
ESCAPE_HINT = "a backslash before it prints it as it is"
# What is no part of the dialect, each with what a person would have meant by it.
UNSUPPORTED = {
    "a footnote that is not there": (
        re.compile(r"\[\^[^\]\s]+\]"),
        "[^name], with [^name]: the note further down",
    ),
    "a task list": (re.compile(r"^\[[ xX]\]\s"), "a list"),
    "a box of a kind": (re.compile(r"^\[!\w+\]"), "a block quotation"),
    "a link to a page of a wiki": (re.compile(r"\[\[[^\]]+\]\]"), "[words](address)"),
    "an abbreviation": (re.compile(r"\*\[[^\]]+\]:"), "the words in full"),
    "a link or picture that is none": (
        re.compile(r"!?\[[^\]]*\](\(|\[)"),
        "[words](address) or ![words](file)",
    ),
    "raw HTML": (
        re.compile(r"<(/?[A-Za-z][\w-]*(\s[^<>]*)?/?|!--.*?--|[A-Za-z][\w+.-]*:[^\s<>]*)>"),
        "Markdown",
    ),
    "highlighting": (re.compile(r"==\S[^=]*\S=="), "**bold** or *italic* words"),
    "a formula": (re.compile(r"\$\$"), "words, or a picture"),
    "attributes": (re.compile(r"\{[#.][\w-]+[^}]*\}"), "a plain heading, link or picture"),
    "a box with colons or exclamation marks": (re.compile(r"^(:{3,}|!{3})"), "a block quotation"),
}
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?=[\w-]+:)")


class Unread(NamedTuple):
    """Markdown that would be printed as it was typed: its line, what it is, and what to write
    instead.
    """

    line: int | None
    found: str
    expected: str


def markdown_parser() -> MarkdownIt:
    """What turns a section into HTML, and notes what of it would be printed as it was typed."""
    markdown = parser()
    markdown.core.ruler.after("inline", UNREAD, _note_unread)
    for name, rule in (
        ("fence", _code),
        ("code_block", _code),
        ("footnote_block_open", _notes_open),
        ("footnote_block_close", _notes_close),
        ("footnote_caption", _note_number),
        ("footnote_anchor", _note_anchor),
        ("table_caption", caption_html),
    ):
        markdown.add_render_rule(name, rule)
    return markdown


def unread(text: str, env: dict[str, Any]) -> Iterator[Unread]:
    """What of a parsed text would be printed as it was typed, or not at all.

    Args:
        text: the Markdown.
        env: what the parser noted while it read the text.
    """
    if FRONT_MATTER.match(text):
        yield Unread(
            1, "a head of settings between dashes", "only text; settings are in study.yaml"
        )
    yield from env.get(UNREAD, ())
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            note = f"[^{label.removeprefix(':')}]:"
            line = text.count("\n", 0, max(text.find(note), 0)) + 1
            yield Unread(
                line,
                f'the footnote "{note}" that nothing refers to',
                "a reference to it in the text",
            )


def _note_unread(state: StateCore) -> None:
    """Look for what the parser left as text; text after a backslash is meant, and stands in tokens
    of its own.
    """
    found = state.env.setdefault(UNREAD, [])
    for block in state.tokens:
        line = block.map[0] if block.map else None
        for child in block.children or ():
            if child.type == "text":
                found += _unread_in(child.content, None if line is None else line + 1)
            elif child.type in {"softbreak", "hardbreak"} and line is not None:
                line += 1


def _unread_in(text: str, line: int | None) -> Iterator[Unread]:
    for what, (pattern, expected) in UNSUPPORTED.items():
        if match := pattern.search(text):
            shown = " ".join(match[0].split())[:40]
            yield Unread(line, f'{what}, "{shown}"', f"{expected}; {ESCAPE_HINT}")


def _code(self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """Code line by line, so that where a long line goes on can be seen by its indentation."""
    del self, options, env
    lines = tokens[place].content.removesuffix("\n").split("\n")
    spans = [f'<span class="line">{escape(line)}\n</span>' for line in lines]
    return f"<pre><code>{''.join(spans)}</code></pre>\n"


def _notes_open(*_: Any) -> str:
    return '<div class="footnotes">\n<ol>\n'


def _notes_close(*_: Any) -> str:
    return "</ol>\n</div>\n"


def _note_number(
    self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any
) -> str:
    del self, options, env
    return str(tokens[place].meta["id"] + 1)


def _note_anchor(
    self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any
) -> str:
    """The way back from a note to where it is referred to."""
    name = self.rules["footnote_anchor_name"](tokens, place, options, env)
    repeated = tokens[place].meta["subId"]
    number = tokens[place].meta["id"] + 1
    target, words = (f"{name}:{repeated}", f"↑ {repeated + 1}") if repeated else (name, "↑")
    label = f"{words} Back to reference {number}"
    return f' <a class="footnote-back" href="#fnref{target}" aria-label="{label}">{words}</a>'
