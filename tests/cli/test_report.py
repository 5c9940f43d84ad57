from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import make_study
from tests.running import run_vfi

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>x</title>{}</head><body><h1>x</h1>{}</body></html>'
)
Run = Callable[..., Ran]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("the place of the refuge")
    return path


def test_report_is_written_into_the_build_folder_in_both_forms(
    vfi: Run, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = vfi("report", "branches")
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == "wrote reports/branches/build/report.pdf\nwrote reports/branches/build/report.html\n"
    )
    assert names_in(study / "build") == ["report.html", "report.pdf"]
    assert (study / "build" / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert "Two branch libraries" in (study / "build" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "start"), [("own.pdf", b"%PDF-"), ("own.html", b"<!DOCTYPE html>")]
)
def test_output_is_written_in_the_form_of_its_ending_and_no_other(
    vfi: Run, study: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    output = tmp_path / "out" / name
    assert vfi("report", study, "--output", output).code == 0
    assert names_in(output.parent) == [name]
    assert output.read_bytes().lstrip().startswith(start)
    assert not (study / "build").exists()


@pytest.mark.parametrize("name", ["report.docx", "report"])
def test_wrong_ending_writes_nothing(vfi: Run, study: Path, tmp_path: Path, name: str) -> None:
    ran = vfi("report", study, "-o", tmp_path / "out" / name)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == f'vfi: a report is written to a file that ends in .pdf or .html, not to "{name}"\n'
    )
    assert not (tmp_path / "out").exists()


def test_folder_that_cannot_be_written_is_told_and_left_as_it_is(
    vfi: Run, study: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    before = names_in(tmp_path)
    ran = vfi("report", study, "-o", tmp_path / "taken" / "report.html")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("vfi: cannot write ")
    assert names_in(tmp_path) == before


def test_disk_that_is_full_leaves_no_temporary_file(
    vfi: Run, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = vfi("report", study, "-o", tmp_path / "out" / "report.html")
    assert ran.code == 2
    assert "No space left on device" in ran.err
    assert names_in(tmp_path / "out") == []


def test_failing_run_leaves_the_old_report(vfi: Run, tmp_path: Path) -> None:
    study = make_study(tmp_path, {"narrative/summary.md": '{{ rating("Z") }}\n\n{{ score(1) }}'})
    output = tmp_path / "report.html"
    output.write_text("the old one")
    ran = vfi("report", study, "-o", output)
    assert (ran.code, ran.out) == (2, "")
    first, second, last = ran.err.splitlines()
    assert "summary.md:1: look-up: found rating of" in first
    assert "summary.md:3: look-up: found score of" in second
    assert last == "2 problems; nothing was written."
    assert output.read_text() == "the old one"


def test_unknown_study_is_told(vfi: Run, tmp_path: Path) -> None:
    ran = vfi("report", tmp_path / "nothing")
    assert ran.code == 2
    assert "there is no study" in ran.err


def test_missing_library_is_told_with_what_to_install(study: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "weasyprint.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"
    )
    ran = run_vfi(
        "report", study, environment={"PYTHONPATH": os.pathsep.join([str(broken), str(Path.cwd())])}
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "vfi: the PDF needs the Pango library, which is not installed: "
        "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0\n"
    )
    assert not (study / "build").exists()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("report.html", "{{ cycler.__init__.__globals__ }}", "unsafe"),
        ("report.html", "{{ ''.__class__.__mro__ }}", "unsafe"),
        ("report.html", '{% include "../secret.txt" %}', "there is no template"),
        ("report.html", '{% include "../../../../../../etc/passwd" %}', "there is no template"),
        ("report.html", "<p>\n{% if %}", "report.html:2: template: found"),
        ("report.html", "{{ 9 ** (9 ** 9) }}", "powers are not offered"),
        ("report.html", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "recursion"),
        ("report.html", PAGE.format("", '<img src="file://SECRET" alt="x">'), "img src"),
        ("report.html", PAGE.format("", '<img src="http://127.0.0.1:9/x.png" alt="x">'), "img src"),
        (
            "report.html",
            PAGE.format('<link rel="stylesheet" href="file://SECRET">', ""),
            "element link",
        ),
        (
            "report.html",
            PAGE.format("", "<script>fetch('http://127.0.0.1:9/')</script>"),
            "the element script",
        ),
        ("report.html", PAGE.format("", '<a href="file://SECRET">x</a>'), "a href"),
        ("report.css", "a { background: url(file://SECRET) }", "url"),
        ("report.css", "a { background: url(http://127.0.0.1:9/x.png) }", "url"),
        ("report.css", "a { background: url(../secret.txt) }", "url"),
        ("report.css", '@import "file://SECRET";', "@import"),
    ],
)
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_hostile_template_is_refused_in_words(
    vfi: Run, study: Path, secret: Path, tmp_path: Path, name: str, text: str, told: str, form: str
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / name).write_text(text.replace("SECRET", str(secret)))
    ran = vfi("report", study, "--templates", own, "-o", tmp_path / "out" / f"report.{form}")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert secret.read_text() not in ran.err
    assert not (tmp_path / "out").exists()


def test_template_that_is_a_link_to_another_file_is_refused(
    vfi: Run, study: Path, secret: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.html").symlink_to(secret)
    ran = vfi("report", study, "--templates", own, "-o", tmp_path / "report.html")
    assert ran.code == 2
    assert "is a link that does not lead to a file in its template folder" in ran.err
    assert not (tmp_path / "report.html").exists()


def test_template_of_ones_own_is_used(vfi: Run, study: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.html").write_text(
        PAGE.format("", "<p>{{ title }}: {{ overall.rating.text }}</p>")
    )
    assert vfi("report", study, "--templates", own, "-o", tmp_path / "report.html").code == 0
    assert "<p>Two branch libraries: High</p>" in (tmp_path / "report.html").read_text(
        encoding="utf-8"
    )
