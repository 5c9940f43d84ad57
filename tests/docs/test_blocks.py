from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.docs.blocks import LANGUAGES, Block, blocks_of, typed, units
from tests.scratch import scratch

MOST_NOT_RUN = 4
"""Blocks that need a bare machine, a network or somebody's key."""

UNITS = units()
README_SAYS = {
    "vfi check my-study": "no errors (2 cases, 2 criteria, 4 judgements",
    # E1.1: Good alone, 2; E2.1: (3 + 1) / 2 = 2; so both dimensions and the whole are Good.
    "vfi score my-study": "Overall: Good",
    "vfi explain my-study E2 --case LA01": "Excellent",
    "vfi score domestic-abuse-duty-2025": "all 18 equal the computed ones",
}


def every_block() -> list[Block]:
    return [block for blocks in UNITS.values() for block in blocks]


@pytest.mark.parametrize("unit", UNITS)
def test_every_block_does_what_the_page_says(
    unit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(scratch(tmp_path))
    names: dict[str, Any] = {"__name__": "page"}
    said = [typed(block, tmp_path, names) for block in UNITS[unit]]
    transcript = "".join(said)
    for command in transcript.split("$ ")[1:]:
        line, _, printed = command.partition("\n")
        expected = README_SAYS.get(line.partition("#")[0].strip(), "")
        assert expected in printed


def test_what_is_checked_of_readme_is_in_it() -> None:
    typed_in_readme = "".join(block.text for block in blocks_of("README.md"))
    assert [command for command in README_SAYS if command not in typed_in_readme] == []


def test_few_blocks_are_left_out_and_each_says_why() -> None:
    left_out = [block for block in every_block() if "not run" in block.remarks]
    assert len(left_out) <= MOST_NOT_RUN
    assert all(len(block.remarks["not run"]) > 10 for block in left_out)


def test_every_block_is_of_a_language_that_is_typed() -> None:
    assert [block.where for block in every_block() if block.language not in LANGUAGES] == []


def test_every_file_that_a_page_writes_is_read_by_a_command_after_it() -> None:
    for blocks in UNITS.values():
        for place, block in enumerate(blocks):
            if "file" in block.remarks:
                assert "console" in [after.language for after in blocks[place:]], block.where
