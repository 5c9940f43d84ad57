"""What does not fit together in a rubric file is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import RUBRIC, changed, make_rubric
from vfi import InvalidInput, load_rubric


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "found", "expected"),
    [
        (
            "id: library",
            "id: libraries",
            2,
            "id",
            '"libraries"',
            'the name of the folder, "library"',
        ),
        (
            "id: A.2",
            "id: A.1",
            25,
            "dimensions[0].criteria[1].id",
            '"A.1" a second time (first on line 18)',
            "own",
        ),
        (
            "- id: B\n",
            "- id: A\n",
            32,
            "dimensions[1].id",
            '"A" a second time (first on line 14)',
            "an id of its own",
        ),
        ("- id: B\n", "- id: overall\n", 32, "dimensions[1].id", '"overall"', "another id"),
        (
            "id: B.1\n",
            "id: overall\n",
            36,
            "dimensions[1].criteria[0].id",
            '"overall"',
            "another id",
        ),
        (
            *("id: B.1\n", "id: B\n", 36, "dimensions[1].criteria[0].id"),
            *('"B" a second time (first on line 32)', "an id of its own"),
        ),
        (
            "          Low: {text: Steps",
            "          Lowest: {text: Steps",
            29,
            "dimensions[0].criteria[1].standards.Lowest",
            '"Lowest"',
            "a level of the scale: Low, Middle, High",
        ),
        (
            "{kind: published, source: handbook,",
            "{kind: published, source: hanbook,",
            31,
            "dimensions[0].criteria[1].standards.High.provenance.source",
            '"hanbook"',
            "an id from `sources`: handbook",
        ),
    ],
)
def test_parts_that_do_not_agree(
    tmp_path: Path, old: str, new: str, line: int, field: str, found: str, expected: str
) -> None:
    folder = make_rubric(tmp_path, changed(RUBRIC, old, new))
    with pytest.raises(InvalidInput) as error:
        load_rubric(folder)
    problem = next(p for p in error.value.problems if p.field == field)
    assert (problem.line, problem.found) == (line, found)
    assert expected in problem.expected


def test_level_without_a_standard(tmp_path: Path) -> None:
    text = "".join(
        line for line in RUBRIC.splitlines(keepends=True) if "A ramp on request" not in line
    )
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, text))
    problem = error.value.problems[0]
    assert (problem.line, problem.found) == (28, "no standard for Middle")
    assert problem.field == "dimensions[0].criteria[1].standards"


def test_misspelt_names_get_the_nearest(tmp_path: Path) -> None:
    text = changed(RUBRIC, "          Low: {text: Few", "          Lo: {text: Few")
    text = changed(text, "{kind: published, source: handbook", "{kind: published, source: handbok")
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, text))
    assert {p.hint for p in error.value.problems} == {
        "",
        'did you mean "Low"?',
        'did you mean "handbook"?',
    }


def test_source_that_is_there_twice(tmp_path: Path) -> None:
    line = '  - {id: handbook, title: Handbook, publisher: The office, date: "2024"}\n'
    with pytest.raises(InvalidInput) as error:
        load_rubric(make_rubric(tmp_path, changed(RUBRIC, line, line + line)))
    assert [(p.line, p.field) for p in error.value.problems] == [(8, "sources[1].id")]
