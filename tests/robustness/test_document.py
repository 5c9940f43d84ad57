"""The JSON document and the rows: a question that was not asked has no key, and what is said is
what was found.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.making import rubric_of, study_of
from tests.rubrics import dimension, rubric, study
from vfi.robustness.chance.distributions import Distribution
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.document import changes_document, robustness_document, robustness_rows
from vfi.robustness.examination import QUESTIONS, Robustness, Settings, robustness
from vfi.robustness.grid import Change
from vfi.robustness.other.thresholds import Position, TieThreshold
from vfi.robustness.other.weights import Acceptability
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

KEYS = {
    "flips": {"flips", "firmness"},
    "bounds": {"bounds", "bounds_unrated", "bounds_exact"},
    "leave-out": set(),
    "rules": {"rules", "rules_agree"},
    "uncertainty": {"uncertainty"},
    "bootstrap": {"bootstrap"},
    "weights": {"weights"},
    "ties": set(),
}


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    grid: dict[str, dict[str, str | None]] = {
        "a": {"D1.1": "L1", "D1.2": "L2", "D2.1": "L0"},
        "b": {"D1.1": "L2", "D1.2": None, "D2.1": "L3"},
    }
    return score(study_of(rubric_of([2, 1]), grid))


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_the_question_that_was_asked_has_keys(scorecard: Scorecard, question: str) -> None:
    document = robustness_document(robustness(scorecard, [question], settings=Settings(draws=200)))
    found = set(document["nodes"][-1]) - {"id", "title", "rating", "state"}
    assert found == KEYS[question]
    assert ("leave_out" in document) is (question == "leave-out")
    assert ("ties" in document) is (question == "ties")
    assert ("firmness" in document) is (question == "flips")
    header, *rows = robustness_rows(robustness(scorecard, [question], settings=Settings(draws=200)))
    assert {len(row) for row in rows} == {len(header)}
    assert {row[3].split()[0] for row in rows} <= {question, "flip", "firmness"}


def test_chances_say_whether_they_are_exact_and_what_their_error_is(scorecard: Scorecard) -> None:
    exact = robustness_document(robustness(scorecard, ["uncertainty"]))["nodes"][-1]["uncertainty"]
    assert (exact["exact"], exact["draws"]) == (True, None)
    assert {level["error"] for level in exact["levels"].values()} == {0.0}
    drawn = robustness_document(
        robustness(scorecard, ["uncertainty"], settings=Settings(draws=200))
    )
    of_overall = drawn["nodes"][-1]["uncertainty"]
    assert (of_overall["exact"], of_overall["draws"]) == (False, 200)
    assert sum(level["probability"] for level in of_overall["levels"].values()) == pytest.approx(1)


def test_changes_are_told_by_name() -> None:
    assert changes_document([Change("a", "D1.1", "L1", "L2")]) == [
        {"case": "a", "criterion": "D1.1", "from": "L1", "to": "L2"}
    ]


def two_dimensions() -> Scorecard:
    """A is 3/2, which is Good, B is 0, and the whole is 1, half way between Good and Poor."""
    grid = {"K": {"A": "Good", "B": "Poor"}, "L": {"A": "Adequate", "B": "Poor"}}
    return score(study(rubric([dimension("A"), dimension("B")]), grid))


ROWS = {
    "A": [
        ("flip down", "steps", "Adequate", "1", "yes", "A K: Good > Adequate", "", ""),
        ("flip down", "judgements", "Adequate", "1", "yes", "A K: Good > Adequate", "", ""),
        (
            "flip up",
            "steps",
            "Excellent",
            "2",
            "yes",
            "A L: Adequate > Good; A K: Good > Excellent",
            "",
            "",
        ),
        ("flip up", "judgements", "Excellent", "1", "yes", "A L: Adequate > Excellent", "", ""),
        ("firmness", "place in the order", "on the line", "1", "yes", "", "", ""),
        ("bounds", "", "Good", "", "yes", "", "", ""),
        ("leave-out", "case K", "Adequate", "", "yes", "", "", ""),
        ("uncertainty", "", "Adequate", "0.092500", "yes", "", "", ""),
        ("uncertainty", "", "Good", "0.905000", "yes", "", "", ""),
        ("uncertainty", "", "Excellent", "0.002500", "yes", "", "", ""),
        ("ties", "up to", "", "0.500000", "yes", "", "1", "2"),
    ],
    "B": [
        ("flip down", "steps", "", "", "yes", "", "", ""),
        ("flip down", "judgements", "", "", "yes", "", "", ""),
        ("flip up", "steps", "Adequate", "1", "yes", "B L: Poor > Adequate", "", ""),
        ("flip up", "judgements", "Adequate", "1", "yes", "B K: Poor > Adequate", "", ""),
        ("firmness", "place in the order", "on the line", "2", "yes", "", "", ""),
        ("bounds", "", "Poor", "", "yes", "", "", ""),
        ("uncertainty", "", "Poor", "0.810000", "yes", "", "", ""),
        ("uncertainty", "", "Adequate", "0.190000", "yes", "", "", ""),
    ],
    "overall": [
        (
            "flip down",
            "steps",
            "Poor",
            "3",
            "yes",
            "A L: Adequate > Poor; A K: Good > Poor",
            "",
            "",
        ),
        (
            "flip down",
            "judgements",
            "Poor",
            "2",
            "yes",
            "A L: Adequate > Poor; A K: Good > Poor",
            "",
            "",
        ),
        ("flip up", "steps", "Good", "1", "yes", "B L: Poor > Adequate", "", ""),
        ("flip up", "judgements", "Good", "1", "yes", "B K: Poor > Adequate", "", ""),
        ("firmness", "place in the order", "on the line", "3", "yes", "", "", ""),
        ("bounds", "", "Adequate", "", "yes", "", "", ""),
        ("leave-out", "dimension A", "Poor", "", "yes", "", "", ""),
        ("leave-out", "dimension B", "Good", "", "yes", "", "", ""),
        ("uncertainty", "", "Adequate", "0.825550", "yes", "", "", ""),
        ("uncertainty", "", "Good", "0.174450", "yes", "", "", ""),
        ("weights", "", "Poor", "0.250000", "yes", "", "1", "4"),
        ("weights", "", "Adequate", "0.500000", "yes", "", "1", "2"),
        ("weights", "", "Good", "0.250000", "yes", "", "1", "4"),
    ],
}


def test_every_answer_about_a_node_is_a_row_of_its_own() -> None:
    asked = [question for question in QUESTIONS if question not in ("rules", "bootstrap")]
    of_tenth = Settings(errors=ErrorModel(Fraction(1, 10)))
    _, *rows = robustness_rows(robustness(two_dimensions(), asked, settings=of_tenth))
    for node, expected in ROWS.items():
        of_node = [row for row in rows if row[0] == node]
        assert [tuple(row[3:11]) for row in of_node] == expected
        assert {row[11] for row in of_node} == {""}


def test_a_rule_is_a_nodes_own_or_another_one() -> None:
    answers = robustness(two_dimensions(), ["rules"])
    *_, overall = robustness_document(answers)["nodes"]
    own = {rule for rule, found in overall["rules"].items() if found["own"]}
    assert own == {"mean, ties up"}
    assert overall["rules"]["worst"] == {"alone": "Poor", "throughout": "Poor", "own": False}
    assert overall["rules_agree"] == {"agree": 7, "of": 11}
    _, *rows = robustness_rows(answers)
    assert ("worst, alone", "Poor") in [row[4:6] for row in rows if row[0] == "overall"]


def answers_of(**answers: Any) -> Robustness:
    """Answers made by hand, about all nodes of two dimensions."""
    questions = tuple(question for question in QUESTIONS if question != "flips")
    return Robustness(two_dimensions(), questions, ("A", "B", "overall"), Settings(), **answers)


def rows_of(answers: Robustness, question: str) -> list[tuple[str, ...]]:
    _, *rows = robustness_rows(answers)
    return [(row[0], *row[4:8], *row[9:11]) for row in rows if row[3] == question]


def test_a_chance_is_never_none_or_all_of_what_is_not() -> None:
    chances = {"Poor": 4e-8, "Good": 1 - 4e-8}
    answers = answers_of(
        probabilities={"A": Distribution("A", chances)},
        resampled={"B": Distribution("B", chances, draws=10**15)},
    )
    assert rows_of(answers, "uncertainty") == [
        ("A", "", "Poor", "0.00000004", "yes", "", ""),
        ("A", "", "Good", "0.99999996", "yes", "", ""),
    ]
    assert rows_of(answers, "bootstrap") == [
        ("B", "", "Poor", "0.00000004", "no", "", ""),
        ("B", "", "Good", "0.99999996", "no", "", ""),
    ]
    of_a, of_b, _ = robustness_document(answers)["nodes"]
    assert of_a["uncertainty"]["levels"]["Poor"] == {"probability": 4e-8, "error": 0.0}
    assert of_a["uncertainty"]["levels"]["Good"]["probability"] == 0.99999996
    assert 0 < of_b["bootstrap"]["levels"]["Poor"]["error"] < 1e-9


def test_a_share_of_weightings_is_never_none_or_all_of_what_is_not() -> None:
    tiny = Fraction(1, 25_000_000)
    shares = {"Poor": tiny, "Good": 1 - tiny}
    answers = answers_of(
        weights=(Acceptability("B", shares), Acceptability("A", {"Good": Fraction(1)}))
    )
    assert rows_of(answers, "weights") == [
        ("A", "", "Good", "1.000000", "yes", "1", "1"),
        ("B", "", "Poor", "0.00000004", "yes", "1", "25000000"),
        ("B", "", "Good", "0.99999996", "yes", "24999999", "25000000"),
    ]
    _, of_b, overall = robustness_document(answers)["nodes"]
    assert of_b["weights"] == {
        "Poor": {"exactly": "1/25000000", "decimal": 4e-8},
        "Good": {"exactly": "24999999/25000000", "decimal": 0.99999996},
    }
    assert "weights" not in overall


def test_a_tie_is_never_at_a_level_that_it_has_not_reached() -> None:
    tiny = Fraction(1, 25_000_000)
    ties = TieThreshold(above=Position("B", tiny), up_to=Position("A", 1 - tiny))
    answers = answers_of(ties=ties)
    assert rows_of(answers, "ties") == [
        ("A", "up to", "", "0.99999996", "yes", "24999999", "25000000"),
        ("B", "above", "", "0.00000004", "yes", "1", "25000000"),
    ]
    assert robustness_document(answers)["ties"] == {
        "above": {"node": "B", "exactly": "1/25000000", "decimal": 4e-8},
        "up_to": {"node": "A", "exactly": "24999999/25000000", "decimal": 0.99999996},
    }
