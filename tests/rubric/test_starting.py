from __future__ import annotations

from pathlib import Path

import pytest

from vfi.inspection.checks.check import check_rubric
from vfi.problems import UserError
from vfi.rubric.models.rubric import Rubric
from vfi.rubric.starting import starting_text, write_starting_rubric


@pytest.mark.parametrize("rubric_id", ["library-services", "2026", "on", "v1.2"])
def test_new_rubric_loads_and_nothing_is_wrong_with_it(tmp_path: Path, rubric_id: str) -> None:
    path = write_starting_rubric(rubric_id, tmp_path)
    checked = check_rubric(path.parent)
    assert list(checked.problems) == []
    assert checked.rubric is not None
    assert checked.rubric.id == rubric_id


def test_every_key_of_a_rubric_is_there_or_in_a_comment() -> None:
    text = starting_text("library")
    keys = [field.alias or name for name, field in Rubric.model_fields.items()]
    assert [key for key in keys if f"{key}:" not in text] == []


def test_commented_parts_work_when_they_are_uncommented(tmp_path: Path) -> None:
    text = starting_text("library")
    start = text.index("# failure_indicators:")
    text = (
        text[:start]
        + "\n".join(line.removeprefix("# ") for line in text[start:].splitlines())
        + "\n"
    )
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "rubric.yaml").write_text(text)
    assert list(check_rubric(folder).problems) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = write_starting_rubric("library", tmp_path)
    path.write_text("mine")
    with pytest.raises(UserError, match="is there already"):
        write_starting_rubric("library", tmp_path)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("rubric_id", ["", "../library", "a b", ".hidden"])
def test_id_that_cannot_be_one(tmp_path: Path, rubric_id: str) -> None:
    with pytest.raises(UserError, match="cannot be an id"):
        write_starting_rubric(rubric_id, tmp_path)
    assert not list(tmp_path.iterdir())
