"""Change one small thing at a time in the rooms that decide ratings, and see whether a test of the
room notices.

    make mutants                              # a sample of 60 over the rooms
    make mutants ARGS='--sample 20 --seed 7 --room scoring'
    make mutants ARGS='--only vfi.robustness.search.flips:17'

A mutant is one comparison, sign, constant, condition or call put in place of another. No file is
changed: a test run loads the mutant in place of the module. The tests named after the module run
first, then those of its folder and of its room, with few generated examples each and then with as
many as ever, until one fails; a mutant that no test notices has survived, and is printed with its
line. The sample is drawn with a seed, so that the same call tries the same mutants.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.util
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).resolve().parent.parent
# The rooms that decide ratings, each with the folders of the tests that say how.
ROOMS = {
    "scoring": ("scoring",),
    "robustness": ("robustness",),
    "synthesis": ("synthesis", "profiles", "scoring"),
}
VARIABLE, QUICKLY = "VFI_MUTANT", "VFI_MUTANT_QUICKLY"
NO_MUTANT = "none"
FEW = 12  # generated examples of a test in the quick round
SECONDS = 400  # a mutant that makes a test hang is noticed
NO_TESTS = 5  # what pytest returns where it has found none
# Sentences, limits of work and lists of names decide no rating.
WORDS = ("words.py", "limits.py", "__init__.py")
# Arguments that decide no rating: `strict` has zip refuse lists of two lengths, which none have.
UNDECIDING = ("strict",)
SWAPPED_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
SWAPPED_SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
SWAPPED_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "sum": "len", "len": "sum"}


@dataclass(frozen=True)
class Mutant:
    """One small change in one module.

    Attributes:
        module: the module, such as `vfi.scoring.nodes`.
        number: which of its changes, in the order of the source.
        line: the line that it is on.
        words: what stands there, and what is put in its place.
    """

    module: str
    number: int
    line: int
    words: str

    @property
    def name(self) -> str:
        """As `--only` takes it."""
        return f"{self.module}:{self.number}"


@dataclass
class _Change:
    node: ast.AST
    make: Callable[[], None]


def changes_of(tree: ast.Module) -> list[_Change]:
    """Every change that can be made in a module, in the order of the source; each is made in
    place.
    """
    changes: list[_Change] = []
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            changes += [change for node in _code_in(statement) for change in _of_node(node)]
    return changes


def _code_in(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function or class without its annotations, decorators and docstrings."""
    yield node
    for name, field in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for part in field if isinstance(field, list) else [field]:
            if isinstance(part, ast.AST) and not _decides_nothing(part):
                yield from _code_in(part)


def _decides_nothing(node: ast.AST) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg in UNDECIDING
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _of_node(node: ast.AST) -> Iterator[_Change]:  # noqa: C901 - one kind of change after the other
    match node:
        case ast.Compare(ops=[comparison]) if type(comparison) in SWAPPED_COMPARISONS:
            yield _Change(
                node, lambda: node.ops.__setitem__(0, SWAPPED_COMPARISONS[type(comparison)]())
            )
        case ast.BinOp(op=sign) if type(sign) in SWAPPED_SIGNS and not isinstance(
            node.left, ast.JoinedStr
        ):
            yield _Change(node, lambda: setattr(node, "op", SWAPPED_SIGNS[type(sign)]()))
        case ast.BoolOp(op=connective):
            other = ast.Or if isinstance(connective, ast.And) else ast.And
            yield _Change(node, lambda: setattr(node, "op", other()))
        case ast.UnaryOp(op=ast.Not()):
            yield _Change(node, lambda: setattr(node, "op", ast.UAdd()))
        case ast.Constant(value=bool(value)):
            yield _Change(node, lambda: setattr(node, "value", not value))
        case ast.Constant(value=int(value)):
            yield _Change(node, lambda: setattr(node, "value", value + 1))
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED_CALLS:
            yield _Change(
                node, lambda: setattr(node, "func", ast.Name(SWAPPED_CALLS[name], ast.Load()))
            )
        case ast.If() | ast.IfExp() | ast.While():
            yield _Change(node, lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)))
        case ast.comprehension(ifs=[_, *_]):
            yield _Change(node, lambda: setattr(node, "ifs", []))


def mutated(module: str, number: int) -> tuple[ast.Module, Mutant]:
    """The tree of a module with one change made, and what was changed."""
    path = path_of(module)
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    change = changes_of(tree)[number]
    located = change.node.target if isinstance(change.node, ast.comprehension) else change.node
    line = getattr(located, "lineno", 0)
    before = _source(change.node)
    change.make()
    mutant = Mutant(module, number, line, f"{before}  ->  {_source(change.node)}")
    return ast.fix_missing_locations(tree), mutant


def _source(node: ast.AST) -> str:
    if isinstance(node, ast.If | ast.While):
        node = node.test
    text = (
        ast.unparse(node)
        if not isinstance(node, ast.comprehension)
        else ast.unparse(node.target) + _ifs(node)
    )
    return " ".join(text.split())[:90]


def _ifs(node: ast.comprehension) -> str:
    return "".join(f" if {ast.unparse(test)}" for test in node.ifs)


def path_of(module: str) -> Path:
    """The file of a module."""
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


def mutants_of(room: str) -> list[Mutant]:
    """Every mutant of a room."""
    mutants = []
    for path in sorted((ROOT / "vfi" / room).rglob("*.py")):
        if path.name not in WORDS:
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            number = len(changes_of(ast.parse(path.read_text(encoding="utf-8"))))
            mutants += [mutated(module, place)[1] for place in range(number)]
    return mutants


# --- Inside a test run: `-p mutants` loads the mutant in place of the module ---


class _Loader(importlib.abc.Loader):
    def __init__(self, module: str, number: int) -> None:
        self._code = compile(mutated(module, number)[0], str(path_of(module)), "exec")

    def create_module(self, _spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)  # noqa: S102 - the module itself, but for one change


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, module: str, number: int) -> None:
        self._module, self._number = module, number

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        if name != self._module:
            return None
        file = str(path_of(name))
        return importlib.util.spec_from_file_location(
            name, file, loader=_Loader(name, self._number)
        )


if os.environ.get(VARIABLE, NO_MUTANT) != NO_MUTANT:
    _module, _, _number = os.environ[VARIABLE].partition(":")
    sys.meta_path.insert(0, _Finder(_module, int(_number)))


def pytest_sessionstart() -> None:
    """Do not shrink examples that fail: that they fail is all there is to know."""
    from hypothesis import HealthCheck, Phase, settings

    phases = (Phase.explicit, Phase.generate)
    every = list(HealthCheck)
    settings.register_profile(
        "mutants", deadline=None, derandomize=True, phases=phases, suppress_health_check=every
    )
    settings.load_profile("mutants")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In the quick round, few examples of each test."""
    from hypothesis import settings

    for item in items if QUICKLY in os.environ else ():
        test = getattr(item, "obj", None)
        known = getattr(test, "_hypothesis_internal_use_settings", None)
        if test is not None and known is not None:
            test._hypothesis_internal_use_settings = settings(
                known, max_examples=min(FEW, known.max_examples)
            )


# --- Outside: draw a sample and run the tests of the room on each ---


def is_noticed(mutant: Mutant) -> bool:
    """Whether a test fails, or hangs, with the mutant."""
    groups = tests_of(mutant.module)
    return any(_fails(mutant.name, group, quickly) for quickly in (True, False) for group in groups)


def tests_of(module: str) -> list[list[str]]:
    """The tests that may notice a mutant, as pytest takes them, the nearest first.

    They are the test module of the module's name, the others of the same folder, and the others of
    the room.
    """
    _, room, *folders, name = module.split(".")
    folder = Path("tests", room, *folders)
    namesake = folder / f"test_{name}.py"
    rooms = [Path("tests", tested) for tested in ROOMS[room]]
    groups = [[namesake], [folder], rooms]
    tried: list[Path] = []
    calls: list[list[str]] = []
    for group in groups:
        new = [path for path in group if (ROOT / path).exists() and path not in tried]
        if new:
            calls.append([*map(str, new), *(f"--ignore={path}" for path in tried)])
        tried += new
    return calls


def _fails(mutant: str, tests: list[str], quickly: bool) -> bool:
    environment = os.environ | {VARIABLE: mutant, "PYTHONPATH": str(ROOT / "scripts")}
    environment |= {QUICKLY: "yes"} if quickly else {}
    call = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "mutants",
        "-p",
        "no:cacheprovider",
        "--tb=no",
        *tests,
    ]
    try:
        ran = subprocess.run(
            call, cwd=ROOT, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return ran.returncode not in (0, NO_TESTS)


def refuse_failing_tests(rooms: Iterable[str]) -> None:
    """Stop where tests of the rooms fail already: they would seem to notice every mutant."""
    folders = sorted({f"tests/{folder}" for room in rooms for folder in ROOMS[room]})
    if _fails(NO_MUTANT, folders, quickly=True):
        sys.exit(f"tests of {', '.join(folders)} fail without a mutant")


def main() -> int:
    """Try a sample of mutants, print the survivors, and say what share was noticed."""
    options = _options()
    rooms = options.room or list(ROOMS)
    if options.only:
        chosen = [
            mutated(name, int(number))[1]
            for name, _, number in (only.partition(":") for only in options.only)
        ]
    else:
        every = [mutant for room in rooms for mutant in mutants_of(room)]
        drawn = random.Random(options.seed)  # noqa: S311 - a sample, not a secret
        chosen = drawn.sample(every, min(options.sample, len(every)))
        print(
            f"{len(chosen)} of {len(every):,} mutants of {', '.join(rooms)}, seed {options.seed}",
            flush=True,
        )
        refuse_failing_tests(rooms)
    survivors = []
    with ThreadPoolExecutor(options.jobs) as pool:
        for mutant, noticed in zip(chosen, pool.map(is_noticed, chosen), strict=True):
            print("." if noticed else "S", end="", flush=True)
            if not noticed:
                survivors.append(mutant)
    print(f"\n{len(chosen) - len(survivors)} of {len(chosen)} noticed")
    for mutant in survivors:
        print(f"  {mutant.name}  line {mutant.line}  {mutant.words}")
    return 0 if len(survivors) * 10 <= len(chosen) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Change one small thing at a time and see whether a test notices."
    )
    parser.add_argument("--sample", type=int, default=60, help="how many mutants to try")
    parser.add_argument("--seed", type=int, default=2025, help="which sample is drawn")
    parser.add_argument(
        "--room", action="append", choices=ROOMS, help="only this room; may be given twice"
    )
    parser.add_argument(
        "--only", action="append", metavar="MODULE:NUMBER", help="only this mutant; may be repeated"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many to try at once")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
