from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import check, rubric_text
from vfi.inspection.score_tables import score_table
from vfi.inspection.score_tables_document import score_table_document, score_table_rows

SCORES = "{rule: mean, of: scores, ties: up, missing: exclude}"


def test_a_profile_says_which_ratings_and_scores_it_leaves_possible(tmp_path: Path) -> None:
    rubric = check(tmp_path, rubric_text(2, 1, dimension=SCORES)).rubric
    assert rubric is not None
    table = score_table(rubric, "A", with_missing=False)
    document = score_table_document(table, rubric)
    assert (document["total"], document["tried"], document["decided"]) == (10, 10, 6)
    assert {
        "levels": ["Low", "Fair"],
        "rating": None,
        "can_be": ["Low", "Fair"],
        "is_exact": True,
        "scores": {"from": "5/4", "from_included": True, "to": "2", "to_included": False},
    } in document["profiles"]
    decided = [entry for entry in document["profiles"] if entry["rating"] is not None]
    assert len(decided) == 6
    assert all(entry["can_be"] == [entry["rating"]] for entry in decided)
    header, *rows = score_table_rows(table)
    assert header == ("A1", "A2", "rating", "can_be", "score_from", "score_to", "is_exact")
    assert ("Low", "Fair", "", "Low; Fair", "5/4", "under 2", "yes") in [tuple(r) for r in rows]
