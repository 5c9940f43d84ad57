"""The JSON document and the rows: a question that was not asked has no key, and what is said is
what was found.
"""

from __future__ import annotations

import pytest

from tests.making import rubric_of, study_of
from vfi.robustness import QUESTIONS, Settings, robustness
from vfi.robustness.document import changes_document, robustness_document, robustness_rows
from vfi.robustness.grid import Change
from vfi.scoring import Scorecard, score

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
