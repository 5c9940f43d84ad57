from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import FILES, RUBRIC, changed, make_study
from vfi.inputs.fields import IDENTIFIER
from vfi.inputs.identity import id_like
from vfi.problems import Problem, Problems
from vfi.rubric.loading import read_rubric
from vfi.study.loading import check_study


def problems_in(place: Path, folder: str, id_line: str) -> list[Problem]:
    text = changed(FILES["study.yaml"], "id: branches\n", id_line)
    made = make_study(place, {"study.yaml": text})
    return list(check_study(made.rename(made.with_name(folder)))[1])


@pytest.mark.parametrize(
    ("folder", "given_id", "found", "hint"),
    [
        (
            "Wärm Homes 2026",
            "Wärm Homes 2026",
            '"Wärm Homes 2026" in the folder "Wärm Homes 2026"',
            'rename the folder to "warm-homes-2026" and write id: warm-homes-2026',
        ),
        (
            "Wärm Homes 2026",
            "warm-homes",
            '"warm-homes" in the folder "Wärm Homes 2026"',
            'rename the folder to "warm-homes"',
        ),
        ("Дом", "Дом", '"Дом" in the folder "Дом"', ""),
        ("homes", "Warm Homes", '"Warm Homes"', ""),
        ("homes", "house", '"house"', ""),
    ],
)
def test_an_id_and_a_folder_that_differ_are_one_problem_that_can_be_followed(
    tmp_path: Path, folder: str, given_id: str, found: str, hint: str
) -> None:
    (problem,) = problems_in(tmp_path, folder, f"id: {given_id}\n")
    assert (problem.line, problem.field, problem.found, problem.hint) == (2, "id", found, hint)
    if not hint and folder.isascii():
        assert problem.expected == f'the name of the folder, "{folder}"'


def test_the_hint_followed_leaves_no_problem(tmp_path: Path) -> None:
    assert problems_in(tmp_path, "warm-homes-2026", "id: warm-homes-2026\n") == []


def test_the_rest_of_a_study_with_an_odd_name_is_checked_too(tmp_path: Path) -> None:
    problems = problems_in(tmp_path, "Warm Homes", "id: Warm Homes\ncolour: blue\n")
    assert [problem.field for problem in problems] == ["id", "colour"]


def test_a_rubric_in_a_folder_that_can_be_no_id_is_one_problem(tmp_path: Path) -> None:
    folder = tmp_path / "My Rubric"
    folder.mkdir()
    (folder / "rubric.yaml").write_text(changed(RUBRIC, "id: library", "id: My Rubric"))
    problems = Problems()
    assert read_rubric(folder, problems) is None
    assert [(p.field, p.hint) for p in problems] == [
        ("id", 'rename the folder to "my-rubric" and write id: my-rubric')
    ]


@given(st.text())
def test_what_is_proposed_as_an_id_can_be_one(name: str) -> None:
    proposed = id_like(name)
    assert proposed == "" or IDENTIFIER.fullmatch(proposed)
