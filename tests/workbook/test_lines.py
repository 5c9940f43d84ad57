from __future__ import annotations

import pytest

from tests.rubrics import MEAN, scale_data
from tests.workbook.making import cached, formulas, rows_of, small
from vfi.problems import UserError
from vfi.workbook.book import workbook_bytes
from vfi.workbook.lines import LONGEST_FORMULA


def test_a_formula_that_is_too_long_is_refused_by_name() -> None:
    row = {"rating": "Good", "when": [{"exactly": 0}] * 40}
    step = {"rule": "counting", "missing": "exclude", "rows": [row] * 40, "otherwise": "Poor"}
    with pytest.raises(
        UserError, match=rf"cannot hold overall: .* spreadsheet takes {LONGEST_FORMULA}"
    ):
        workbook_bytes(small(synthesis={"criterion": MEAN, "dimension": MEAN, "overall": step}))


def test_a_line_shows_what_the_engine_says_of_its_node() -> None:
    scorecard = small()
    for sheet in ("Criteria", "Dimensions", "Overall"):
        for row in rows_of(cached(scorecard)[sheet]):
            node = scorecard.nodes[row["Id"]]
            assert (row["Rating"], row["Value"]) == (node.result, float(node.value or 0))
            assert (row["Judged"], row["Insufficient"]) == (node.judged, node.missing)


def test_a_rating_is_chosen_from_the_states_and_the_levels() -> None:
    (row,) = rows_of(formulas(small())["Overall"])
    assert row["Rating"].endswith(
        '+5,"Not a level","Beyond exact arithmetic","Undetermined","Insufficient evidence","Poor",'
        '"Adequate","Good","Excellent")'
    )


def test_a_level_whose_name_is_too_long_for_a_formula_is_refused() -> None:
    levels = scale_data((("Poor", 0), ("Good", 1), ("A" * 256, 2)))
    with pytest.raises(UserError, match="its name is above 255 characters"):
        workbook_bytes(small(scale=levels))
