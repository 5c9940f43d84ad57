from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import check, rubric_text

SCORES = "{rule: mean, of: scores, ties: up, missing: exclude}"
UNREACHED = (
    "{rule: bands, on: mean, of: scores, missing: exclude, bands: [{rating: Low, below: 5}, "
    "{rating: Top, from: 5}]}"
)


def test_nodes_that_take_scores_are_looked_at_with_what_ratings_decide(tmp_path: Path) -> None:
    (of_scores,) = check(tmp_path, rubric_text(2, 3, overall=SCORES)).scores
    assert (of_scores.node, of_scores.perspective) == ("overall", "")
    assert (of_scores.tried.decided, len(of_scores.tried.profiles)) == (15, 20)


def test_a_perspective_that_takes_scores_is_named(tmp_path: Path) -> None:
    end = f"perspectives: [{{id: p, title: P, reason: R, synthesis: {{overall: {SCORES}}}}}]\n"
    (of_scores,) = check(tmp_path, rubric_text(2, 2, end=end)).scores
    assert (of_scores.node, of_scores.perspective) == ("overall", "p")


def test_ratings_of_their_own_take_no_scores(tmp_path: Path) -> None:
    assert list(check(tmp_path, rubric_text()).scores) == []


def test_levels_that_no_scores_give_are_told(tmp_path: Path) -> None:
    told = [
        problem.found
        for problem in check(tmp_path, rubric_text(2, 2, overall=UNREACHED)).problems
        if problem.found.startswith("no scores")
    ]
    assert told == ["no scores below overall for which it is rated Fair, High, Top"]
