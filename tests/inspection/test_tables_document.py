from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import check, rubric_text
from vfi.inspection.tables import RatingTable, rating_table
from vfi.inspection.tables_document import pulls_of, rating_table_document, rating_table_rows
from vfi.rubric.models.rubric import Rubric

WEIGHTED = "{rule: weighted mean, of: ratings, ties: up, missing: exclude, weights: {A: 1, B: 3}}"


def tabulated(
    tmp_path: Path, node: str, overall: str | None = None, with_missing: bool = False
) -> tuple[RatingTable, Rubric]:
    text = rubric_text(2, 2) if overall is None else rubric_text(2, 2, overall=overall)
    tmp_path.mkdir(exist_ok=True)
    rubric = check(tmp_path, text).rubric
    assert rubric is not None
    return rating_table(rubric, node, cases=3, with_missing=with_missing), rubric


def test_every_profile_stands_in_the_document_and_in_the_rows(tmp_path: Path) -> None:
    table, rubric = tabulated(tmp_path, "A")
    document = rating_table_document(table, rubric)
    assert document["inputs"] == ["A1", "A2"]
    assert document["total"] == document["tried"] == len(document["profiles"]) == 10
    assert document["seed"] is None
    assert sum(share["profiles"] for share in document["ratings"]) == 10
    header, *rows = rating_table_rows(table)
    assert header == ("A1", "A2", "rating")
    assert [list(row) for row in rows] == [
        [*(level or "" for level in profile["levels"]), profile["rating"]]
        for profile in document["profiles"]
    ]


def test_insufficient_evidence_is_null_and_an_empty_cell(tmp_path: Path) -> None:
    table, rubric = tabulated(tmp_path, "A", with_missing=True)
    levels = [profile["levels"] for profile in rating_table_document(table, rubric)["profiles"]]
    assert [None, None] in levels
    assert ("", "", "Insufficient evidence") in [tuple(row) for row in rating_table_rows(table)]


def test_only_inputs_with_weights_have_a_pull(tmp_path: Path) -> None:
    table, rubric = tabulated(tmp_path / "weighted", "overall", WEIGHTED)
    weights = rating_table_document(table, rubric)["weights"]
    assert [(entry["input"], entry["weight"], entry["share"]) for entry in weights] == [
        ("A", "1", "1/4"),
        ("B", "3", "3/4"),
    ]
    assert len(pulls_of(table)) == 2
    assert pulls_of(tabulated(tmp_path / "plain", "A")[0]) == ()
