from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.making import ROOT, rubric_of, study_of
from tests.reporting.reading_html import body_rows, read_html
from vfi.reporting.answers import answers_of
from vfi.reporting.chapters.columns import column_ranges, grouped_ranges, most_columns
from vfi.reporting.web import report_html
from vfi.scoring.scorecard import score


@given(st.integers(1, 200), st.integers(1, 30))
def test_parts_hold_every_column_once_and_are_as_even_as_can_be(columns: int, most: int) -> None:
    ranges = column_ranges(columns, most)
    lengths = [len(places) for places in ranges]
    assert [place for places in ranges for place in places] == list(range(columns))
    assert max(lengths) <= most
    assert max(lengths) - min(lengths) <= 1


def test_column_as_wide_as_the_page_stands_alone() -> None:
    assert most_columns(400, 40, 20) == 1


def test_dimension_and_grid_with_many_criteria_are_shown_in_parts_with_every_cell() -> None:
    rubric = rubric_of([30])
    names = [criterion.id for criterion in rubric.criteria]
    grid = {
        f"c{n}": {name: f"L{(n + place) % 4}" for place, name in enumerate(names)} for n in range(3)
    }
    page = read_html(report_html(answers_of(score(study_of(rubric, grid))), (ROOT / "templates",)))
    tables = page.by_id("dimension-D1").find("table", where="assessment")
    assert len(tables) > 1
    assert [
        cell.text.split()[0] for table in tables for cell in table.find("thead")[0].find("th")[1:]
    ] == names
    first_case = [cell for table in tables for cell in body_rows(table)[0][1:]]
    assert first_case == [grid["c0"][name] for name in names]
    assert all(body_rows(table)[-1] == ["Dimension rating", "L2"] for table in tables)
    captions = [table.find("caption")[0].text for table in tables]
    assert captions[0].endswith(f"(part 1 of {len(tables)})")
    parts = page.by_id("grid").find("table", where="grid")
    heads = [cell.text for table in parts for cell in table.find("thead")[0].find("th")[1:]]
    assert heads == [*names, "D1", "All"]
    assert len([cell for table in parts for cell in body_rows(table)[0][1:]]) == 32


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.integers(1, 30))
def test_parts_divide_only_groups_that_are_too_wide_for_one(sizes: list[int], most: int) -> None:
    ranges = grouped_ranges(sizes, most)
    assert [place for places in ranges for place in places] == list(range(sum(sizes)))
    assert max(map(len, ranges)) <= most
    starts = {places.start for places in ranges}
    first = 0
    for size in sizes:
        divided = [start for start in starts if first < start < first + size]
        assert len(divided) == (-(-size // most) - 1)
        first += size


def test_parts_of_groups_are_as_few_and_then_as_narrow_as_can_be() -> None:
    assert grouped_ranges([4, 4, 2, 2], 10) == [range(6 + 2), range(8, 12)]
    assert grouped_ranges([30], 8) == column_ranges(30, 8)
