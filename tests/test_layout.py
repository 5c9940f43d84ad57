"""The tests of a module are where its name says: `vfi/a/b.py` has `tests/a/test_b.py`."""

from __future__ import annotations

import ast
from pathlib import Path, PurePosixPath

from tests.making import ROOT


def defines_behaviour(path: Path) -> bool:
    """Whether a module has a function or a method that does something, and not only names, types
    and what others have to define.
    """
    nodes = ast.walk(ast.parse(path.read_bytes()))
    functions = (node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(
        len(function.body) > 1 or ast.get_docstring(function) is None for function in functions
    )


def modules() -> dict[PurePosixPath, PurePosixPath]:
    """Each module with behaviour by where its tests belong; packages have theirs by module."""
    expected: dict[PurePosixPath, PurePosixPath] = {}
    for path in sorted((ROOT / "vfi").rglob("*.py")):
        if path.name != "__init__.py" and defines_behaviour(path):
            name = PurePosixPath(path.relative_to(ROOT / "vfi").as_posix())
            expected[PurePosixPath("tests", name.parent, f"test_{name.name}")] = name
    return expected


def test_every_module_has_a_test_module_of_its_name() -> None:
    untested = [
        module.as_posix() for tests, module in modules().items() if not (ROOT / tests).is_file()
    ]
    assert untested == []
