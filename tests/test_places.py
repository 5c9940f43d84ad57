from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import (
    RUBRIC,
    SHIPPED_RUBRIC,
    SHIPPED_RUBRICS,
    SHIPPED_STUDY,
    make_rubric,
    make_study,
)
from vfi import places
from vfi.problems import NotFound


def test_by_path_of_the_folder_or_of_its_file(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    assert places.find(places.STUDY, folder) == folder
    assert places.find(places.STUDY, str(folder / "study.yaml")) == folder


def test_by_id_below_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_study(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert places.find(places.STUDY, "branches").resolve() == folder
    assert places.find(places.RUBRIC, "library").resolve() == tmp_path / "rubrics" / "library"


def test_shipped_ones_are_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.find(places.STUDY, SHIPPED_STUDY).is_dir()
    assert places.find(places.RUBRIC, SHIPPED_RUBRIC).is_dir()
    assert SHIPPED_STUDY in [folder.name for folder in places.every(places.STUDY)]


def test_a_local_rubric_goes_before_a_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = make_rubric(tmp_path / "rubrics", name=SHIPPED_RUBRIC)
    monkeypatch.chdir(tmp_path)
    assert places.find(places.RUBRIC, SHIPPED_RUBRIC).resolve() == mine
    folders = [folder.resolve() for folder in places.every(places.RUBRIC)]
    assert mine in folders
    assert len(folders) == len(SHIPPED_RUBRICS)


@pytest.mark.parametrize("where", [".", "..", "../.."])
def test_rubrics_in_or_above_the_folder_of_a_study_are_found_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    study = tmp_path / "project" / "reports" / "branches"
    study.mkdir(parents=True)
    make_rubric(tmp_path / "elsewhere" / "rubrics", RUBRIC + "# another\n")
    mine = make_rubric((study / where).resolve() / "rubrics")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert places.find(places.RUBRIC, "library", (study,)) == mine


def test_unknown_id_names_the_nearest_and_the_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_study(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(
        NotFound, match=r'branch" \(did you mean "branches"\?\); known are branches'
    ):
        places.find(places.STUDY, "branch")


def test_folder_without_the_marking_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"has no study\.yaml"):
        places.find(places.STUDY, tmp_path)


def test_name_too_long_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r'a study at "xxx'):
        places.find(places.STUDY, "x" * 5000)


def test_ids_come_in_order_and_folders_without_the_marking_file_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ["b", "c", "a"]:
        make_rubric(tmp_path / "rubrics", name=name)
    (tmp_path / "rubrics" / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert [folder.name for folder in places.every(places.RUBRIC)] == [
        "a",
        "b",
        "c",
        *SHIPPED_RUBRICS,
    ]


def test_study_of_the_program_itself_in_a_repository_is_written_into() -> None:
    assert not places.is_shipped(places.find(places.STUDY, SHIPPED_STUDY))


def test_study_of_an_installed_copy_is_not_written_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SHIPPED", tmp_path / "vfi" / "shipped")
    assert places.is_shipped(tmp_path / "vfi" / "shipped" / "reports" / "a")
    assert not places.is_shipped(tmp_path / "reports" / "a")
