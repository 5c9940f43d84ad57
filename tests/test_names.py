"""Names say what things are: a class by its name alone, most others by what they hold.

An expression chooses once, so that a reader need not hold two conditions at a time.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tests.making import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED: dict[str, str] = {}
"""Names that still mean several things, and which."""
WORDS = """
    asked both by called counted done drawn each few found given got held here it kept known left
    made many meant more most named now one other others own place places put read rest said same
    seen shown so some such taken tell tells that then there these thing things this those told
    tried used wanted what which whole whose written
"""
VAGUE = frozenset(WORDS.split())
"""Words that say nothing of what is held by the name."""
MOST_VAGUE = 0.05
"""The share of names that may be such a word, as where a file's format has it."""


def syntax() -> Iterator[tuple[str, ast.AST]]:
    """Each part of each module, with where the module is."""
    for path in sorted((ROOT / "vfi").rglob("*.py")):
        module = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_bytes())):
            yield module, node


def bound_names() -> Iterator[tuple[str, str]]:
    """Each name that is assigned, or taken as a parameter, with its module."""
    for module, node in syntax():
        if isinstance(node, ast.arg) and node.arg not in ("self", "cls"):
            yield module, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield module, node.id


def classes() -> dict[str, list[str]]:
    """The modules in which a class of each name is defined."""
    modules: dict[str, list[str]] = defaultdict(list)
    for module, node in syntax():
        if isinstance(node, ast.ClassDef):
            modules[node.name].append(module)
    return modules


def test_no_two_classes_share_a_name() -> None:
    several = {name: modules for name, modules in classes().items() if len(modules) > 1}
    assert {name: several[name] for name in several.keys() - SHARED.keys()} == {}


def test_a_name_that_is_no_longer_shared_is_no_exception() -> None:
    modules = classes()
    assert [name for name in SHARED if len(modules.get(name, ())) < 2] == []


def test_most_names_say_what_they_hold() -> None:
    names = list(bound_names())
    vague = Counter(module for module, name in names if name.strip("_") in VAGUE)
    assert vague.total() / len(names) < MOST_VAGUE, vague.most_common(10)


def test_no_ternary_stands_in_another() -> None:
    nested = {
        f"{module}:{node.lineno}"
        for module, node in syntax()
        if isinstance(node, ast.IfExp)
        for part in ast.walk(node)
        if isinstance(part, ast.IfExp) and part is not node
    }
    assert nested == set()
