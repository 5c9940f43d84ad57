from tests.rubrics import dimension, rubric, study
from vfi.scoring import score


def test_a_determination_stands_beside_the_rating_and_parents_take_the_computed_one() -> None:
    settled = {
        "node": "A",
        "level": "Excellent",
        "reason": "why",
        "who": "the panel",
        "date": "2025-06-30",
    }
    of = rubric([dimension("A", ["A1"])])
    scorecard = score(study(of, {"L": {"A1": "Poor"}}, determinations=[settled]))
    node = scorecard.node("A")
    assert (node.rating, node.determined and node.determined.level) == ("Poor", "Excellent")
    assert scorecard.overall.rating == "Poor"
    assert scorecard.case("L").nodes["A"].determined is None
