import hashlib
from pathlib import Path

import pytest

from tests.making import make_study
from vfi.inputs.text import MEBIBYTE
from vfi.study import cited
from vfi.study.cited import file_named
from vfi.study.loading import check_study, load_study

NOTES = b"Notes of the visit"
DIGEST = hashlib.sha256(NOTES).hexdigest()


def study_with(
    place: Path, location: str, sha256: str = "", files: dict[str, bytes] | None = None
) -> Path:
    header = "id,title,kind,location,date,sha256"
    evidence = f'{header}\nvisit,Notes,,"{location}",,{sha256}\ncount,Count,,,,\n'
    return make_study(
        place, {"evidence.csv": evidence, "sources/notes.pdf": NOTES, **(files or {})}
    )


def told(folder: Path) -> list[str]:
    return [str(problem).partition("evidence.csv:")[2] for problem in check_study(folder)[1]]


@pytest.mark.parametrize("sha256", ["", DIGEST, DIGEST.upper()])
@pytest.mark.parametrize(
    "location",
    [
        "sources/notes.pdf",
        "sources/notes.pdf, p. 3",
        "./sources/notes.pdf#page=3",
        "sources\\notes.pdf",
    ],
)
def test_a_file_with_its_digest_belongs_to_the_study(
    tmp_path: Path, location: str, sha256: str
) -> None:
    folder = study_with(tmp_path, location, sha256)
    assert told(folder) == []
    assert load_study(folder).files["sources/notes.pdf"] == NOTES


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("none.pdf", "none.pdf"),
        ("a folder/None.DOCX (page 3)", "a folder/None.DOCX"),
        ("Folder 3", None),
        ("Evaluation (MHCLG, July 2025), chapter 6, Table 6.1", None),
        ("https://example.org/report.pdf", None),
        ("www.example.org/report.pdf, page 3", None),
        ("/srv/report.pdf", None),
        ("../report.pdf", None),
        ("", None),
    ],
)
def test_which_locations_name_a_file(tmp_path: Path, location: str, name: str | None) -> None:
    assert file_named(location, tmp_path) == name


@pytest.mark.parametrize("digest", ["0" * 64, "f" * 64, "01" * 32])
@pytest.mark.parametrize("location", ["sources/notes.pdf", "Folder 3"])
def test_a_digest_that_was_never_reckoned_is_an_error_wherever_the_source_is(
    tmp_path: Path, location: str, digest: str
) -> None:
    folder = study_with(tmp_path, location, digest)
    errors = [words for words in told(folder) if "warning" not in words]
    assert errors == [
        f'2: sha256: found "{digest}"; expected the SHA-256 digest of a file, or an empty cell'
    ]


def test_a_file_that_changed_is_an_error_that_names_both_digests(tmp_path: Path) -> None:
    folder = study_with(
        tmp_path, "sources/notes.pdf", DIGEST, {"sources/notes.pdf": b"Other notes"}
    )
    (words,) = told(folder)
    assert words.startswith(
        f'2: sha256: found "{DIGEST}"; expected {hashlib.sha256(b"Other notes").hexdigest()}, '
        "the SHA"
    )


def test_a_file_that_is_not_there_is_a_warning_and_named_as_left_out(tmp_path: Path) -> None:
    folder = study_with(tmp_path, "sources/interview.docx", DIGEST)
    (words,) = told(folder)
    assert (
        words
        == '2: warning: location: found "sources/interview.docx", which is not there; expected a '
        "file of the study folder (its sha256 was compared with nothing)"
    )
    assert load_study(folder).left_out == {"sources/interview.docx": "which is not there"}


def test_a_digest_of_nothing_for_a_file_that_is_not_there_is_said_to_be_that(
    tmp_path: Path,
) -> None:
    folder = study_with(tmp_path, "sources/interview.docx", hashlib.sha256(b"").hexdigest())
    (words,) = told(folder)
    assert words.endswith("(its sha256 is that of an empty file)")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = study_with(tmp_path, "sources/link.pdf")
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    (folder / "sources" / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    assert b"secret" not in load_study(folder).files.values()


def test_large_files_are_left_out_and_only_the_check_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study_with(tmp_path, "sources/notes.pdf", "a1" * 31 + "2b")
    monkeypatch.setattr(cited, "LARGEST", 3 * MEBIBYTE)
    (folder / "sources" / "notes.pdf").write_bytes(b"x" * (cited.LARGEST + 1))
    assert load_study(folder).left_out == {"sources/notes.pdf": "which has more than 3 MiB"}
    assert ["sha256: found" in words for words in told(folder)] == [True]


def test_a_large_file_that_cannot_be_read_is_told_by_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study_with(tmp_path, "sources/notes.pdf", DIGEST)
    monkeypatch.setattr(cited, "LARGEST", 1)

    def unreadable(file: object, digest: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(hashlib, "file_digest", unreadable)
    _, problems = check_study(folder)
    assert [problem.found for problem in problems] == [
        "a file that cannot be read (Input/output error)"
    ]


def test_many_files_are_left_out_beyond_a_size_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study_with(tmp_path, "sources/notes.pdf")
    monkeypatch.setattr(cited, "LARGEST_IN_ALL", len(NOTES) - 1)
    assert "sources/notes.pdf" in load_study(folder).left_out


@pytest.mark.parametrize("name", ["a:b.pdf", "Cases.csv"])
def test_names_that_other_systems_cannot_keep_apart_are_left_out(tmp_path: Path, name: str) -> None:
    folder = study_with(tmp_path, name, files={name: b"x"})
    assert list(load_study(folder).left_out) == [name]


def test_a_table_of_the_study_may_itself_be_evidence(tmp_path: Path) -> None:
    folder = study_with(tmp_path, "judgements.csv")
    digest = hashlib.sha256((folder / "judgements.csv").read_bytes()).hexdigest()
    study_with(tmp_path / "other", "judgements.csv", digest)
    assert told(tmp_path / "other" / "reports" / "branches") == []
