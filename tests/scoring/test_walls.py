"""Scoring is exact and touches no file: what its source may import and call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import ROOT

MODULES = sorted(
    path for folder in ("scoring", "synthesis") for path in (ROOT / "vfi" / folder).rglob("*.py")
)
OUTSIDE = {
    "io",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "urllib",
    "random",
    "time",
    "datetime",
}
WALLED_OFF = (
    "vfi.inputs",
    "vfi.outputs",
    "vfi.places",
    "vfi.cli",
    "vfi.reporting",
    "vfi.relational",
)
MODELS = {"vfi.inputs.fields"}
CALLS = {
    "open",
    "print",
    "input",
    "exec",
    "eval",
    "round",
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
}
# A float may stand only where a number is printed.
PRINTING = {"document.py", "explanation_document.py", "contract.py", "words.py"}


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield node.module or ""


def called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "id", getattr(node.func, "attr", ""))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_scoring_imports_and_calls_nothing_that_reads_writes_or_rounds(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = set(imported(tree))
    assert not {module.partition(".")[0] for module in modules} & OUTSIDE
    assert not [module for module in modules - MODELS if module.startswith(WALLED_OFF)]
    assert not set(called(tree)) & CALLS


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.name not in PRINTING], ids=lambda path: path.name
)
def test_scoring_computes_without_floats(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert "float" not in names
    assert not [value for value in constants if isinstance(value, float)]


@pytest.mark.parametrize("path", sorted((ROOT / "vfi").rglob("*.py")), ids=lambda path: path.stem)
def test_the_code_knows_no_case_and_no_rubric_by_name(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert not constants & {
        "Poor",
        "Adequate",
        "Good",
        "Excellent",
        "E1",
        "E1.1",
        "LA01",
        "domestic-abuse-duty-vfi",
    }
