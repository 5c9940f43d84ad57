from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.cli.terminal.blocks import Block, Heading, HeatMap, Labelled, LevelCell, Paragraph, Table
from vfi.cli.terminal.layout import Page, laid_out
from vfi.cli.terminal.widths import width_of
from vfi.visible import visible

STYLE = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "\x1b[31mred\x1b[0m\rGood\u202edooG\x07"
TEXT = st.text("ab 日e\u0301\x1b\n", max_size=40)
BLOCKS = st.one_of(
    TEXT,
    st.builds(Heading, TEXT),
    st.builds(Paragraph, TEXT),
    st.builds(Labelled, TEXT, TEXT),
    st.builds(
        Table,
        st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=3),
        st.sets(st.integers(0, 2)),
    ),
    st.builds(
        lambda heads, name: HeatMap(heads, {name: [LevelCell("G", 1, 3)] * len(heads)}),
        st.lists(TEXT, min_size=1),
        TEXT,
    ),
)


@given(st.lists(BLOCKS, max_size=4), st.integers(20, 100))
def test_no_line_is_wider_than_the_page_whatever_is_in_it(blocks: list[Block], width: int) -> None:
    lines = laid_out(blocks, Page(width)).split("\n")
    assert max(map(width_of, lines)) <= width


@given(st.lists(BLOCKS, max_size=4))
def test_styles_add_nothing_but_styles(blocks: list[Block]) -> None:
    styled = laid_out(blocks, Page(60, colour=True))
    assert STYLE.sub("", styled) == laid_out(blocks, Page(60))


@pytest.mark.parametrize(
    "block",
    [
        HOSTILE,
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Labelled(HOSTILE, HOSTILE),
        Table([("A", "B"), (HOSTILE, LevelCell(HOSTILE, 1, 3))]),
        Table([(HOSTILE, HOSTILE)], has_header=False),
        HeatMap([HOSTILE], {HOSTILE: [LevelCell("G", 1, 3)]}),
    ],
    ids=lambda block: type(block).__name__,
)
@pytest.mark.parametrize("width", [20, 200])
def test_only_the_layout_s_own_styles_pass(block: Block, width: int) -> None:
    shown = laid_out([block], Page(width, colour=True))
    plain = STYLE.sub("", shown)
    assert visible(plain) == plain
    assert "\x1b[31m" not in shown
    assert "\\x1b[31m" in "".join(plain.split())


def test_a_name_cannot_begin_a_line_of_its_own() -> None:
    lines = laid_out(["entry x\nThe bundle is sound."], Page(80)).splitlines()
    assert lines == ["entry x The bundle is sound."]


def test_table_that_fits_is_aligned() -> None:
    table = Table([("Id", "Cases"), ("日本", "7"), ("abc", "12")], right=(1,))
    assert laid_out([table], Page(40)).splitlines() == [
        "Id    Cases",
        "────  ─────",
        "日本      7",
        "abc      12",
    ]


def test_the_widest_column_is_folded_first() -> None:
    table = Table([("Id", "Title"), ("a", "a title of several words"), ("b", "short")])
    assert laid_out([table], Page(18)).splitlines() == [
        "Id  Title",
        "──  ──────────────",
        "a   a title of",
        "    several words",
        "b   short",
    ]


def test_rows_become_paragraphs_where_columns_cannot_fit() -> None:
    table = Table(
        [("Id", "Rating", "Value", "Judged"), ("E1", "Good", "1.5", "57"), ("E2", "", "2", "3")],
        right=(2, 3),
    )
    assert laid_out([table], Page(20)).splitlines() == [
        "Id E1; Rating Good;",
        "    Value 1.5;",
        "    Judged 57",
        "Id E2; Value 2;",
        "    Judged 3",
    ]


def test_heat_map_is_set_in_parts_and_its_long_names_are_folded() -> None:
    heat_map = HeatMap(
        ["A", "B", "C"], {"a-very-long-name": [LevelCell(code, 1, 3) for code in "XYZ"]}
    )
    lines = laid_out([heat_map], Page(15)).splitlines()
    assert [line.rstrip() for line in lines if line.startswith("a-ver")] == [
        "a-ver  X   Y",
        "a-ver  Z",
    ]
    assert max(map(len, lines)) <= 15


def test_a_cell_of_a_table_keeps_its_indent_on_every_line() -> None:
    table = Table([("A", "B"), ("  one two", "x"), ("y", "z")])
    assert laid_out([table], Page(8)).splitlines() == [
        "A      B",
        "─────  ─",
        "  one  x",
        "  two",
        "y      z",
    ]
