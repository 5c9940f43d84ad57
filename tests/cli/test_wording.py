"""Counts, dashes and sentences in every output of studies that have one of each thing."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FULL_FILES, FULL_RUBRIC, RUBRIC, Files, changed, make_study

ONE_CRITERION = RUBRIC[: RUBRIC.index("      - id: A.2")] + RUBRIC[RUBRIC.index("synthesis:\n") :]
ONE = {
    "cases.csv": "id,name\nN,North\n",
    "judgements.csv": (
        "case,criterion,level,reason,evidence,assessor,date\nN,A.1,High,Open "
        "late,visit,Ada,2026-03-01\n"
    ),
    "evidence.csv": (
        "id,title,kind,location,date,sha256\nvisit,Notes of the visit,notes,Folder 3,2026-03,\n"
    ),
    "published.csv": "node,rating,source\nA.1,High,Annual review\n",
    "claims.csv": (
        "id,where,sentence,kind,node,level,relation,value\nC1,p1,One is high,count,A.1,High,is,1\n"
    ),
}
MISSING: Files = ONE | {
    "judgements.csv": changed(ONE["judgements.csv"], "N,A.1,High", "N,A.1,Insufficient evidence"),
    "published.csv": None,
}
FULL = FULL_FILES | {
    "cases.csv": ONE["cases.csv"],
    "judgements.csv": "".join(
        line + "\n"
        for line in str(FULL_FILES["judgements.csv"]).splitlines()
        if not line.startswith("S,")
    ),
    "study.yaml": (
        str(FULL_FILES["study.yaml"]).replace("The closure is over.", "The closure is over")
    ),
    "indicators.csv": "case,criterion,value,source\nN,B.1,2.5,Catalogue\n",
    "failures.csv": "case,failure,reason\nN,closure,Water in the cellar\n",
}
STUDIES: dict[str, tuple[Files, str]] = {
    "one of each": (ONE, ONE_CRITERION),
    "one, and nothing known of it": (MISSING, ONE_CRITERION),
    "some of everything, one case": (FULL, FULL_RUBRIC),
}
ONE_OF_MANY = re.compile(
    r"(?<![\w.,/:+-])1 (?:of 1 )?((?:[a-z]+ ){0,2}?(?:criteria|branches|[a-z]{2,}s))\b"
)
NO_PLURALS = {
    "this",
    "is",
    "has",
    "was",
    "does",
    "departs",
    "differs",
    "equals",
    "gives",
    "becomes",
    "lies",
    "cites",
    "carries",
}


def texts(vfi: Callable[..., Ran], study: Path) -> dict[str, str]:
    """What every command that reads a study or its rubric says."""
    rubric = study.parent.parent / "rubrics" / "library"
    commands: list[tuple[object, ...]] = [
        ("score", study, "--perspective", "all"),
        ("check", study),
        *([("audit", "rules", study)] if (study / "published.csv").exists() else []),
        ("audit", "claims", study),
        ("robustness", study, "--only", "flips,bounds,leave-out,rules"),
        *(("explain", study, node) for node in ("overall", "A", "A.1")),
        *(("explain", study, node, "--case", "N") for node in ("overall", "A", "A.1")),
        ("rubric", "check", rubric, "--study", study),
        ("rubric", "table", rubric, "A.1", "--cases", "1"),
        ("rubric", "diff", rubric, rubric, "--study", study),
    ]
    told = {}
    for command in commands:
        ran = vfi(*command)
        assert ran.code in (0, 1), ran.err
        told[" ".join(map(str, command))] = ran.out + ran.err
    page = study / "report.html"
    assert vfi("report", study, "--output", page).code == 0
    visible = re.sub(r"<style.*?</style>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return told | {"report": html.unescape(re.sub(r"<[^>]+>", "\n", visible))}


@pytest.mark.parametrize("name", STUDIES)
def test_one_of_a_thing_is_never_told_in_the_plural(
    vfi: Callable[..., Ran], tmp_path: Path, name: str
) -> None:
    for command, text in texts(vfi, make_study(tmp_path, *STUDIES[name])).items():
        assert "Traceback" not in text
        for line in text.splitlines():
            for found in ONE_OF_MANY.finditer(line):
                assert NO_PLURALS & {*found[1].split()}, (
                    f"{command}: {found[0]!r} in {line.strip()!r}"
                )
            assert not re.search(r"\bof 1 [a-z]+s\b", line), f"{command}: {line.strip()!r}"
            assert not re.search(r"– \d", line), (
                f"{command}: a dash that reads as a minus: {line.strip()!r}"
            )
            assert not re.search(r"[\s(]\d+\. \d", line), (
                f"{command}: numbers run together: {line.strip()!r}"
            )


def test_what_a_person_wrote_is_closed_before_the_next_sentence(
    vfi: Callable[..., Ran], tmp_path: Path
) -> None:
    study = make_study(
        tmp_path, FULL, FULL_RUBRIC.replace("They come for the books.", "They come for the books")
    )
    told = texts(vfi, study)
    explained = " ".join(told[f"explain {study} overall"].split())
    assert "The closure is over. The indicative rating is" in explained
    assert re.search(
        r"They come for the books\. \d of \d+ ratings", " ".join(told["report"].split())
    )


def test_no_cell_of_a_csv_is_what_spreadsheets_make_a_date_of(
    vfi: Callable[..., Ran], tmp_path: Path
) -> None:
    study, table = make_study(tmp_path), tmp_path / "table.csv"
    table.write_text("row,printed,of\nAbuse,99%,58\n", encoding="utf-8")
    commands: list[tuple[object, ...]] = [
        ("score", study),
        ("explain", study, "A.1"),
        ("audit", study),
        ("audit", "figures", table),
        ("robustness", study, "--only", "flips,bounds,weights,ties"),
    ]
    for command in commands:
        header, *rows = csv.reader(io.StringIO(vfi(*command, "--format", "csv").out))
        assert rows
        for row in rows:
            for name, cell in zip(header, row, strict=True):
                assert not re.fullmatch(r"'?[-+]?\d+[/-]\d+([/-]\d+)?", cell), (command, name, cell)
