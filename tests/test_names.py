"""A class is known by its name alone: no two of the program share one."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.making import ROOT

SHARED = {"Level": "a level of a scale, and its cell in a table for a terminal"}
"""Names that still mean several things, and which."""


def classes() -> dict[str, list[str]]:
    """The modules in which a class of each name is defined."""
    modules: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "vfi").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ClassDef):
                modules[node.name].append(path.relative_to(ROOT).as_posix())
    return modules


def test_no_two_classes_share_a_name() -> None:
    several = {name: modules for name, modules in classes().items() if len(modules) > 1}
    assert {name: several[name] for name in several.keys() - SHARED.keys()} == {}


def test_a_name_that_is_no_longer_shared_is_no_exception() -> None:
    modules = classes()
    assert [name for name in SHARED if len(modules.get(name, ())) < 2] == []
