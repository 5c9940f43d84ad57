from __future__ import annotations

from pathlib import Path

from tests.making import FILES, make_study
from vfi import check_study

JUDGEMENTS = FILES["judgements.csv"]


def told(place: Path, *rows: str) -> list[tuple[int | None, str, str]]:
    content = JUDGEMENTS + "".join(f"{row}\n" for row in rows)
    _, problems = check_study(make_study(place, {"judgements.csv": content}))
    return [(problem.line, problem.field, problem.found) for problem in problems]


def test_each_further_assessor_of_a_pair_is_told_once(tmp_path: Path) -> None:
    rows = ("N,A.1,Low,,,Bo,", "N,A.1,Low,,,Bo,", "N,A.1,Low,,,,")
    assert told(tmp_path, *rows) == [
        (8, "assessor", '"N on A.1" judged by Ada and Bo (first on line 2)'),
        (9, "criterion", '"N on A.1" a second time (first on line 8)'),
        (10, "assessor", '"N on A.1" judged by Ada and nobody (first on line 2)'),
    ]


def test_a_judgement_with_a_mistake_is_not_missing_as_well(tmp_path: Path) -> None:
    lines = [line.replace("S,B.1,High", "S,B.1,Hihg") for line in JUDGEMENTS.splitlines(True)]
    _, problems = check_study(make_study(tmp_path, {"judgements.csv": "".join(lines)}))
    assert [problem.field for problem in problems] == ["level"]
