"""The tests of a module are where its name says: `vfi/a/b.py` has `tests/a/test_b.py`."""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

from tests.making import ROOT

ROOMS = {
    **dict.fromkeys(
        ("cli", "cli/explain", "cli/robustness", "cli/rubric", "cli/score"),
        "what a command prints is tested by running the command",
    ),
    "profiles": "tested by what becomes of every profile, against trying each",
    "relational/steps": "the cases of every rule are recomputed as well as scored",
    "robustness/search": "tested by what a search answers, against trying everything",
    "study": "records are tested by the studies that load and those that do not",
    "synthesis": "tested by what each rule makes of its inputs",
}
"""Rooms in which not every module has tests of its own, with what tests them instead."""


def defines_behaviour(path: Path) -> bool:
    """Whether a module has a function or a method, and not only names and types."""
    tree = ast.parse(path.read_bytes())
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def modules() -> dict[PurePosixPath, PurePosixPath]:
    """Each module with behaviour by where its tests belong; packages have theirs by module."""
    expected: dict[PurePosixPath, PurePosixPath] = {}
    for path in sorted((ROOT / "vfi").rglob("*.py")):
        if path.name != "__init__.py" and defines_behaviour(path):
            name = PurePosixPath(path.relative_to(ROOT / "vfi").as_posix())
            expected[PurePosixPath("tests", name.parent, f"test_{name.name}")] = name
    return expected


def untested() -> dict[str, str]:
    """The modules that have no test module of their name, each with its room."""
    return {
        module.as_posix(): module.parent.as_posix()
        for tests, module in modules().items()
        if not (ROOT / tests).is_file()
    }


def test_every_module_has_a_test_module_of_its_name() -> None:
    assert [module for module, room in untested().items() if room not in ROOMS] == []


def test_a_room_where_every_module_has_its_tests_is_no_exception() -> None:
    assert ROOMS.keys() - set(untested().values()) == set()
