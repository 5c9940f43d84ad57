"""Write templates/fonts/fonts.css: which typeface files there are, and exactly which characters
each of them has.

    .venv/bin/python scripts/make_fonts.py [FOLDER ...]

Fonts (.ttf) in the folders are put into templates/fonts as .woff2 first, with nothing in them
changed. The order of the families in the stylesheet is the order in which a character is looked
for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "templates" / "fonts"
FAMILY_NAME, SUBFAMILY_NAME = (
    16,
    2,
)  # records of a font's table of names; without the first, record 1 has the family
SANS, SERIF, EMOJI = "Source Sans 3", "Source Serif 4", "Noto Emoji"
FIRST = (SANS, SERIF, "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
HEAD = """\
/* Made by scripts/make_fonts.py. The typefaces of the report, in the order in which a character \
is looked for,
   each with the characters that it has. The first family of a stack is always embedded; of the \
others, those
   that a report needs. */

:root {
"""


def add(folder: Path) -> None:
    """Put the fonts of a folder among those of the report."""
    for path in sorted(folder.glob("*.ttf")):
        font = TTFont(path)
        font.flavor = "woff2"
        font.save(FONTS / f"{path.stem}.woff2")


def rules() -> Iterator[str]:
    """The stacks, then a rule for each file."""
    faces = sorted((_face(path) for path in FONTS.glob("*.woff2")), key=_order)
    families = list(dict.fromkeys(family for family, *_ in faces))
    yield HEAD
    for name, first in (("sans", SANS), ("serif", SERIF)):
        stack = ", ".join(
            f'"{family}"' for family in (first, *(other for other in families if other != first))
        )
        yield f"  --{name}: {stack};\n"
    yield "}\n"
    for family, weight, style, file, characters in faces:
        yield (
            f'\n@font-face {{\n  font-family: "{family}"; font-weight: {weight}; font-style: '
            f'{style};\n  src: url(fonts/{file}) format("woff2");\n  unicode-range: '
            f"{', '.join(_ranges(characters))};\n}}\n"
        )


def _face(path: Path) -> tuple[str, int, str, str, tuple[int, ...]]:
    font = TTFont(path)
    names = font["name"]
    family = names.getDebugName(FAMILY_NAME) or names.getDebugName(1)
    style = "italic" if "Italic" in names.getDebugName(SUBFAMILY_NAME) else "normal"
    return family, font["OS/2"].usWeightClass, style, path.name, tuple(sorted(font.getBestCmap()))


def _order(face: tuple[str, int, str, str, tuple[int, ...]]) -> tuple[int, str, str, int]:
    family, weight, style, _, _ = face
    if family in FIRST:
        return FIRST.index(family), family, style, weight
    return len(FIRST) + (family == EMOJI), family, style, weight


def _ranges(characters: Iterable[int]) -> Iterator[str]:
    runs: list[list[int]] = []
    for character in characters:
        if runs and runs[-1][-1] == character - 1:
            runs[-1][1:] = [character]
        else:
            runs.append([character])
    for run in runs:
        yield "U+" + "-".join(f"{end:X}" for end in run)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        add(Path(argument))
    (FONTS / "fonts.css").write_text("".join(rules()), encoding="utf-8")
