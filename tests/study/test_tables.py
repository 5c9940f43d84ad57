from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import FILES, RUBRIC, Files, changed, make_study
from tests.study.making import demo_study, told
from vfi import Problem
from vfi.study.loading import check_study

JUDGEMENTS = FILES["judgements.csv"]


def problems_with(place: Path, file: str, content: str) -> list[Problem]:
    study, problems = check_study(make_study(place, {file: content}))
    assert study is None
    assert all(problem.file.endswith(f"branches/{file}") for problem in problems)
    return list(problems)


def one(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "found", "expected", "hint"),
    [
        ("S,B.1,High", "s,B.1,High", 7, "case", '"s"', "one of N, S", 'did you mean "S"?'),
        (
            "S,B.1,High",
            "S,B1,High",
            7,
            "criterion",
            '"B1"',
            "one of A.1, A.2, B.1",
            'did you mean "B.1"?',
        ),
        (
            "S,B.1,High",
            "S,B.1,Hihg",
            7,
            "level",
            '"Hihg"',
            "one of Low, Middle, High",
            'did you mean "High"?',
        ),
        (
            "S,B.1,High",
            "S,B.1,high",
            7,
            "level",
            '"high"',
            "Insufficient evidence",
            'did you mean "High"?',
        ),
        ("S,B.1,High", "S,B.1,2", 7, "level", '"2"', "one of Low, Middle, High", ""),
        (
            "N,A.2,Middle",
            "N,A.2,insufficient",
            3,
            "level",
            '"insufficient"',
            "Insufficient evidence",
            'did you mean "Insufficient evidence"?',
        ),
        ("S,B.1,High", "S,B.1,", 7, "level", "an empty cell", "a level", ""),
        ("S,B.1,High", ",B.1,High", 7, "case", "an empty cell", "a case", ""),
        (
            "count visit",
            "count vist",
            7,
            "evidence",
            '"vist"',
            "ids from evidence.csv",
            'did you mean "visit"?',
        ),
        ("count visit", "count;visit", 7, "evidence", '"count;visit"', "with spaces between", ""),
        (
            ",,visit,Ada,2026-03-01",
            ",,visit,Ada,2026-02-30",
            3,
            "date",
            '"2026-02-30"',
            "a date such as",
            "",
        ),
    ],
)
def test_wrong_cell_in_judgements(
    tmp_path: Path, old: str, new: str, line: int, field: str, found: str, expected: str, hint: str
) -> None:
    problems = problems_with(tmp_path, "judgements.csv", changed(JUDGEMENTS, old, new))
    problem = next(p for p in problems if p.field == field)
    assert (problem.line, problem.found) == (line, found)
    assert expected in problem.expected
    if hint:
        assert problem.hint == hint


def test_pair_judged_twice_by_one_assessor(tmp_path: Path) -> None:
    again = "N,A.1,Low,,,Ada,\n"
    problem = one(problems_with(tmp_path, "judgements.csv", JUDGEMENTS + again))
    assert (problem.line, problem.field) == (8, "criterion")
    assert problem.found == '"N on A.1" a second time (first on line 2)'
    assert problem.expected == "one judgement"


def test_pair_judged_by_two_assessors(tmp_path: Path) -> None:
    again = "N,A.1,Low,,,Bo,\n"
    problem = one(problems_with(tmp_path, "judgements.csv", JUDGEMENTS + again))
    assert (problem.line, problem.field) == (8, "assessor")
    assert problem.found == '"N on A.1" judged by Ada and Bo (first on line 2)'
    assert "agreed" in problem.expected


def test_missing_pairs_are_told_by_case(tmp_path: Path) -> None:
    content = "".join(
        line for line in JUDGEMENTS.splitlines(keepends=True) if not line.startswith(("N,A", "S,B"))
    )
    problems = problems_with(tmp_path, "judgements.csv", content)
    assert [p.found for p in problems] == [
        "no judgement of N on A.1, A.2",
        "no judgement of S on B.1",
    ]
    assert all("Insufficient evidence" in p.expected for p in problems)


def test_case_without_any_judgement(tmp_path: Path) -> None:
    study, problems = check_study(
        make_study(tmp_path, {"cases.csv": FILES["cases.csv"] + "W,West\n"})
    )
    assert study is None
    assert [p.found for p in problems] == ["no judgement of W on A.1, A.2, B.1"]


def test_lines_are_those_of_the_file_after_cells_over_several_lines(tmp_path: Path) -> None:
    content = changed(JUDGEMENTS, "Open until nine", '"Open\nuntil\nnine"')
    problem = one(
        problems_with(tmp_path, "judgements.csv", changed(content, "S,B.1,High", "S,B.1,Hihg"))
    )
    assert problem.line == 9


@pytest.mark.parametrize(
    ("rows", "line", "found", "expected"),
    [
        ("N,North again\n", 4, '"N" a second time (first on line 2)', "once"),
        ("a b,Two words\n", 4, '"a b"', "an id of letters"),
        ("../x,Up\n", 4, '"../x"', "an id of letters"),
    ],
)
def test_wrong_id_of_a_case(
    tmp_path: Path, rows: str, line: int, found: str, expected: str
) -> None:
    study, problems = check_study(make_study(tmp_path, {"cases.csv": FILES["cases.csv"] + rows}))
    assert study is None
    problem = next(p for p in problems if p.file.endswith("cases.csv"))
    assert (problem.line, problem.field, problem.found) == (line, "id", found)
    assert problem.expected.startswith(expected)


def test_empty_ids_are_not_repetitions_of_each_other(tmp_path: Path) -> None:
    study, problems = check_study(
        make_study(tmp_path, {"cases.csv": FILES["cases.csv"] + ",West\n,East\n"})
    )
    assert study is None
    found = [(p.line, p.field, p.found) for p in problems if p.file.endswith("cases.csv")]
    assert found == [(4, "id", "an empty cell"), (5, "id", "an empty cell")]


@pytest.mark.parametrize(
    ("row", "field", "found", "expected"),
    [
        ("visit,Again,,,,", "id", '"visit" a second time (first on line 2)', "once"),
        ("plan,Plan,,,July 2026,", "date", '"July 2026"', "a date such as"),
        ("plan,Plan,,,,abc", "sha256", '"abc"', "64 hexadecimal digits"),
        ("plan,,,,,", "title", "an empty cell", "a title"),
    ],
)
def test_wrong_row_of_evidence(
    tmp_path: Path, row: str, field: str, found: str, expected: str
) -> None:
    problem = one(problems_with(tmp_path, "evidence.csv", f"{FILES['evidence.csv']}{row}\n"))
    assert (problem.line, problem.field, problem.found) == (4, field, found)
    assert problem.expected.startswith(expected)


@pytest.mark.parametrize(
    ("row", "field", "found", "hint"),
    [
        ("C.1,High,", "node", '"C.1"', ""),
        ("overal,High,", "node", '"overal"', 'did you mean "overall"?'),
        ("B,Hgh,", "rating", '"Hgh"', 'did you mean "High"?'),
        ("overall,Low,", "node", '"overall" a second time (first on line 3)', ""),
        ("B,,", "rating", "an empty cell", ""),
    ],
)
def test_wrong_row_of_published_ratings(
    tmp_path: Path, row: str, field: str, found: str, hint: str
) -> None:
    problem = one(problems_with(tmp_path, "published.csv", f"{FILES['published.csv']}{row}\n"))
    assert (problem.line, problem.field, problem.found) == (4, field, found)
    if hint:
        assert problem.hint == hint


@pytest.mark.parametrize("file", ["cases.csv", "judgements.csv", "evidence.csv", "published.csv"])
def test_unknown_and_repeated_columns(tmp_path: Path, file: str) -> None:
    header, rest = FILES[file].split("\n", 1)
    first = header.split(",")[0]
    problems = problems_with(tmp_path, file, f"{header},colour,{first}\n{rest}")
    assert [(p.line, p.field, p.found) for p in problems] == [
        (1, "header", 'the column "colour"'),
        (1, "header", f'the column "{first}" twice'),
    ]


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    content = (
        JUDGEMENTS.replace("A.1", "A.9").replace("Middle", "Midle").replace("2026-03-02", "soon")
    )
    problems = problems_with(tmp_path, "judgements.csv", content)
    assert [(p.line, p.field) for p in problems if p.line] == [
        (2, "criterion"),
        (3, "level"),
        (5, "criterion"),
        (5, "level"),
        (5, "date"),
        (6, "date"),
        (7, "date"),
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ('S,A.2,High,"never closed,,Ada,2026-03-02\n', "a quotation mark that is not closed"),
        ("S,A.2,High,two, reasons,,Ada,2026-03-02,x\n", "9 cells"),
    ],
)
def test_what_is_missing_because_a_row_could_not_be_read_is_not_told(
    tmp_path: Path, row: str, found: str
) -> None:
    kept = JUDGEMENTS.splitlines(keepends=True)[:4]
    problem = one(problems_with(tmp_path, "judgements.csv", "".join([*kept, row])))
    assert (problem.line, problem.found) == (5, found)


@pytest.mark.parametrize("file", ["cases.csv", "evidence.csv"])
def test_references_to_rows_that_could_not_be_read_are_not_told(tmp_path: Path, file: str) -> None:
    lines = FILES[file].splitlines(keepends=True)
    lines[1] = '"never closed\n'
    assert (
        one(problems_with(tmp_path, file, "".join(lines))).found
        == "a quotation mark that is not closed"
    )


def test_a_misspelt_criterion_or_case_is_not_missing_as_well(tmp_path: Path) -> None:
    for number, content in enumerate(
        (changed(JUDGEMENTS, "S,B.1", "S,B1"), JUDGEMENTS.replace("\nS,", "\nS1,"))
    ):
        problems = problems_with(tmp_path / str(number), "judgements.csv", content)
        assert {problem.field for problem in problems} in ({"criterion"}, {"case"})


def test_required_cells_that_a_short_row_leaves_out_are_told_in_their_columns(
    tmp_path: Path,
) -> None:
    problems = problems_with(
        tmp_path,
        "judgements.csv",
        changed(JUDGEMENTS, "S,B.1,High,,count visit,Ada,2026-03-02", "S"),
    )
    assert [(p.line, p.field, p.found) for p in problems if p.line] == [
        (7, "criterion", "an empty cell"),
        (7, "level", "an empty cell"),
    ]


def test_dates_with_the_day_first_are_read_as_iso_dates(tmp_path: Path) -> None:
    content = JUDGEMENTS.replace("2026-03-02", "02/03/2026").replace("2026-03-01", "28/02/2026")
    study, problems = check_study(make_study(tmp_path, {"judgements.csv": content}))
    assert problems.errors == 0
    assert study is not None
    assert {judgement.date for judgement in study.judgements} == {"2026-03-02", "2026-02-28"}


def test_dates_that_can_be_read_in_two_ways_are_told_with_both(tmp_path: Path) -> None:
    content = JUDGEMENTS.replace("2026-03-02", "02/03/2026")
    problems = problems_with(tmp_path, "judgements.csv", content)
    assert {(p.field, p.found) for p in problems} == {("date", '"02/03/2026"')}
    assert {p.hint for p in problems} == {
        "the day or the month may come first: write 2026-03-02 or 2026-02-03"
    }


def test_a_study_reads_the_same_however_a_spreadsheet_wrote_it(tmp_path: Path) -> None:
    plain = check_study(make_study(tmp_path / "plain"))[0]
    excel: Files = {
        "judgements.csv": (
            "sep=;\r\n"
            + JUDGEMENTS.replace("case,criterion", "CASE ,Criterion")
            .replace(",", ";")
            .replace("Insufficient evidence", "Insufficient\xa0evidence")
            .replace("\n", "\r\n")
        ),
        "cases.csv": "\ufeffId\tName\r\nN\tNorth\r\nS\tSouth\r\n".encode("utf-16-le"),
        "evidence.csv": FILES["evidence.csv"].replace("2026-03,", "2026-03"),
        "published.csv": ",,\n" + FILES["published.csv"].replace(",Annual review", ""),
    }
    study, problems = check_study(make_study(tmp_path / "excel", excel))
    assert list(problems) == []
    assert plain is not None
    assert study is not None
    assert (study.cases, study.judgements, study.evidence) == (
        plain.cases,
        plain.judgements,
        plain.evidence,
    )


def test_a_letter_of_another_alphabet_in_a_level_is_named(tmp_path: Path) -> None:
    problem = one(
        problems_with(
            tmp_path, "judgements.csv", changed(JUDGEMENTS, "S,B.1,High", "S,B.1,H\u0456gh")
        )
    )
    assert (
        problem.hint
        == 'did you mean "High", without U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I at '
        "character 2?"
    )


def test_levels_are_the_same_however_their_accents_are_written(tmp_path: Path) -> None:
    rubric = RUBRIC.replace("Low", "Fa\u0308ir\xa0enough")
    content = JUDGEMENTS.replace("Low", "F\xe4ir enough")
    study, problems = check_study(make_study(tmp_path, {"judgements.csv": content}, rubric))
    assert study is not None, list(problems)
    assert study.judgements[2].level == "F\xe4ir enough"


def test_failures_name_known_cases_and_indicators_and_give_a_reason(tmp_path: Path) -> None:
    table = "case,failure,reason\nL9,breach,r\nL1,brech,r\nL1,breach,\n"
    assert told(demo_study(tmp_path, {"failures.csv": table})) == [
        'failures.csv:2 case: "L9"',
        'failures.csv:3 failure: "brech"',
        "failures.csv:4 reason: an empty cell",
    ]
