"""What README shows an evaluator, typed as printed in an empty folder; and every file and column is
described.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.making import ROOT
from tests.running import run_vfi
from vfi.study.claims import CLAIMS
from vfi.study.models import Determination, StudyFile

BLOCK = re.compile(r"```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)
TABLES = ["cases.csv", "judgements.csv"]


def section(text: str, title: str) -> str:
    return text.split(f"## {title}\n")[1].split("\n## ")[0]


def test_the_evaluators_five_minutes_as_printed(tmp_path: Path) -> None:
    text = section(
        (ROOT / "README.md").read_text(encoding="utf-8"), "Five minutes, for an evaluator"
    )
    study, tables = tmp_path / "reports" / "my-study", iter(TABLES)
    study.mkdir(parents=True)
    said = {}
    for block in BLOCK.finditer(text):
        if block["language"] != "console":
            name = "study.yaml" if block["language"] == "yaml" else next(tables)
            (study / name).write_text(block["text"], encoding="utf-8")
            continue
        for line in block["text"].splitlines():
            program, *arguments = shlex.split(line, comments=True)
            assert program == "vfi"
            ran = run_vfi(*arguments, cwd=tmp_path)
            assert (ran.returncode, ran.stderr) == (0, ""), line
            said[line.split("#")[0].strip()] = ran.stdout
    assert "no errors (2 cases, 2 criteria, 4 judgements" in " ".join(
        said["vfi check my-study"].split()
    )
    # E1.1: Good alone, 2; E2.1: (3 + 1) / 2 = 2; so both dimensions and the whole are Good.
    assert "Overall: Good" in said["vfi score my-study"]
    assert "Excellent" in said["vfi explain my-study E2 --case LA01"]


@pytest.mark.parametrize("model", [StudyFile, Determination])
def test_every_key_of_a_study_is_described(model: type[StudyFile | Determination]) -> None:
    described = section((ROOT / "docs" / "studies.md").read_text(encoding="utf-8"), "study.yaml")
    keys = [field.alias or name for name, field in model.model_fields.items()]
    assert [key for key in keys if not re.search(rf"`{key}`|\b{key}:", described)] == []


def test_every_column_of_claims_is_described() -> None:
    described = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    assert [name for name in CLAIMS.names if f"`{name}`" not in described] == []
