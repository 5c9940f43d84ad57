from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from tests.cli.conftest import Ran
from tests.making import ROOT, SHIPPED_STUDY
from vfi import __version__
from vfi.cli.app import app

Vfi = Callable[..., Ran]
HEAVY = ["weasyprint", "jinja2", "pikepdf", "pydantic", "yaml", "markdown_it"]


def commands(group: Any, name: str = "vfi") -> Iterator[tuple[str, Any]]:
    """The commands below a group; Any, since typer's own copy of click has no types of its own."""
    for word, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = dict(commands(typer.main.get_command(app)))


def test_the_commands() -> None:
    assert {
        "vfi score",
        "vfi explain",
        "vfi check",
        "vfi report",
        "vfi studies",
        "vfi rubrics",
        "vfi rubric show",
    } <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"\b{name}\b", (ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_says_what_it_is_for(vfi: Vfi, name: str) -> None:
    command = COMMANDS[name]
    assert len(command.help.split()) > 4
    for parameter in command.params:
        assert getattr(parameter, "help", ""), parameter.name
    shown = vfi(*name.split()[1:], "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"Usage: {name} ")
    assert vfi(*name.split()[1:], "-h").out == shown.out


def test_help_names_every_command_and_the_exit_codes(vfi: Vfi) -> None:
    shown = vfi("--help")
    assert shown.code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name.split()[1]} ", shown.out, re.MULTILINE)
    assert "Exit codes: 0 done" in shown.out


def test_help_names_the_folder_of_the_documentation_on_a_line_of_its_own(
    vfi: Vfi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    last = vfi("--help").out.splitlines()[-1].strip()
    assert Path(last) == ROOT / "docs"
    assert (Path(last) / "cli.md").is_file()


def test_no_arguments_show_the_help(vfi: Vfi) -> None:
    assert "Commands:" in "".join((vfi().out, vfi().err))


def test_version(vfi: Vfi) -> None:
    assert vfi("--version") == Ran(0, f"vfi {__version__}\n", "")
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["scor"], "score"),
        (["score"], "STUDY"),
        (["score", SHIPPED_STUDY, "--format", "xml"], "'table', 'json', 'csv'"),
        (["score", SHIPPED_STUDY, "--fromat", "csv"], "--format"),
        (["explain", SHIPPED_STUDY], "NODE"),
        (["rubric", "sho"], "show"),
    ],
)
def test_wrong_call_exits_2_with_a_word_of_help(vfi: Vfi, arguments: list[str], told: str) -> None:
    ran = vfi(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["score", "domestic-abuse-duty-2024"], f'did you mean "{SHIPPED_STUDY}"?'),
        (["check", "domestic-abuse-duty-2024"], f'did you mean "{SHIPPED_STUDY}"?'),
        (["explain", "domestic-abuse-duty-2024", "E1"], f'did you mean "{SHIPPED_STUDY}"?'),
        (["explain", SHIPPED_STUDY, "Overal"], 'did you mean "overall"?'),
        (["explain", SHIPPED_STUDY, "E1", "--case", "la07"], 'did you mean "LA07"?'),
        (["rubric", "show", "domestic-abuse-vfi"], 'did you mean "domestic-abuse-duty-vfi"?'),
        (["score", "x" * 400], "cannot look for a study"),
        (["score", "/"], "has no study.yaml"),
        (["rubric", "show", "."], "has no rubric.yaml"),
    ],
)
def test_unknown_name_exits_2_with_one_line_that_suggests_the_nearest(
    vfi: Vfi, arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ran = vfi(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("vfi: ")
    assert ran.err.count("\n") == 1
    assert told in ran.err


def test_fault_of_the_program_is_one_line_and_no_traceback(
    vfi: Vfi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(study: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.delenv("VFI_DEBUG", raising=False)
    monkeypatch.setattr("vfi.scoring.scorecard.score", fail)
    ran = vfi("score", SHIPPED_STUDY)
    assert ran.code == 2
    assert ran.err.startswith("vfi: unexpected ZeroDivisionError: by zero\n")
    assert "Traceback" not in ran.err


def test_fault_of_the_program_in_full_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, vfi: Vfi
) -> None:
    def fail(study: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setenv("VFI_DEBUG", "1")
    monkeypatch.setattr("vfi.scoring.scorecard.score", fail)
    with pytest.raises(ZeroDivisionError):
        vfi("score", SHIPPED_STUDY)


def imported_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("statement", ["import vfi", "import vfi.cli.app"])
def test_heavy_libraries_are_not_imported_at_the_start(statement: str) -> None:
    assert imported_by(statement).isdisjoint(HEAVY)


def test_version_costs_no_more_than_the_command_line_library() -> None:
    statement = "from vfi.cli.app import app; app(['--version'], standalone_mode=False)"
    assert imported_by(statement).isdisjoint([*HEAVY, "vfi.rubric", "vfi.study", "vfi.scoring"])


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        ("score", ["weasyprint", "pikepdf", "jinja2", "markdown_it"]),
        ("check", ["weasyprint", "pikepdf", "duckdb"]),
    ],
)
def test_scoring_and_checking_need_nothing_of_typesetting(
    command: str, unneeded: list[str], tmp_path: Path
) -> None:
    arguments = [command, SHIPPED_STUDY, "-o", str(tmp_path / "out.json")]
    loaded = imported_by(f"from vfi.cli.app import app; app({arguments}, standalone_mode=False)")
    assert "vfi.study" in loaded
    assert loaded.isdisjoint(unneeded)


def test_scoring_needs_none_of_the_types_of_its_document(tmp_path: Path) -> None:
    arguments = ["score", SHIPPED_STUDY, "-o", str(tmp_path / "out.json")]
    loaded = imported_by(f"from vfi.cli.app import app; app({arguments}, standalone_mode=False)")
    assert "vfi.scoring.document" in loaded
    assert loaded.isdisjoint(["vfi.documents", "vfi.scoring.contract"])


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--help"], ("numpy", "pydantic", "yaml", "vfi.rubric", "vfi.study")),
        (["audit", "--help"], ("numpy", "yaml", "vfi.rubric", "vfi.study")),
        (["rubric", "--help"], ("numpy", "yaml", "vfi.rubric", "vfi.study")),
    ],
)
def test_help_loads_nothing_heavy(arguments: list[str], heavy: tuple[str, ...]) -> None:
    program = (
        f"import sys\nfrom vfi.cli import main\nsys.argv = ['vfi', *{arguments}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.endswith("[]\n")
