from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest

from tests.making import ROOT
from vfi.palette import contrast, luminance, palette

AA = 4.5  # WCAG 2.2, success criterion 1.4.3: text of any size
SIZES = range(2, 13)
COVER, SOFT, WHITE = "#0f3b47", "#eef2f3", "#ffffff"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")


def test_luminance_and_contrast_as_wcag_defines_them() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert luminance("#808080") == pytest.approx(0.2159, abs=1e-4)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("levels", SIZES)
def test_text_of_every_level_reads_on_its_background(levels: int) -> None:
    assert len(palette(levels)) == levels
    assert min(contrast(swatch.background, swatch.text) for swatch in palette(levels)) >= AA


@pytest.mark.parametrize("levels", SIZES)
def test_each_level_is_darker_than_the_one_below(levels: int) -> None:
    shades = [luminance(swatch.background) for swatch in palette(levels)]
    assert all(higher < lower for lower, higher in pairwise(shades))


def test_four_levels_can_be_told_apart_in_grey() -> None:
    greys = [grey(swatch.background) for swatch in palette(4)]
    assert min(lower - higher for lower, higher in pairwise(greys)) >= 0.1


def grey(colour: str) -> float:
    """The lightness, 0 to 1, that a black and white printer gives a colour (CIE L*)."""
    return (116 * math.cbrt(luminance(colour)) - 16) / 100


def test_one_level_gets_a_colour() -> None:
    assert len(palette(1)) == 1


def text_colours() -> list[tuple[str, str, str]]:
    """Of each rule of the stylesheet that colours text: its selector, the colour, and the colour
    behind it.
    """
    css = COMMENT.sub("", (ROOT / "templates" / "report.css").read_text(encoding="utf-8"))
    variables = dict(re.findall(r"--(\w+):\s*(#\w{6})", css))
    found = []
    for selectors, body in RULE.findall(
        re.sub(r"var\(--(\w+)\)", lambda use: variables.get(use[1], ""), css)
    ):
        colour = re.search(r"(?:^|[;\s])color:\s*(#\w{6})", body)
        own = re.search(r"background(?:-color)?:\s*(#\w{6})", body)
        if colour:
            names = [selector.strip() for selector in selectors.split(",")]
            found += [(name, colour[1], own[1] if own else behind(name)) for name in names]
    margins = re.findall(r"(@(?:top|bottom)-\w+)\s*\{[^}]*?color:\s*(#\w{6})", css)
    return [*found, *((name, colour, WHITE) for name, colour in margins)]


def behind(selector: str) -> str:
    if selector.startswith(".cover"):
        return COVER
    return SOFT if selector.startswith((".question", ".aside")) else WHITE


def test_stylesheet_gives_the_backgrounds_that_are_assumed_here() -> None:
    css = (ROOT / "templates" / "report.css").read_text(encoding="utf-8")
    assert f"--soft: {SOFT};" in css
    assert re.search(rf"@page cover {{[^@]*background: {COVER};", css)
    assert re.search(rf"\.cover {{ min-height: 0; background: {COVER};", css)
    grounds = set(re.findall(r"background(?:-color)?:\s*([^;]+);", css))
    assert grounds == {"var(--soft)", COVER, WHITE}


@pytest.mark.parametrize(("selector", "colour", "ground"), text_colours())
def test_text_of_the_report_reads_on_what_is_behind_it(
    selector: str, colour: str, ground: str
) -> None:
    assert contrast(colour, ground) >= AA


def test_stylesheet_colours_that_are_checked_include_the_usual_ones() -> None:
    checked = {selector for selector, _, _ in text_colours()}
    assert {
        "html",
        "a",
        ".lead",
        ".note",
        ".cover",
        ".cover .kicker",
        ".missing",
        "h2 .label",
        "@top-left",
    } <= checked


def test_quiet_text_reads_on_the_tinted_boxes_too() -> None:
    quiet = {
        colour
        for selector, colour, _ in text_colours()
        if selector in {".note", ".provenance", "html", "a"}
    }
    assert min(contrast(colour, SOFT) for colour in quiet) >= AA
