"""What `import vfi` offers: every name once, in one place, with what it answers and raises."""

from __future__ import annotations

import doctest
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer

import vfi
from tests.scratch import scratch
from vfi.cli.app import app

FUNCTIONS = [name for name in vfi.__all__ if inspect.isfunction(getattr(vfi, name))]
CLASSES = [name for name in vfi.__all__ if inspect.isclass(getattr(vfi, name))]
OF_COMMANDS = {
    "score": ("score", "score_perspectives", "compare"),
    "explain": ("explain",),
    "check": ("check_study",),
    "audit study": ("audit_study", "audit_sql"),
    "audit rules": ("audit_rules",),
    "audit claims": ("audit_claims",),
    "audit figures": ("audit_figures",),
    "robustness": ("examine_robustness", "what_if"),
    "report": ("render",),
    "workbook": ("write_workbook",),
    "bundle": ("write_bundle",),
    "verify": ("verify_bundle",),
    "studies": ("list_studies", "load_study"),
    "rubrics": ("list_rubrics",),
    "rubric show": ("load_rubric",),
    "rubric check": ("check_rubric",),
    "rubric table": ("tabulate_rubric",),
    "rubric diff": ("diff_rubrics",),
    "rubric new": ("new_rubric",),
    "rubric schema": ("rubric_schema",),
}
"""The functions that answer what a command does."""

TOGETHER = ("write_bundle", "verify_bundle")
EXAMPLES = [(name,) for name in FUNCTIONS if name not in TOGETHER] + [TOGETHER]
"""Functions by what their examples make: a bundle is written before it is verified."""


def commands(command: Any, name: str = "") -> Iterator[str]:
    """The names of all commands at or below one."""
    below = getattr(command, "commands", None)
    if below is None:
        yield name
        return
    for word in below:
        yield from commands(below[word], f"{name} {word}".strip())


def raised(name: str) -> list[str]:
    """The errors that the docstring of a function tells."""
    section = (getattr(vfi, name).__doc__ or "").partition("Raises:\n")[2].partition("\n\n")[0]
    return re.findall(r"^ {8}(\w+): ", section, re.MULTILINE)


def test_every_command_has_its_function_and_every_function_its_command() -> None:
    assert sorted(commands(typer.main.get_command(app))) == sorted(OF_COMMANDS)
    assert sorted(name for names in OF_COMMANDS.values() for name in names) == FUNCTIONS


def test_every_name_is_listed_once_and_resolves() -> None:
    assert len(set(vfi.__all__)) == len(vfi.__all__)
    assert dir(vfi) == sorted(vfi.__all__) == sorted(vfi._HOME)
    assert {*FUNCTIONS, *CLASSES, "__version__"} == set(vfi.__all__)


def test_nothing_goes_by_two_names() -> None:
    named = {name: getattr(vfi, name) for name in (*FUNCTIONS, *CLASSES)}
    assert len({id(thing) for thing in named.values()}) == len(named)
    assert [name for name, thing in named.items() if thing.__name__ != name] == []


def test_no_name_is_also_that_of_a_room_which_would_take_its_place_once_imported() -> None:
    rooms = {path.stem for path in Path(vfi.__file__).parent.iterdir()}
    assert rooms.isdisjoint(vfi.__all__)


@pytest.mark.parametrize("name", [*FUNCTIONS, *CLASSES])
def test_each_says_what_it_answers(name: str) -> None:
    assert (getattr(vfi, name).__doc__ or "").strip()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_says_its_arguments_its_errors_and_an_example(name: str) -> None:
    function = getattr(vfi, name)
    words = function.__doc__ or ""
    parameters = inspect.signature(function).parameters
    told = re.findall(r"^ {8}(\w+): ", words.partition("Args:\n")[2], re.MULTILINE)
    assert [parameter for parameter in parameters if parameter not in told] == []
    assert raised(name) or not parameters
    assert ">>> " in words.partition("Examples:\n")[2]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_errors_of_a_function_are_those_that_vfi_offers(name: str) -> None:
    assert [
        error for error in raised(name) if not issubclass(getattr(vfi, error), vfi.VfiError)
    ] == []


@pytest.mark.parametrize("names", EXAMPLES, ids=" ".join)
def test_the_example_of_each_function_is_true(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(scratch(tmp_path))
    finder = doctest.DocTestFinder(recurse=False)
    said: list[str] = []
    for name in names:
        (example,) = finder.find(getattr(vfi, name), name, globs={"vfi": vfi})
        doctest.DocTestRunner().run(example, out=said.append)
    assert "".join(said) == ""


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scores'"):
        vfi.scores  # noqa: B018


def test_importing_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import vfi; print(*(set(sys.modules) - before))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in loaded if name.startswith("vfi")] == ["vfi"]


@pytest.mark.parametrize("heavy", ["pydantic", "numpy", "weasyprint", "duckdb", "jinja2"])
def test_naming_a_function_imports_nothing_heavy(heavy: str) -> None:
    names = [name for name in FUNCTIONS if getattr(vfi, name).__module__.startswith("vfi.api.")]
    used = "; ".join(f"vfi.{name}" for name in names)
    code = f"import sys, vfi; {used}; print({heavy!r} in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_everything_public_is_where_the_face_says() -> None:
    for name, home in vfi._HOME.items():
        assert getattr(import_module(home), name) is getattr(vfi, name)
