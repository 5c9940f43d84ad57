"""How cells look: one set of formats a workbook, made when they are first used."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from vfi.outputs import FORMULA_STARTS
from vfi.palette import palette
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED, Scale
from vfi.workbook.expressions import INSUFFICIENT_PLACE, UNREAD_PLACE, text
from vfi.workbook.lines import INEXACT
from vfi.workbook.readings import NOT_A_LEVEL

INK, MUTED, LINE, BAND = "#1f2a30", "#5b6770", "#c9d1d6", "#e8edef"
EDITABLE, RED = "#fffdf2", "#c00000"
LONGEST_TEXT = 32_000
VALUE_PLACES = 4
VALUE_FORMAT, CLOSE_FORMAT = "0.0000", "0.0000##########"
BASE: dict[str, Any] = {
    "font_name": "Arial",
    "font_size": 10,
    "font_color": INK,
    "valign": "vcenter",
}
BOXED = {"border": 1, "border_color": LINE}
HEAD = {**BOXED, "bold": True, "bg_color": "#0f4858", "font_color": "#ffffff", "text_wrap": True}
NAMED: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": "#0f4858"},
    "note": {"font_color": MUTED, "italic": True},
    "prose": {"text_wrap": True, "valign": "top"},
    "label": {"bold": True, "valign": "top"},
    "code": {"font_name": "Courier New", "font_size": 9, "font_color": MUTED, "valign": "top"},
    "head": HEAD | {"indent": 1},
    "head centred": HEAD | {"align": "center"},
    "group": {"bold": True, "font_color": MUTED, "bottom": 1, "bottom_color": LINE},
    "subhead": {**BOXED, "bold": True, "bg_color": BAND, "text_wrap": True, "align": "center"},
    "rule": {"font_size": 9, "font_color": MUTED, "text_wrap": True, "valign": "top"},
    "text": {**BOXED, "text_wrap": True, "indent": 1},
    "small": {**BOXED, "text_wrap": True, "font_size": 9, "indent": 1},
    "id": {**BOXED, "bold": True, "indent": 1},
    "rating": {**BOXED, "bold": True, "align": "center", "shrink": True},
    "level": {**BOXED, "align": "center", "shrink": True},
    # A text, so that "+1" stays what was typed; all else is locked.
    "editable": {
        **BOXED,
        "align": "center",
        "bg_color": EDITABLE,
        "shrink": True,
        "num_format": "@",
        "locked": False,
    },
    "check": {"font_color": MUTED, "font_size": 9},
    "check wrapped": {"font_color": MUTED, "font_size": 9, "text_wrap": True, "valign": "top"},
    "count": {**BOXED, "align": "center", "num_format": "0"},
    "value": {**BOXED, "align": "center", "num_format": VALUE_FORMAT, "shrink": True},
    "working": {"font_size": 9, "font_color": MUTED, "align": "center", "num_format": "0"},
    "working head": {
        "font_size": 9,
        "font_color": MUTED,
        "align": "center",
        "text_wrap": True,
        "bottom": 1,
    },
}
STATES: dict[str, dict[str, Any]] = {
    INSUFFICIENT: {"bg_color": "#ffffff", "font_color": MUTED, "italic": True},
    UNDETERMINED: {"bg_color": "#ffffff", "font_color": "#8a1c1c", "italic": True},
    INEXACT: {"bg_color": "#8a1c1c", "font_color": "#ffffff"},
    NOT_A_LEVEL: {"bg_color": RED, "font_color": "#ffffff", "bold": True},
}
# What one may do on a sheet that is protected: all but write over a formula.
ALLOWED = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "select_locked_cells"), True
)


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}
        self._conditional: dict[str, Any] = {}

    def named(self, name: str, content: str = "") -> Any:
        """A format by name; for a text that looks like a formula, one that keeps it a text when it
        is edited.
        """
        quoted = content.startswith(FORMULA_STARTS)
        if (name, quoted) not in self._made:
            more = {"quote_prefix": True} if quoted else {}
            self._made[(name, quoted)] = self._book.add_format(BASE | NAMED[name] | more)
        return self._made[(name, quoted)]

    def put(self, sheet: Any, row: int, column: int, content: str, name: str) -> None:
        """Write a text, as a text whatever it begins with."""
        sheet.write_string(row, column, content[:LONGEST_TEXT], self.named(name, content))

    def tell_apart(self, sheet: Any, row: int, column: int, landmarks: Iterable[Fraction]) -> None:
        """Give a value more decimals where it would read as a threshold, or an end of the scale,
        that it is not on.
        """
        cell = xl_rowcol_to_cell(row, column)
        marks = (f"{mark.numerator}/{mark.denominator}" for mark in dict.fromkeys(landmarks))
        tests = [
            f"AND(ROUND({cell},{VALUE_PLACES})=ROUND({mark},{VALUE_PLACES}),ABS({cell}-{mark})>1E-13)"
            for mark in marks
        ]
        if tests:
            self._format(
                sheet,
                (row, column, row, column),
                {f"=OR({','.join(tests)})": {"num_format": CLOSE_FORMAT}},
            )

    def colour_levels(
        self, sheet: Any, area: tuple[int, int, int, int], cell: str, scale: Scale
    ) -> None:
        """Colour cells by the level that they name, in the order of the report's palette.

        Args:
            sheet: the sheet.
            area: first row, first column, last row and last column.
            cell: the first cell of the area, as the conditions name it.
            scale: the levels.
        """
        looks = _looks(scale) | STATES
        self._format(
            sheet, area, {f"=EXACT({cell},{text(name)})": look for name, look in looks.items()}
        )

    def colour_readings(
        self, sheet: Any, area: tuple[int, int, int, int], reading: str, scale: Scale
    ) -> None:
        """Colour typed cells by what they are read as, in the same way; `reading` is the first cell
        that says it.
        """
        looks = {scale.positions[name]: look for name, look in _looks(scale).items()}
        looks |= {INSUFFICIENT_PLACE: STATES[INSUFFICIENT], UNREAD_PLACE: STATES[NOT_A_LEVEL]}
        self._format(sheet, area, {f"={reading}={place}": look for place, look in looks.items()})

    def redden(
        self, sheet: Any, area: tuple[int, int, int, int], condition: str, *, words: bool = False
    ) -> None:
        """Make cells red where a condition holds, or only their words, which may be longer than the
        cell is wide.
        """
        look = {"font_color": RED, "bold": True} if words else STATES[NOT_A_LEVEL]
        self._format(sheet, area, {condition: look})

    def _format(
        self, sheet: Any, area: tuple[int, int, int, int], looks: dict[str, dict[str, Any]]
    ) -> None:
        for condition, look in looks.items():
            key = str(look)
            if key not in self._conditional:
                self._conditional[key] = self._book.add_format(look)
            rule = {"type": "formula", "criteria": condition, "format": self._conditional[key]}
            sheet.conditional_format(*area, rule)


def _looks(scale: Scale) -> dict[str, dict[str, Any]]:
    swatches = zip(scale.names, palette(len(scale.names)), strict=True)
    return {name: {"bg_color": one.background, "font_color": one.text} for name, one in swatches}
