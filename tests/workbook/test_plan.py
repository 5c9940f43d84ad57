from __future__ import annotations

from tests.rubrics import MEAN
from tests.workbook.making import small
from vfi.workbook.plan import FIRST_ROW, BookPlan, lines_of, place_of

HURDLE = {
    "id": "h",
    "title": "H",
    "reason": "r",
    "kind": "hard",
    "node": "A1",
    "when": [{"node": "A2", "at": "Poor"}],
}


def test_every_node_has_a_line_on_the_sheet_of_its_kind() -> None:
    lines = lines_of(small())
    assert {key: (line.sheet, line.row - FIRST_ROW) for key, line in lines.items()} == {
        (None, "A1"): ("Criteria", 0),
        (None, "A2"): ("Criteria", 1),
        (None, "A"): ("Dimensions", 0),
        (None, "overall"): ("Overall", 0),
        ("L1", "A"): ("Case workings", 0),
        ("L1", "overall"): ("Case workings", 1),
        ("L2", "A"): ("Case workings", 2),
        ("L2", "overall"): ("Case workings", 3),
    }


def test_a_judgement_of_a_case_has_a_line_where_a_hurdle_limits_it() -> None:
    scorecard = small(hurdles=[HURDLE])
    lines = lines_of(scorecard)
    assert ("L1", "A1") in lines
    assert ("L1", "A2") not in lines
    assert lines["L1", "A1"].final == ("after", 0)
    plan = BookPlan(scorecard, lines)
    assert plan.place("L1", "A2") == plan.judgement("L1", "A2")


def test_what_judgements_are_read_as_stands_beside_them() -> None:
    plan = BookPlan(small(), {})
    assert (plan.case_rows, plan.judged_columns) == ({"L1": 5, "L2": 6}, {"A1": 2, "A2": 3})
    assert plan.judgement("L2", "A1") == "Judgements!$F$7"
    assert plan.judgements("A2") == "Judgements!$G$6:$G$7"
    assert plan.judgements_of("L1") == "Judgements!$F$6:$G$6"
    assert plan.unread("Judgements") == "COUNTIF(Judgements!$F$6:$G$7,-4)"


def test_only_a_rule_above_the_criteria_takes_scores() -> None:
    scores = MEAN | {"of": "scores"}
    of_dimension = {"criterion": MEAN, "dimension": scores, "overall": MEAN}
    assert BookPlan(small(synthesis=of_dimension), {}).takes_scores
    assert not BookPlan(small(), {}).takes_scores


def test_a_state_has_a_place_below_the_scale() -> None:
    node = small().case("L2").nodes["A2"]
    assert (place_of(node, "Good"), place_of(node, None)) == (2, -1)
