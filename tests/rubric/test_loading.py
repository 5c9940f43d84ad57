from __future__ import annotations

import hashlib
from fractions import Fraction
from pathlib import Path

import pytest

from tests.making import RUBRIC, SHIPPED_RUBRIC, changed, make_rubric
from vfi import InvalidInput, NotFound, load_rubric


def problems_of(folder: Path, text: str) -> list[tuple[int | None, str, str]]:
    made = make_rubric(folder, text)
    with pytest.raises(InvalidInput) as error:
        load_rubric(made)
    assert all(problem.file.endswith("library/rubric.yaml") for problem in error.value.problems)
    return [(problem.line, problem.field, problem.found) for problem in error.value.problems]


def test_rubric_from_its_folder_its_file_and_its_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_rubric(tmp_path / "rubrics")
    rubric = load_rubric(folder)
    assert (rubric.id, rubric.version, rubric.title) == ("library", "1.0", "Value of a library")
    assert load_rubric(folder / "rubric.yaml") == rubric
    monkeypatch.chdir(tmp_path)
    assert load_rubric("library") == rubric


def test_parts_of_a_rubric(tmp_path: Path) -> None:
    rubric = load_rubric(make_rubric(tmp_path))
    assert rubric.scale.names == ("Low", "Middle", "High")
    assert [level.value for level in rubric.scale.levels] == [Fraction(0), Fraction(1), Fraction(2)]
    assert [criterion.id for criterion in rubric.criteria] == ["A.1", "A.2", "B.1"]
    assert rubric.node_ids == ("A.1", "A.2", "A", "B.1", "B", "overall")
    assert rubric.criteria[1].standards["High"].provenance.quotation == "level"
    assert rubric.sha256 == hashlib.sha256(RUBRIC.encode()).hexdigest()


def test_beside_names_a_neighbourhood_that_is_searched_first(tmp_path: Path) -> None:
    make_rubric(tmp_path / "rubrics")
    assert load_rubric("library", beside=tmp_path / "reports" / "x").id == "library"


def test_unknown_id() -> None:
    with pytest.raises(NotFound, match=f'did you mean "{SHIPPED_RUBRIC}"'):
        load_rubric("domestic-abuse-vfi")


def test_mistakes_in_several_parts_are_told_together(tmp_path: Path) -> None:
    text = changed(RUBRIC, "title: Step-free entrance", "titel: Step-free entrance")
    text = changed(text, 'date: "2024"', "date: 2024")
    text = changed(
        text, "rule: mean, ties: up, missing: exclude}\n  dim", "rule: man, ties: sideways}\n  dim"
    )
    text = changed(text, "ties: up, missing: exclude}\n  overall", "ties: sideways}\n  overall")
    assert problems_of(tmp_path, text) == [
        (7, "sources[0].date", '"2024"'),
        (25, "dimensions[0].criteria[1].title", "nothing"),
        (26, "dimensions[0].criteria[1].titel", "an unknown field"),
        (44, "synthesis.criterion.rule", '"man"'),
        (45, "synthesis.dimension.missing", "nothing"),
        (45, "synthesis.dimension.ties", '"sideways"'),
    ]


@pytest.mark.parametrize(
    ("step", "field", "found", "expected"),
    [
        (
            "{rule: man, missing: exclude}",
            "synthesis.criterion.rule",
            '"man"',
            "one of mean, weighted mean, geometric mean",
        ),
        (
            "{ties: up, missing: exclude}",
            "synthesis.criterion.rule",
            "no 'rule'",
            "the field 'rule'",
        ),
        ("mean", "synthesis.criterion", '"mean"', "a mapping of keys to values"),
        ("[mean]", "synthesis.criterion", "a list", "a mapping of keys to values"),
    ],
)
def test_step_whose_rule_is_not_known(
    tmp_path: Path, step: str, field: str, found: str, expected: str
) -> None:
    text = changed(RUBRIC, "{rule: mean, ties: up, missing: exclude}\n  dim", f"{step}\n  dim")
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, text))
    (problem,) = error.value.problems
    assert (problem.line, problem.field, problem.found) == (44, field, found)
    assert problem.expected.startswith(expected)


def test_broken_yaml_has_line_and_column(tmp_path: Path) -> None:
    folder = make_rubric(tmp_path, changed(RUBRIC, "summary: What", "summary: Note: What"))
    with pytest.raises(InvalidInput) as error:
        load_rubric(folder)
    assert [(p.line, p.column, p.field) for p in error.value.problems] == [(5, 14, "YAML")]


def test_rubric_that_leads_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    elsewhere = make_rubric(tmp_path / "elsewhere")
    folder = tmp_path / "rubrics" / "library"
    folder.mkdir(parents=True)
    (folder / "rubric.yaml").symlink_to(elsewhere / "rubric.yaml")
    with pytest.raises(InvalidInput, match="outside the folder library"):
        load_rubric(folder)


def test_rubric_that_is_too_large(tmp_path: Path) -> None:
    folder = make_rubric(tmp_path, RUBRIC + "#" * 5_000_000)
    with pytest.raises(InvalidInput, match="found more than 4 MiB; expected at most 4 MiB"):
        load_rubric(folder)
