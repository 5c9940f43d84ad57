"""The published ratings of 71 local authorities as claims: each names a level that only the step of
the whole knows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.rules.test_cqc_local_authority import RUBRIC, SCORES, STATEMENTS, published
from vfi.audit.claims import judge_claims
from vfi.audit.claims.verdicts import ClaimAudit
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

STUDY = f"""\
schema: vfi.study/1
id: cqc
title: Ratings of local authorities
rubric: {{id: {RUBRIC.id}, version: "{RUBRIC.version}"}}
authors: [The Care Quality Commission]
date: 2025-10
case_noun: {{singular: local authority, plural: local authorities}}
"""


def table(header: str, rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header.split())
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> ClaimAudit:
    folder = tmp_path_factory.mktemp("reports") / "cqc"
    folder.mkdir()
    rows = {f"LA{place}": row for place, row in enumerate(published(), start=1)}
    levels = [
        (case, statement, SCORES[Fraction(row[f"qs{number}"])])
        for case, row in rows.items()
        for number, statement in enumerate(STATEMENTS, start=1)
    ]
    claims = [
        (
            f"C{case}",
            "Rating",
            row["authority"],
            "rating",
            "overall",
            row["overall"].capitalize(),
            "is",
            "",
            case,
        )
        for case, row in rows.items()
    ]
    outstanding = [row["overall"] for row in rows.values()].count("outstanding")
    claims.append(
        ("Cn", "All", "Outstanding", "count", "overall", "Outstanding", "is", str(outstanding), "")
    )
    files = {
        "study.yaml": STUDY,
        "cases.csv": table("id name", [(case, row["authority"]) for case, row in rows.items()]),
        "judgements.csv": table("case criterion level", levels),
        "claims.csv": table("id where sentence kind node level relation value case", claims),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return judge_claims(score(load_study(Path(folder))))


def test_all_71_published_ratings_can_be_claimed_and_hold(audit: ClaimAudit) -> None:
    assert [entry.label for entry in audit.judged] == ["true"] * 72
    assert "Outstanding" in {entry.figure for entry in audit.judged}


def test_cases_are_counted_by_the_levels_of_their_own_ratings(audit: ClaimAudit) -> None:
    assert audit.judged[-1].words == "On overall, 2 of 71 rated local authorities are Outstanding."
