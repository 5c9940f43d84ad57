from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.making import FILES, RUBRIC, SHIPPED_STUDY, changed, make_rubric, make_study
from vfi import InvalidInput, NotFound, Problem, load_study
from vfi.study.loading import check_study


def problems_of(folder: Path) -> list[Problem]:
    study, problems = check_study(folder)
    assert study is None
    assert problems.errors == len(problems) > 0
    return list(problems)


def only_problem(folder: Path) -> Problem:
    problems = problems_of(folder)
    assert len(problems) == 1, problems
    return problems[0]


def place(problem: Problem) -> tuple[str, int | None, str]:
    return problem.file.rpartition("branches/")[2], problem.line, problem.field


def test_parts_of_a_study(tmp_path: Path) -> None:
    study = load_study(make_study(tmp_path))
    assert (study.id, study.about.title, study.rubric.id) == (
        "branches",
        "Two branch libraries",
        "library",
    )
    assert [(case.id, case.name) for case in study.cases] == [("N", "North"), ("S", "South")]
    assert [j.level for j in study.judgements] == ["High", "Middle", "Low", "Middle", None, "High"]
    assert study.judgements[5].evidence == ("count", "visit")
    assert study.judgements[4].reason == "The door was under repair"
    assert [source.id for source in study.evidence] == ["visit", "count"]
    assert [(rating.node, rating.rating) for rating in study.published] == [
        ("A.1", "High"),
        ("overall", "High"),
    ]
    assert study.narrative == {"summary": "Two branches were visited.\n"}


def test_every_file_that_was_read_has_its_digest(tmp_path: Path) -> None:
    study = load_study(make_study(tmp_path))
    assert study.digests == {
        name: hashlib.sha256(str(content).encode()).hexdigest() for name, content in FILES.items()
    }


def test_spellings_of_a_european_spreadsheet_make_the_same_study(tmp_path: Path) -> None:
    plain = load_study(make_study(tmp_path / "plain"))
    files = {
        name: b"\xef\xbb\xbf" + str(FILES[name]).replace(",", ";").replace("\n", "\r\n").encode()
        for name in ("cases.csv", "judgements.csv", "evidence.csv", "published.csv")
    }
    other = load_study(make_study(tmp_path / "other", files))
    assert other.cases == plain.cases
    assert other.judgements == plain.judgements
    assert other.evidence == plain.evidence
    assert other.published == plain.published


def test_evidence_and_published_ratings_may_be_left_out(tmp_path: Path) -> None:
    judgements = FILES["judgements.csv"].replace("visit", "").replace("count", "")
    files = {"evidence.csv": None, "published.csv": None, "judgements.csv": judgements}
    study = load_study(make_study(tmp_path, files))
    assert (study.evidence, study.published) == ((), ())


def test_study_by_the_path_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_study(tmp_path))
    assert load_study(".").id == "branches"


def test_rubric_inside_the_folder_of_the_study(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    (tmp_path / "rubrics").rename(folder / "rubrics")
    assert load_study(folder).rubric.id == "library"


def test_unknown_study() -> None:
    with pytest.raises(NotFound, match=f'did you mean "{SHIPPED_STUDY}"'):
        load_study("domestic-abuse-duty")


@pytest.mark.parametrize("file", ["cases.csv", "judgements.csv", "narrative/summary.md"])
def test_missing_file(tmp_path: Path, file: str) -> None:
    problem = only_problem(make_study(tmp_path, {file: None}))
    assert place(problem) == (file, None, "")
    assert (problem.found, problem.expected) == ("no such file", "a file")


@pytest.mark.parametrize("file", list(FILES))
def test_empty_file(tmp_path: Path, file: str) -> None:
    problem = only_problem(make_study(tmp_path, {file: ""}))
    assert place(problem) == (file, None, "")
    assert problem.found == "an empty file"


@pytest.mark.parametrize("file", list(FILES))
def test_file_in_another_encoding(tmp_path: Path, file: str) -> None:
    content = FILES[file].encode() + b"\xe9\n"
    line = FILES[file].count("\n") + 1
    problem = only_problem(make_study(tmp_path, {file: content}))
    assert place(problem) == (file, line, "encoding")
    assert (problem.found, problem.expected) == ("a byte that is not UTF-8 (0xe9)", "UTF-8")


@pytest.mark.parametrize("file", list(FILES))
def test_link_out_of_the_study(tmp_path: Path, file: str) -> None:
    folder = make_study(tmp_path)
    (folder / file).rename(tmp_path / "outside")
    (folder / file).symlink_to(tmp_path / "outside")
    problem = only_problem(folder)
    assert place(problem) == (file, None, "")
    assert problem.found == "a link to a file outside the folder branches"


@pytest.mark.parametrize("file", ["cases.csv", "judgements.csv", "evidence.csv", "published.csv"])
def test_header_without_rows(tmp_path: Path, file: str) -> None:
    header = FILES[file].splitlines(keepends=True)[0]
    problems = problems_of(make_study(tmp_path, {file: header}))
    assert (file, 1, "", "a header without rows", "at least one row") in [
        (*place(p), p.found, p.expected) for p in problems
    ]


@pytest.mark.parametrize(
    ("old", "new", "where", "found", "expected"),
    [
        (
            "title: Two",
            "title: Note: Two",
            (3, 12, "YAML"),
            "mapping values are not allowed",
            "well-formed YAML",
        ),
        (
            "authors: [The office]",
            "authors:\n\t- The office",
            (6, 1, "YAML"),
            "found character",
            "well-formed YAML",
        ),
        ("authors: [The office]", "authors: []", (5, 1, "authors"), "0 entries", "at least 1"),
        (
            "authors: [The office]",
            "authors: The office",
            (5, 1, "authors"),
            '"The office"',
            "a list",
        ),
        ("authors: [The office]\n", "", (1, 1, "authors"), "nothing", 'the field "authors"'),
        ("title: Two", "titel: Two", (3, 1, "titel"), "an unknown field", "only"),
        (
            "id: branches",
            "id: branch",
            (2, 1, "id"),
            '"branch"',
            'the name of the folder, "branches"',
        ),
        ('date: "2026-03"', "date: 2026", (6, 1, "date"), '"2026"', "text"),
        ('date: "2026-03"', 'date: "2026-30"', (6, 1, "date"), '"2026-30"', "a date such as"),
        (
            "{id: library, ver",
            "{id: libary, ver",
            (4, 10, "rubric.id"),
            '"libary"',
            "one of the known rubrics: ",
        ),
        (
            'version: "1.0"',
            'version: "1.1"',
            (4, 23, "rubric.version"),
            '"1.1"',
            '"1.0", the version of',
        ),
        ('version: "1.0"', "version: 1.0", (4, 23, "rubric.version"), '"1.0"', "text"),
        (
            "[summary]",
            "[summary, summary]",
            (8, 1, "narrative"),
            '"summary" twice',
            "each section once",
        ),
        (
            "[summary]",
            "[../../secret]",
            (8, 1, "narrative"),
            '"../../secret"',
            "the name of a file in narrative/",
        ),
    ],
)
def test_mistake_in_study_yaml(
    tmp_path: Path, old: str, new: str, where: tuple[int, int, str], found: str, expected: str
) -> None:
    problems = problems_of(
        make_study(tmp_path, {"study.yaml": changed(FILES["study.yaml"], old, new)})
    )
    problem = next(p for p in problems if p.field == where[2])
    assert place(problem) == ("study.yaml", where[0], where[2])
    assert problem.column == where[1]
    assert found in problem.found
    assert problem.expected.startswith(expected)


def test_misspelt_rubric_gets_the_nearest(tmp_path: Path) -> None:
    folder = make_study(tmp_path, {"study.yaml": FILES["study.yaml"].replace("library", "libary")})
    assert 'did you mean "library"?' in problems_of(folder)[0].hint


def test_mistakes_in_the_rubric_are_told_with_those_of_the_study(tmp_path: Path) -> None:
    rubric = changed(RUBRIC, "title: Stock", "titel: Stock")
    files = {
        "study.yaml": changed(FILES["study.yaml"], "id: branches", "id: others"),
        "cases.csv": FILES["cases.csv"] + "S,South again\n",
        "judgements.csv": changed(
            FILES["judgements.csv"], "N,A.1,High,Open until nine,visit", "N,A.1,High,,vist"
        ),
        "evidence.csv": changed(FILES["evidence.csv"], "2026-03,", "March,"),
        "narrative/summary.md": None,
    }
    problems = problems_of(make_study(tmp_path, files, rubric))
    assert [(p.file.rpartition("/")[2], p.line, p.field) for p in problems] == [
        ("cases.csv", 4, "id"),
        ("evidence.csv", 2, "date"),
        ("judgements.csv", 2, "evidence"),
        ("summary.md", None, ""),
        ("study.yaml", 2, "id"),
        ("rubric.yaml", 36, "dimensions[1].criteria[0].title"),
        ("rubric.yaml", 37, "dimensions[1].criteria[0].titel"),
    ]


def test_a_study_file_that_cannot_be_used_does_not_hide_the_other_files(tmp_path: Path) -> None:
    files = {
        "study.yaml": "schema: [\n",
        "cases.csv": FILES["cases.csv"] + "S,again\n",
        "judgements.csv": "case;level\n",
    }
    assert {p.file.rpartition("/")[2] for p in problems_of(make_study(tmp_path, files))} == {
        "study.yaml",
        "cases.csv",
        "judgements.csv",
    }


@pytest.mark.parametrize("file", ["cases.csv", "evidence.csv"])
def test_a_file_that_cannot_be_used_is_told_once(tmp_path: Path, file: str) -> None:
    content = FILES[file].replace("id,", "ident,", 1)
    assert {place(p) for p in problems_of(make_study(tmp_path, {file: content}))} == {
        (file, 1, "header")
    }


def test_loading_raises_every_problem(tmp_path: Path) -> None:
    folder = make_study(tmp_path, {"cases.csv": None, "evidence.csv": ""})
    with pytest.raises(InvalidInput) as error:
        load_study(folder)
    assert list(error.value.problems) == problems_of(folder)


def test_files_are_named_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_study(tmp_path, {"cases.csv": None})
    monkeypatch.chdir(tmp_path)
    assert only_problem(Path("reports/branches")).file == "reports/branches/cases.csv"
    assert only_problem(tmp_path / "reports" / "branches").file == "reports/branches/cases.csv"


def test_study_made_for_another_version_of_the_rubric(tmp_path: Path) -> None:
    folder = make_study(
        tmp_path / "one", {"study.yaml": changed(FILES["study.yaml"], '"1.0"', '"0.9"')}
    )
    problem = only_problem(folder)
    assert place(problem) == ("study.yaml", 4, "rubric.version")
    make_rubric(folder / "rubrics", changed(RUBRIC, 'version: "1.0"', 'version: "0.9"'))
    assert load_study(folder).rubric.version == "0.9"
