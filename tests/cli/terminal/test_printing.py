"""Whatever is in the files, their names, the arguments and the environment: the terminal gets
text.
"""

from __future__ import annotations

import ast
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FILES, ROOT, RUBRIC, changed, make_rubric, make_study
from vfi.cli.terminal.printing import page_of_terminal

Vfi = Callable[..., Ran]
RED, TITLE, BACK = "\x1b[31m", "\x1b]0;gone\x07", "\u202e"
PRINTS = re.compile(
    r"sys\.(__)?std(out|err)(__)?|(typer|click|rich)\.(echo|secho|style|progressbar|confirm|prompt)"
)


def unsafe_in(text: str) -> list[str]:
    return [
        c
        for c in text
        if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c not in "\n"
    ]


def test_one_module_prints_and_no_other() -> None:
    for path in (ROOT / "vfi").rglob("*.py"):
        if path.relative_to(ROOT).as_posix() == "vfi/cli/terminal/printing.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"print", "input"}, path
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert not PRINTS.fullmatch(f"{node.value.id}.{node.attr}"), path


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study of which every text that may have such signs has them, beside rubrics and studies
    with such names.
    """
    rubric = (
        changed(RUBRIC, "title: Value of a library", f'title: "Value{BACK} of a library"')
        .replace("title: Access", f"title: Access{BACK}")
        .replace("meaning: Enough books.", "meaning: Enough\u200b books\ufeff.")
        .replace("text: Few", "text: F\u2066ew")
    )
    study = make_study(
        tmp_path,
        {
            "study.yaml": changed(FILES["study.yaml"], "title: Two", f"title: Two{BACK}"),
            "cases.csv": f"id,name\nN,Nor{BACK}th\nS,Sou\u2028th\n",
            "judgements.csv": FILES["judgements.csv"].replace(
                "Open until nine", f"Open {BACK}until nine"
            ),
            "published.csv": f"node,rating,source\nA.1,Low,Annual{BACK} review\n",
        },
        rubric,
    )
    make_rubric(tmp_path / "rubrics", RUBRIC, f"{RED}red{BACK}")
    (tmp_path / "reports" / f"{TITLE}name\nsound").mkdir()
    (tmp_path / "reports" / f"{TITLE}name\nsound" / "study.yaml").write_text("schema: x")
    monkeypatch.chdir(tmp_path)
    return study


COMMANDS = [
    ["score", "branches"],
    ["score", "branches", "--perspective", f"a{RED}"],
    ["explain", "branches", "A.1"],
    ["explain", "branches", "A.1", "--case", "N"],
    ["explain", "branches", f"A{RED}"],
    ["check", "branches"],
    ["check", f"{RED}nowhere{BACK}"],
    ["check", f"reports/{TITLE}name\nsound"],
    ["audit", "branches"],
    ["audit", "claims", "branches"],
    ["audit", "rules", "branches"],
    ["audit", "figures", f"{RED}.csv"],
    ["robustness", "branches", "--only", f"flips{RED}"],
    ["robustness", "branches", "--only", "flips,bounds,rules,leave-out"],
    ["robustness", "branches", "--error-rate", RED],
    ["robustness", "branches", "--apply", f"{RED}.csv"],
    ["studies"],
    ["rubrics"],
    ["rubric", "show", "library"],
    ["rubric", "check", f"rubrics/{RED}red{BACK}"],
    ["rubric", "table", "library", f"A{RED}"],
    ["rubric", "diff", "library", f"rubrics/{RED}red{BACK}"],
    ["rubric", "new", f"a{RED}"],
    ["report", "branches", "-o", f"{RED}.docx"],
    ["report", "branches", "--templates", f"{RED}"],
    ["workbook", "branches", "-o", f"x{RED}.xlsx"],
    ["bundle", "branches", "-o", f"{RED}.tar"],
    ["verify", f"{RED}.zip"],
    [f"{RED}command{BACK}"],
    ["score", "branches", "--format", f"{RED}x"],
    ["score", "branches", f"--{RED}x"],
    ["score", "branches", "-o", f"x.{RED}"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: ascii(" ".join(arguments)))
@pytest.mark.parametrize("columns", ["40", "400"])
def test_no_command_lets_signs_from_anywhere_reach_the_terminal(
    vfi: Vfi, hostile: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = vfi(*arguments)
    assert ran.out + ran.err
    assert unsafe_in(ran.out + ran.err) == []
    assert "This is a fault of vfi" not in ran.err


def test_what_was_hidden_is_shown(vfi: Vfi, hostile: Path) -> None:
    assert "Two<U+202E> branch libraries" in vfi("score", "branches").out
    assert "\\x1b[31mred<U+202E>" in vfi("rubrics").out
    assert "'\\x1b[31mx'" in vfi("score", "branches", "--format", f"{RED}x").err


def test_a_stranger_s_bundle(vfi: Vfi, tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("SHA256SUMS", "")
        for name in (
            f"{RED}red{BACK}",
            f"{TITLE}",
            "x\nThe bundle is sound.",
            "outputs/\u200b.json",
        ):
            archive.writestr(name, "x")
    path = tmp_path / "b.zip"
    path.write_bytes(content.getvalue())
    ran = vfi("verify", path)
    assert ran.code == 1
    assert unsafe_in(ran.out + ran.err) == []
    assert "The bundle is sound." not in ran.out.splitlines()
    assert "\\x1b[31mred<U+202E>" in ran.out


def test_files_for_people_and_json_are_as_safe_and_csv_keeps_the_data(
    vfi: Vfi, hostile: Path, tmp_path: Path
) -> None:
    for name in ("s.txt", "s.json", "s.csv"):
        vfi("check", "branches", "-o", name)
        vfi("rubric", "show", "library", "-o", name)
    assert unsafe_in((tmp_path / "s.txt").read_text(encoding="utf-8")) == []
    assert unsafe_in((tmp_path / "s.json").read_text(encoding="utf-8")) == []
    assert "F\u2066ew" in (tmp_path / "s.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "is_terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"CLICOLOR": "1"}, True, True),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, False),
        ({"CLICOLOR_FORCE": "0"}, False, False),
    ],
)
def test_colour_by_the_usual_signs(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_terminal: bool, colour: bool
) -> None:
    for name in ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    assert page_of_terminal().colour is colour


def test_a_page_has_80_columns_where_nobody_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("sys.__stdout__", None)
    assert page_of_terminal().width == 80
