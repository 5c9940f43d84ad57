from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import found, rubric_text


def rows_of(*rows: str, otherwise: str = ", otherwise: Low") -> str:
    return f"{{rule: counting, missing: exclude{otherwise}, rows: [{', '.join(rows)}]}}"


TOP = "{rating: Top, when: [{at_least: 1, at: Top}]}"


def told(tmp_path: Path, step: str) -> list[tuple[str, str]]:
    return [
        (p.field, p.found)
        for p in found(tmp_path, rubric_text(2, dimension=step))
        if "row" in p.field
    ]


def test_row_that_can_never_apply(tmp_path: Path) -> None:
    step = rows_of(TOP, "{rating: High, when: [{at_least: 3, at: High}]}")
    (problem,) = told(tmp_path, step)
    assert problem == (
        "synthesis.dimension.rows[1]",
        "the row for High can never apply: none of the 15 profiles of A (2 inputs) fits it",
    )


def test_row_that_an_earlier_one_shadows(tmp_path: Path) -> None:
    step = rows_of(TOP, "{rating: High, when: [{at_least: all, at: Top}]}")
    ((field, words),) = told(tmp_path, step)
    assert field == "synthesis.dimension.rows[1]"
    assert words.startswith(
        "the row for High is shadowed: every profile of A (2 inputs) that fits it fits row 1"
    )


def test_otherwise_that_nothing_is_left_for(tmp_path: Path) -> None:
    step = rows_of(TOP, "{rating: Fair, when: [{at_most: 2, at_or_below: Top}]}")
    problems = found(tmp_path, rubric_text(2, dimension=step))
    assert [p.found for p in problems if p.field.endswith("otherwise")] == [
        "an `otherwise` that none of the 15 profiles of A (2 inputs) is left for"
    ]


def test_a_row_about_many_cases_is_tried_with_enough_of_them(tmp_path: Path) -> None:
    mean = "  criterion: {rule: mean, ties: up, missing: exclude}"
    step = rows_of(
        TOP.replace("1", "30"), "{rating: Fair, when: [{at_least: 1, at_or_above: Fair}]}"
    )
    text = rubric_text(2).replace(mean, f"  criterion: {step}")
    assert not [p for p in found(tmp_path, text) if "row" in p.field]
