from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.making import SHIPPED_STUDY, make_study

Vfi = Callable[..., Any]


def test_claims_of_the_shipped_study(vfi: Vfi) -> None:
    ran = vfi("audit", "claims", SHIPPED_STUDY)
    assert ran.code == 1
    assert "here 3% and 52%; 57% is printed" in " ".join(ran.out.split())
    assert "Cannot hold together with" in ran.out
    document = json.loads(vfi("audit", "claims", SHIPPED_STUDY, "--format", "json").out)
    assert (
        document["schema"],
        document["counts"]["does not follow"],
        document["contradicted"],
    ) == (
        "vfi.claims/1",
        1,
        8,
    )


def test_claims_that_hold(vfi: Vfi, tmp_path: Path) -> None:
    claims = "id,where,sentence,kind,level,relation,value\nC1,p,Two branches,size,cases,is,2\n"
    ran = vfi("audit", "claims", make_study(tmp_path, {"claims.csv": claims}), "--format", "csv")
    assert ran.code == 0
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(ran.out))] == ["true"]


def test_a_study_without_claims(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("audit", "claims", make_study(tmp_path))
    assert (ran.code, ran.out) == (0, "branches: no claims (the study has no claims.csv)\n")


def test_check_tells_of_claims(vfi: Vfi, tmp_path: Path) -> None:
    assert "59 claims" in vfi("check", SHIPPED_STUDY).out
    study = make_study(tmp_path, {"claims.csv": "id,where,sentence,kind\nC1,p,s,guess\n"})
    ran = vfi("check", study)
    assert ran.code == 1
    assert "claims.csv:2: kind:" in ran.out


def test_a_wrong_row_of_claims_stops_the_audit_of_claims_and_no_score(
    vfi: Vfi, tmp_path: Path
) -> None:
    study = make_study(tmp_path, {"claims.csv": "id,where,sentence,kind\nC1,p,s,guess\n"})
    ran = vfi("audit", "claims", study)
    assert ran.code == 2
    assert "claims.csv:2: kind:" in ran.err
    assert vfi("score", study).code == 0
