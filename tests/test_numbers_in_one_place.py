"""No room says a number by itself: digits, percent signs and the words beside a number come from
`vfi.numbers`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.making import ROOT

VFI = ROOT / "vfi"
MODULES = sorted(path for path in VFI.rglob("*.py") if path != VFI / "numbers.py")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
DIGITS = re.compile(r"[,_]|\.[0-9]|[eEfFgGn%d]$|^\+")
PLURALS = ({"is", "are"}, {"has", "have"}, {"does", "do"}, {"become", "becomes"}, {"", "s"})

# Floats that lay a page out, that are read, or that chances are reckoned in; none of them is said.
RECKONED = {
    "frames.py": "numbers of a table, read for a data frame",
    "reporting/boxes.py": "where boxes lie on a page",
    "reporting/charts.py": "lengths of a drawing",
    "reporting/context.py": "the width of a column, in millimetres",
    "reporting/layout.py": "parts of a page",
    "reporting/robustness_charts.py": "lengths of a drawing",
    "robustness/chance/drawn.py": "chances, reckoned as floats",
    "robustness/chance/errors.py": "chances, reckoned as floats",
    "robustness/chance/uncertainty.py": "chances, reckoned as floats",
}


def by_format(node: ast.AST) -> Iterator[str]:
    """Formats that give a number its digits; widths and alignments do not."""
    if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
        spec = "".join(str(text.value) for text in constants(node.format_spec))
        if DIGITS.search(spec):
            yield f"a format {spec}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        form = node.func.value
        if node.func.attr == "format" and isinstance(form, ast.Constant):
            specs = re.findall(r"\{[^{}]*:([^{}]*)\}", str(form.value))
            yield from (f"a format {spec}" for spec in specs if DIGITS.search(spec))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        yield from ("a form filled in with %" for form in constants(node.left) if is_text(form))


def by_rounding(node: ast.AST) -> Iterator[str]:
    """Numbers made shorter, or inexact."""
    name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    if name in ("round", "float", "format"):
        yield f"a call of {name}"


def by_percent_sign(node: ast.AST) -> Iterator[str]:
    """A percent sign put after something that is filled in."""
    if isinstance(node, ast.JoinedStr):
        for before, after in zip(node.values, node.values[1:], strict=False):
            text = after.value if isinstance(after, ast.Constant) else ""
            if isinstance(before, ast.FormattedValue) and str(text).startswith("%"):
                yield "a percent sign after a value"


def by_plural(node: ast.AST) -> Iterator[str]:
    """A word that is chosen to agree with a number."""
    if isinstance(node, ast.IfExp):
        words = {branch.value for branch in constants(node.body, node.orelse)}
        if words in PLURALS or (len(words) == 2 and differ_by_an_s(*map(str, words))):
            yield f"a choice between {' and '.join(sorted(map(str, words)))}"


def constants(*nodes: ast.AST) -> list[ast.Constant]:
    found = [part for node in nodes for part in getattr(node, "values", [node])]
    return [node for node in found if isinstance(node, ast.Constant)]


def is_text(constant: ast.Constant) -> bool:
    return isinstance(constant.value, str)


def differ_by_an_s(one: str, other: str) -> bool:
    return f"{one}s" == other or f"{other}s" == one


SIGNS: tuple[Callable[[ast.AST], Iterator[str]], ...] = (
    by_format,
    by_rounding,
    by_percent_sign,
    by_plural,
)


def said_in(text: str) -> list[tuple[int, str]]:
    """Each number that a module says by itself: the line and how."""
    tree = ast.parse(text)
    return [
        (getattr(node, "lineno", 0), told)
        for node in ast.walk(tree)
        for sign in SIGNS
        for told in sign(node)
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(VFI)))
def test_no_module_says_a_number_by_itself(path: Path) -> None:
    found = said_in(path.read_text(encoding="utf-8"))
    if str(path.relative_to(VFI)) in RECKONED:
        assert found, "this module needs no exception any more"
        assert {told for _, told in found} <= {"a call of round", "a call of float"}
    else:
        assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_number_by_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (
        re.findall(r"\.format\(|\| *(?:round|int|float|format)\b|\}\} ?%(?!\})|%\.\d", text) == []
    )
    assert re.findall(r"== 1 %\}(?:is|are|has|have|s)\b|\"s\" if [^}]*[!=<>]=? 1\b", text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('f"{x:.1f}"', "a format .1f"),
        ('f"{x:,}"', "a format ,"),
        ('f"{x:+}"', "a format +"),
        ('"{:.2%}".format(x)', "a format .2%"),
        ('"%.2f" % x', "a form filled in with %"),
        ("round(x, 2)", "a call of round"),
        ("float(x)", "a call of float"),
        ('f"{x}%"', "a percent sign after a value"),
        ("'is' if x == 1 else 'are'", "a choice between are and is"),
        ("'case' if x == 1 else 'cases'", "a choice between case and cases"),
        ("f\"point{'' if x == 1 else 's'}\"", "a choice between  and s"),
    ],
)
def test_what_says_a_number_is_noticed(text: str, told: str) -> None:
    assert [words for _, words in said_in(text)] == [told]


@pytest.mark.parametrize("text", ['f"{x:<17}"', 'f"{x:06}"', 'f"{x:02x}"', 'f"{x} of {y}"'])
def test_widths_are_no_way_to_say_a_number(text: str) -> None:
    assert said_in(text) == []
