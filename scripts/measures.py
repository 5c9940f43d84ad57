"""Count what the house rules speak of: sizes, names, ternaries, comments, the longest chain of
imports, and how many functions lie between a command and the rounding of a rating.

    make measures
"""

from __future__ import annotations

import ast
import contextlib
import io
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "vfi"
STUDY = "domestic-abuse-duty-2025"
ROUNDING = ("vfi.synthesis.intervals", "holding")  # which rating a number gets
COMMANDS = {
    "score": ["score", STUDY],
    "robustness": ["robustness", STUDY, "--only", "rules"],
    "report": ["report", STUDY],
}


def main() -> None:
    """Print every figure on a line of its own."""
    modules = modules_of(ROOT / PACKAGE)
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in modules.items()}
    lines = sum(path.read_text(encoding="utf-8").count("\n") for path in modules.values())
    imports = {name: imported(tree, modules) for name, tree in trees.items()}
    chain = longest_chain(imports)
    print(f"modules {len(modules)}, lines {lines:,}")
    print(f"longest chain of imports {len(chain)}: {' > '.join(chain)}")
    print(f"comments a 1,000 lines {1000 * comments(modules) / lines:.1f}")
    print(f"ternaries a 1,000 lines {1000 * ternaries(trees) / lines:.1f}")
    print(f"class names defined twice {', '.join(classes_twice(trees)) or 'none'}")
    for command, arguments in COMMANDS.items():
        print(f"functions from `vfi {command}` to rounding {hops(arguments)}")


def modules_of(folder: Path) -> dict[str, Path]:
    """Every module below a folder by its full name."""
    names: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        names[".".join(parts).removesuffix(".__init__")] = path
    return names


def imported(tree: ast.Module, modules: Mapping[str, Path]) -> set[str]:
    """The modules that one imports when it is imported itself."""
    names: set[str] = set()
    for node in _at_import(tree.body):
        if isinstance(node, ast.ImportFrom) and node.module:
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {name if name in modules else node.module for name in full}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names & modules.keys()


def _at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run on import: none in a function or for the type checker only."""
    for node in body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from _at_import(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            for part in ("body", "orelse", "finalbody"):
                yield from _at_import(getattr(node, part, []))


def longest_chain(imports: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The longest way from a module to one that it needs; there is no circle."""

    @cache
    def longest(name: str) -> tuple[str, ...]:
        return (name, *max((longest(below) for below in imports[name]), key=len, default=()))

    return max((longest(name) for name in imports), key=len)


def comments(modules: Mapping[str, Path]) -> int:
    """How many lines hold a comment."""
    lines = (
        line for path in modules.values() for line in path.read_text(encoding="utf-8").split("\n")
    )
    return sum(line.lstrip().startswith("# ") or "  # " in line for line in lines)


def ternaries(trees: Mapping[str, ast.Module]) -> int:
    """How many conditional expressions there are."""
    return sum(isinstance(node, ast.IfExp) for tree in trees.values() for node in ast.walk(tree))


def classes_twice(trees: Mapping[str, ast.Module]) -> list[str]:
    """The names that two classes have."""
    names = Counter(
        node.name
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )
    return sorted(name for name, number in names.items() if number > 1)


def hops(arguments: list[str]) -> int:
    """How many functions of the package are on the way from a command to the rounding, at most."""
    depths: list[int] = []

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        where = (frame.f_globals.get("__name__"), frame.f_code.co_name)
        if event == "call" and where == ROUNDING:
            depths.append(_depth(frame))

    from vfi.cli.app import app

    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        if arguments[0] == "report":
            arguments = [*arguments, "--output", f"{folder}/report.html"]
        sys.setprofile(watch)
        try:
            app(arguments, standalone_mode=False)
        finally:
            sys.setprofile(None)
    return max(depths)


def _depth(frame: FrameType | None) -> int:
    """The functions of the package on the stack, those that parse the command line aside."""
    names = []
    while frame is not None:
        module = str(frame.f_globals.get("__name__"))
        if module.startswith(f"{PACKAGE}.") and not frame.f_code.co_name.startswith("<"):
            names.append((module, frame.f_code.co_name))
        frame = frame.f_back
    return sum(module != "vfi.cli.answering" for module, _ in names)


if __name__ == "__main__":
    main()
