"""The reference of the command line, as Markdown: every command with every argument and option."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

import typer

from vfi.cli.app import app

INTRODUCTION = """\
# The command line

<!-- Made from the program by scripts/make_docs.py: change the help of a command there. -->

`vfi COMMAND --help` says the same on the terminal.
"""
WIDTH = 100
OF_EVERY_COMMAND = ("--help",)
CODE = re.compile(r"(`[^`]*`)")
PAGE = re.compile(r"docs/(\w+)\.md")
PARAGRAPHS = re.compile(r"\n\s*\n")
SPECIAL = re.compile(r"([\\*_\[\]])")


def cli_reference() -> str:
    """The whole page."""
    parts = [part for command in commands() for part in _section(*command)]
    return "\n\n".join([INTRODUCTION.strip(), *parts]) + "\n"


def commands() -> Iterator[tuple[Any, Any]]:
    """Every command and group with the context that it is called in, in the order of `--help`."""
    root = typer.main.get_command(app)
    yield from _below(root, root.context_class(root, info_name="vfi"))


def _below(command: Any, context: Any) -> Iterator[tuple[Any, Any]]:
    yield command, context
    below = getattr(command, "commands", {})
    for word in below:
        inner = type(context)(below[word], parent=context, info_name=word)
        yield from _below(below[word], inner)


def parameters(command: Any, context: Any) -> list[tuple[str, str]]:
    """How each argument and option of a command is typed, and its help."""
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    return [record for record in records if record[0] not in OF_EVERY_COMMAND]


def _section(command: Any, context: Any) -> Iterator[str]:
    yield f"{'#' * _depth(context)} {context.command_path}"
    usage = " ".join(command.collect_usage_pieces(context)).replace("{", "").replace("}", "")
    yield f"    {context.command_path} {usage}"
    help_text = inspect.cleandoc(command.help or "")
    yield from (_wrapped(_prose(part)) for part in PARAGRAPHS.split(help_text) if part)
    lines = [
        _wrapped(f"- `{typed}`: {_prose(words)}", "  ")
        for typed, words in parameters(command, context)
    ]
    if lines:
        yield "\n".join(lines)


def _depth(context: Any) -> int:
    """The level of the heading: 2 for the program, one more for each command below."""
    return 2 if context.parent is None else 1 + _depth(context.parent)


def _prose(text: str) -> str:
    """Plain text as Markdown, in which a page of docs/ is a link and code stays code."""
    plain = " ".join(text.split())
    return "".join(part if CODE.fullmatch(part) else _escaped(part) for part in CODE.split(plain))


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _escaped(text: str) -> str:
    escaped = SPECIAL.sub(r"\\\1", text).replace("<", "&lt;")
    return PAGE.sub(r"[\1.md](\1.md)", escaped)
