"""An evaluator makes a study of her own in an empty folder, with a rubric of her own, and scores
it.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.making import changed
from tests.running import run_vfi

RUBRIC = """\
schema: vfi.rubric/1
id: playgrounds
version: "2026.1"
title: Value of playgrounds
summary: Whether playgrounds are worth what they cost.
sources:
  - {id: workshop, title: Workshop with parents, publisher: The council, date: "2026-01"}
scale:
  levels:
    - {name: Weak, value: 1, meaning: Not good enough.}
    - {name: Fair, value: 2, meaning: Good enough.}
    - {name: Strong, value: 3, meaning: Better than needed.}
dimensions:
  - id: P
    title: Play
    question: Do children play there?
    criteria:
      - id: P1
        title: Children come
        meaning: A playground without children is worth nothing.
        standards: &standards
          Weak: {text: Few come,
            provenance: {kind: reconstructed, source: workshop, passage: notes}}
          Fair: {text: Some come,
            provenance: {kind: reconstructed, source: workshop, passage: notes}}
          Strong: {text: Many come,
            provenance: {kind: reconstructed, source: workshop, passage: notes}}
      - id: P2
        title: Children stay
        meaning: Staying shows that the place is liked.
        standards: *standards
synthesis:
  criterion: {rule: mean, ties: down, missing: exclude}
  dimension: {rule: mean, of: ratings, ties: down, missing: exclude}
  overall: {rule: mean, of: ratings, ties: down, missing: exclude}
"""
STUDY = """\
schema: vfi.study/1
id: north-parks
title: Playgrounds in the north
rubric: {id: playground, version: "2026.1"}
authors: [Ines]
date: "2026-06"
"""
CASES = "id;name\r\nELM;Elm Park\r\nOAK;Oak Green\r\n"
JUDGEMENTS = """\
case,criterion,level,reason,assessor
ELM,P1,Strnog,Forty children on a Tuesday,Ines
ELM,P2,Fair,,Ines
OAK,P1,Weak,,Ines
OAK,P3,Fair,,Ines
"""


def test_from_an_empty_folder_to_an_explained_rating(tmp_path: Path) -> None:
    rubric, study = tmp_path / "rubrics" / "playgrounds", tmp_path / "north-parks"
    rubric.mkdir(parents=True)
    study.mkdir()
    (rubric / "rubric.yaml").write_text(RUBRIC)
    (study / "study.yaml").write_text(STUDY)
    (study / "cases.csv").write_bytes(CASES.encode("utf-8-sig"))
    (study / "judgements.csv").write_text(JUDGEMENTS)

    # The rubric reuses an anchor, which is not accepted: she writes the standards out.
    refused = run_vfi("rubric", "show", "rubrics/playgrounds", cwd=tmp_path)
    assert refused.returncode == 2
    assert "rubrics/playgrounds/rubric.yaml:21:20: YAML: found a YAML anchor" in refused.stderr
    standards = RUBRIC.split("&standards\n")[1].split("      - id: P2")[0]
    written_out = changed(
        RUBRIC.replace(" &standards", ""), "standards: *standards\n", f"standards:\n{standards}"
    )
    (rubric / "rubric.yaml").write_text(written_out)
    shown = run_vfi("rubric", "show", "rubrics/playgrounds", cwd=tmp_path)
    assert shown.returncode == 0
    assert "Strong (3)" in shown.stdout

    # The study has mistakes in two files; the first run names the misspelt rubric.
    checked = run_vfi("check", "north-parks", cwd=tmp_path)
    assert checked.returncode == 1
    assert (
        'study.yaml:4:10: rubric.id: found "playground" (did you mean "playgrounds"?); expected'
        in checked.stdout
    )
    assert run_vfi("score", "north-parks", cwd=tmp_path).returncode == 2
    (study / "study.yaml").write_text(changed(STUDY, "id: playground,", "id: playgrounds,"))

    # Now everything that is wrong with the judgements is told at once.
    checked = run_vfi("check", "north-parks", cwd=tmp_path)
    assert checked.returncode == 1
    assert checked.stdout.splitlines() == [
        "2 errors",
        (
            'north-parks/judgements.csv:2: level: found "Strnog" (did you mean "Strong"?); '
            "expected one of Weak, Fair, Strong, Insufficient evidence"
        ),
        'north-parks/judgements.csv:5: criterion: found "P3"; expected one of P1, P2',
    ]
    (study / "judgements.csv").write_text(
        JUDGEMENTS.replace("Strnog", "Strong").replace("OAK,P3", "OAK,P2")
    )
    checked = run_vfi("check", "north-parks", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "no errors (2 cases, 2 criteria, 4 judgements, 0 published ratings)" in checked.stdout

    # P1 = (3 + 1) / 2 = 2, P2 = (2 + 2) / 2 = 2.
    scored = run_vfi("score", study, "--output", "scores/june.json", cwd=tmp_path)
    assert (scored.returncode, scored.stdout, scored.stderr) == (0, "", "")
    document = json.loads((tmp_path / "scores" / "june.json").read_text(encoding="utf-8"))
    assert [(node["id"], node["rating"], node["value"]) for node in document["criteria"]] == [
        ("P1", "Fair", "2"),
        ("P2", "Fair", "2"),
    ]
    # Elm: (3 + 2) / 2 = 5/2, a tie that goes down to Fair.
    assert [
        (case["id"], case["overall"]["rating"], case["dimensions"][0]["value"])
        for case in document["cases"]
    ] == [
        ("ELM", "Fair", "5/2"),
        ("OAK", "Weak", "3/2"),
    ]

    explained = " ".join(
        run_vfi("explain", "north-parks", "P", "--case", "ELM", cwd=tmp_path).stdout.split()
    )
    assert "P Play of ELM: Fair" in explained
    assert "Mean 5 / 2 = 2.5" in explained
    assert "exactly on the threshold of 2.5, where Strong begins" in explained
    assert "half way between two levels goes to the lower" in explained
    judgement = run_vfi("explain", "north-parks", "P1", "--case", "ELM", cwd=tmp_path).stdout
    assert "Forty children on a Tuesday" in judgement
    assert "Many come" in judgement

    # The published rating that she adds later differs, and she sees it.
    (study / "published.csv").write_text("node,rating,source\noverall,Strong,Annual report\n")
    compared = run_vfi("score", "north-parks", "--format", "csv", cwd=tmp_path)
    assert compared.returncode == 1
    assert compared.stderr == "overall: published Strong, computed Fair (Annual report)\n"
    assert {
        row["rating"] for row in csv.DictReader(compared.stdout.splitlines()) if not row["case"]
    } == {"Fair"}
