from datetime import date
from pathlib import Path

import pytest

from tests.making import make_study
from vfi.study.loading import check_study, load_study

TODAY = date(2026, 3, 10)


def told(place: Path, source: str, judged: str, today: date = TODAY) -> list[str]:
    files = {
        "evidence.csv": f"id,title,date\nvisit,Notes,{source}\n",
        "judgements.csv": (
            "case,criterion,level,evidence,date\n"
            + "".join(
                f"{case},{node},High,visit,{judged}\n"
                for case in "NS"
                for node in ("A.1", "A.2", "B.1")
            )
        ),
    }
    problems = check_study(make_study(place, files), today)[1]
    assert problems.errors == 0
    return [str(problem).rpartition("branches/")[2] for problem in problems]


@pytest.mark.parametrize("source", ["2026-03-11", "2026-03", "2026", "2025-12-31", ""])
def test_a_date_that_may_have_come_is_no_finding(tmp_path: Path, source: str) -> None:
    assert told(tmp_path, source, "") == []


@pytest.mark.parametrize("source", ["2026-03-12", "2026-04", "2027"])
def test_a_date_that_lies_ahead_is_told(tmp_path: Path, source: str) -> None:
    assert told(tmp_path, source, "") == [
        f'evidence.csv:2: warning: date: found "{source}", which lies ahead; expected at most '
        "today's date, 2026-03-10"
    ]


def test_a_judgement_of_tomorrow_week_is_told_too(tmp_path: Path) -> None:
    assert len(told(tmp_path, "", "2026-03-17")) == 6


def test_only_the_check_looks_at_the_clock(tmp_path: Path) -> None:
    told(tmp_path, "2999", "")
    assert load_study(tmp_path / "reports" / "branches").evidence[0].date == "2999"


@pytest.mark.parametrize(
    ("source", "judged"),
    [("2026-03-02", "2026-03-01"), ("2026-03", "2026-02-28"), ("2026", "2025")],
)
def test_a_source_later_than_the_judgement_that_cites_it_is_told_once(
    tmp_path: Path, source: str, judged: str
) -> None:
    (words,) = told(tmp_path, source, judged)
    assert f"later than the judgement of {judged} on line 2 of judgements.csv and 5 more" in words


@pytest.mark.parametrize(
    ("source", "judged"),
    [("2026-03-01", "2026-03-01"), ("2026-03", "2026-03-01"), ("2026-03-09", "2026")],
)
def test_a_source_that_may_be_earlier_is_no_finding(
    tmp_path: Path, source: str, judged: str
) -> None:
    assert told(tmp_path, source, judged) == []
