"""The typefaces of a report: every sign in one that it carries, on every machine."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tests.making import FILES, ROOT, make_study
from vfi.problems import InvalidInput
from vfi.reporting.answers import answers_of
from vfi.reporting.fonts import COMMON, INVISIBLE, Typefaces, named, read_typefaces, sign_problems
from vfi.reporting.pdf import pdf_from_html
from vfi.reporting.report import report_pdf
from vfi.reporting.templating import TemplateFolders
from vfi.reporting.web import report_html
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

TEMPLATES = ROOT / "templates"
FOLDERS = TemplateFolders([TEMPLATES])
SCRIPTS = {
    "Latin": "Łódź, Škofja Loka, Ynys Môn",
    "combining accents": "e\u0301 ẹ\u0301 q\u0303 n\u0331 Ǝ\u0331",
    "signs": "≥ → ✓ ✗ ⅓ † ‑ № − ≠ ★ ∀ ℝ ☐",
    "Greek": "Ελληνικά ᾧ",
    "Cyrillic": "Україна Ђорђе",
    "Arabic": "مرحبا بالعالم پاکستان",
    "Hebrew": "שלום עֲלֵיכֶם",
    "Devanagari": "नमस्ते",
    "Gurmukhi": "ਪੰਜਾਬੀ",
    "Ethiopic": "ትግርኛ",
    "emoji": "😀 👩‍👧 🇬🇧 ❤️",
}


def typefaces() -> Typefaces:
    found = read_typefaces(FOLDERS)
    assert found is not None
    return found


def reported(folder: Path, text: str) -> Scorecard:
    """A small study whose narrative holds the text."""
    return score(load_study(make_study(folder, {**FILES, "narrative/summary.md": text})))


def fonts_of(pdf: bytes, folder: Path) -> set[str]:
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as document:
        names = {str(entry.BaseFont) for entry in document.objects if _is_font(entry)}
    return {re.sub(r"^/[A-Z]{6}\+", "", name).rstrip(",").replace("-", " ") for name in names}


def _is_font(entry: object) -> bool:
    return (
        isinstance(entry, pikepdf.Dictionary)
        and entry.get("/Type") == "/Font"
        and "/BaseFont" in entry
    )


def test_the_index_lists_every_file_with_the_characters_that_it_has() -> None:
    listed = {face.file: face for face in typefaces().faces}
    assert {Path(file).name for file in listed} == {
        path.name for path in (TEMPLATES / "fonts").glob("*.woff2")
    }
    for file, face in listed.items():
        codes = set(TTFont(TEMPLATES / file).getBestCmap())
        assert codes == {code for first, last in face.ranges for code in range(first, last + 1)}, (
            file
        )


def test_the_index_is_what_its_script_writes() -> None:
    rules: Callable[[], list[str]] = runpy.run_path(str(ROOT / "scripts" / "make_fonts.py"))[
        "rules"
    ]
    assert "".join(rules()) == (TEMPLATES / "fonts" / "fonts.css").read_text(encoding="utf-8")


def test_what_is_not_looked_up_is_in_the_families_that_are_always_embedded() -> None:
    common = [
        chr(code)
        for code in range(0x3000)
        if COMMON.fullmatch(chr(code)) and chr(code) not in INVISIBLE
    ]
    always = typefaces().needed("")
    assert {face.family for face in always} == {"Source Sans 3", "Source Serif 4"}
    for weight, style in {(face.weight, face.style) for face in always}:
        faces = [face for face in always if (face.weight, face.style) == (weight, style)]
        assert [
            character for character in common if not any(face.has(character) for face in faces)
        ] == []


@given(st.text(max_size=30))
def test_a_text_has_every_character_in_a_face_that_it_needs_or_is_told_which_not(text: str) -> None:
    known = typefaces()
    needed, lacking = known.needed(text), known.lacking(text)
    for character in set(text) - INVISIBLE:
        assert any(face.has(character) for face in needed) != (character in lacking)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_that_names_come_in_is_covered(script: str) -> None:
    assert typefaces().lacking(SCRIPTS[script]) == set()


def test_a_report_uses_the_fonts_that_it_embeds_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the fonts of the machine nor its settings of them change a byte."""
    scorecard = reported(tmp_path, "\n\n".join(SCRIPTS.values()))
    html = report_html(answers_of(scorecard), (TEMPLATES,))
    pdf = report_pdf(answers_of(scorecard), html, (TEMPLATES,))
    families = {face.family for face in typefaces().faces}
    names = fonts_of(pdf, tmp_path)
    assert {name for name in names if not name.startswith(tuple(families))} == set()
    assert {"Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji"} <= {
        name.removesuffix(" Bold") for name in names
    }

    settings = tmp_path / "fonts.conf"
    settings.write_text("<fontconfig><dir>/usr/share/fonts</dir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    assert report_pdf(answers_of(scorecard), html, (TEMPLATES,)) == pdf


def test_a_report_embeds_what_it_needs_only(tmp_path: Path) -> None:
    def families(text: str) -> set[str]:
        html = report_html(answers_of(reported(tmp_path / str(len(text)), text)), (TEMPLATES,))
        return set(re.findall(r'@font-face \{ font-family: "([^"]*)"', html))

    assert families("Plain words.") == {"Source Sans 3", "Source Serif 4"}
    assert families("Plain words, שלום.") == {"Source Sans 3", "Source Serif 4", "Noto Sans Hebrew"}


def test_a_sign_that_no_typeface_has_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    scorecard = reported(tmp_path, "First line.\n\nA name 字, a bullet \uf0b7.\n\n字\n")
    with pytest.raises(InvalidInput) as caught:
        report_html(answers_of(scorecard), (TEMPLATES,))
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == 2
    assert all("narrative/summary.md:3: text: found" in line for line in told)
    assert any(
        "U+5B57 CJK UNIFIED IDEOGRAPH-5B57" in line and "also on lines 5" in line for line in told
    )
    assert any(
        "U+F0B7 a sign of a private typeface" in line and "word processors" in line for line in told
    )


def test_signs_are_found_in_any_file_of_a_study() -> None:
    problems = list(
        sign_problems({"cases.csv": "id,name\nA,Łódź\nB,字\nC,字\nD,字\nE,字\nF,字\n"}, FOLDERS)
    )
    assert [(problem.file, problem.line) for problem in problems] == [("cases.csv", 3)]
    assert "also on lines 4, 5, 6 and 1 more" in problems[0].hint


@pytest.mark.parametrize(
    ("sign", "words"), [("\u2028", "(U+2028 LINE SEPARATOR)"), ("字", '"字" (U+5B57')]
)
def test_a_sign_is_named(sign: str, words: str) -> None:
    assert named(sign).startswith(words)


def test_a_document_that_brings_no_typeface_is_set_in_one_of_ours() -> None:
    html = (
        '<!DOCTYPE html><html lang="en"><head><title>Plain</title></head><body><p>Plain '
        "words.</p></body></html>"
    )
    assert pdf_from_html(html).startswith(b"%PDF")
