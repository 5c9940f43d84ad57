"""What the pages that are made from the program must hold."""

from __future__ import annotations

import re

import vfi
from scripts.cli_reference import commands, parameters
from tests.making import ROOT

SHORTEST_HELP = 10


def test_every_command_and_every_option_has_help_and_is_in_the_reference() -> None:
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command, context in commands():
        assert len(command.help or "") >= SHORTEST_HELP, context.command_path
        own = reference.split(f"# {context.command_path}\n")[1].split("\n#")[0]
        for typed, words in parameters(command, context):
            assert len(words) >= SHORTEST_HELP, f"{context.command_path} {typed}"
            assert f"- `{typed}`: " in own


def test_every_public_name_is_in_the_reference() -> None:
    reference = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^::: vfi\.(\w+)$", reference, re.MULTILINE)
    assert sorted(listed) == sorted(set(vfi.__all__) - {"__version__"})
