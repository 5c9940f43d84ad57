from pathlib import Path

import pytest

from tests.making import Files, make_study
from vfi.study.loading import check_study, load_study
from vfi.study.narrative import pictures_named

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("![a](x.png)", ["x.png"]),
        ("![a](./b//x.png 'title')", ["b/x.png"]),
        ("![a](<b/the door.JPG>)", ["b/the door.JPG"]),
        ("![a](b%20c.jpeg)", ["b c.jpeg"]),
        ("![a][door]\n\n[door]: x.png", ["x.png"]),
        ("| a |\n|---|\n| ![a](x.png) |", ["x.png"]),
        ("> - ![a](x.png) and ![b](y.png)", ["x.png", "y.png"]),
        ("`![a](x.png)` [a](x.png) \\![a](x.png)", []),
        ("![a](../x.png) ![a](/x.png) ![a](https://a.example/x.png) ![a](notes.txt)", []),
    ],
)
def test_the_pictures_that_a_section_shows(text: str, names: list[str]) -> None:
    assert [name for name, _ in pictures_named(text)] == names


def test_pictures_belong_to_the_files_of_a_study(tmp_path: Path) -> None:
    files: Files = {
        "narrative/summary.md": "![a](b/x.png) ![b](b/none.png)\n",
        "b/x.png": PNG,
        "b/not shown.png": PNG,
    }
    study = load_study(make_study(tmp_path, files))
    assert study.files["b/x.png"] == PNG
    assert {"b/none.png", "b/not shown.png"}.isdisjoint(study.files)


def test_a_picture_whose_name_not_every_system_can_keep_is_told_where_it_is_shown(
    tmp_path: Path,
) -> None:
    files: Files = {"narrative/summary.md": "Look:\n\n![a](x:y.png)\n", "x:y.png": PNG}
    _, problems = check_study(make_study(tmp_path, files))
    (problem,) = problems
    assert str(problem).endswith(
        'summary.md:3: image: found "x:y.png", which has a sign that not every system allows in a '
        "name: :; expected a name that every system can keep"
    )
