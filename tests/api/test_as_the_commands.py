"""Each function of the public face answers what its command prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import vfi
from tests.making import FULL_FILES, FULL_RUBRIC, SHIPPED_RUBRIC, SHIPPED_STUDY, make_study
from tests.running import run_vfi
from vfi.audit.claims.document import claims_document
from vfi.audit.document import audit_document
from vfi.audit.figures.document import figures_document
from vfi.audit.rules_document import rules_document
from vfi.robustness.applying import applied_document
from vfi.robustness.document import robustness_document
from vfi.scoring.document import explanation_document

FIGURES = "row,printed,of\nAll,58,\nSaid yes,99%,All\n"
Answer = Callable[[Path], Any]
SAME: list[tuple[list[str], Answer]] = [
    (["score", "STUDY"], lambda study: vfi.score(study).to_dict()),
    (
        ["score", "STUDY", "--perspective", "all"],
        lambda study: vfi.score(study).to_dict(vfi.score_perspectives(study)),
    ),
    (["explain", "STUDY", "overall"], lambda study: explained(study, "overall")),
    (["explain", "STUDY", "A.1", "--case", "N"], lambda study: explained(study, "A.1", "N")),
    (["audit", "STUDY"], lambda study: audit_document(vfi.audit_study(study))),
    (
        ["audit", "STUDY", "--perspective", "office"],
        lambda study: audit_document(vfi.audit_study(study, "office")),
    ),
    (
        ["robustness", "STUDY", "--only", "flips,ties", "--node", "A"],
        lambda study: robustness_document(vfi.examine_robustness(study, ["flips", "ties"], "A")),
    ),
]


def explained(study: Path, node: str, case: str | None = None) -> Any:
    return explanation_document(vfi.explain(study, node, case))


def printed(*arguments: object, cwd: Path | None = None) -> Any:
    ran = run_vfi(*arguments, "--format", "json", cwd=cwd)
    assert ran.stdout, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize(("call", "answer"), SAME, ids=[" ".join(call) for call, _ in SAME])
def test_of_a_study(call: list[str], answer: Answer, tmp_path: Path) -> None:
    study = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    arguments = [str(study) if word == "STUDY" else word for word in call]
    assert json.loads(json.dumps(answer(study))) == printed(*arguments)


def test_of_published_ratings() -> None:
    assert rules_document(vfi.audit_rules(SHIPPED_STUDY)) == printed(
        "audit", "rules", SHIPPED_STUDY
    )


def test_of_claims() -> None:
    claims = claims_document(vfi.audit_claims(SHIPPED_STUDY))
    assert json.loads(json.dumps(claims)) == printed("audit", "claims", SHIPPED_STUDY)


def test_of_figures(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(FIGURES, encoding="utf-8")
    answer = figures_document(vfi.audit_figures(table, "half-up"))
    asked = printed("audit", "figures", table, "--rounding", "half-up")
    assert json.loads(json.dumps(answer)) == asked


def test_of_changes(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    changes = tmp_path / "changes.csv"
    changes.write_text("case,criterion,from,to\nN,B.1,Low,High\n", encoding="utf-8")
    answer = vfi.what_if(study, [vfi.Change("N", "B.1", "Low", "High")])
    assert applied_document(answer) == printed("robustness", study, "--apply", changes)


def test_of_the_errors_of_judgements(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    errors = vfi.ErrorModel(Fraction(1, 5))
    answer = vfi.examine_robustness(study, ["uncertainty"], errors=errors, draws=100, seed=7)
    asked = ("--only", "uncertainty", "--error-rate", "0.2", "--draws", 100, "--seed", 7)
    assert robustness_document(answer) == printed("robustness", study, *asked)


def test_of_sql() -> None:
    ran = run_vfi("audit", SHIPPED_STUDY, "--sql", "--dialect", "postgres")
    assert vfi.audit_sql(SHIPPED_STUDY, "postgres") == ran.stdout


def test_of_files(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    for command, write, name in (
        ("report", vfi.render, "page.html"),
        ("workbook", vfi.write_workbook, "book.xlsx"),
    ):
        write(study, tmp_path / name)
        ran = run_vfi(command, study, "--output", tmp_path / f"by-command-{name}")
        assert ran.returncode == 0, ran.stderr
        assert (tmp_path / name).read_bytes() == (tmp_path / f"by-command-{name}").read_bytes()


def test_of_files_that_end_otherwise(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    for write in (vfi.render, vfi.write_workbook, vfi.write_bundle):
        with pytest.raises(vfi.UserError, match="ends in"):
            write(study, tmp_path / "file.doc")


def test_of_a_rubric() -> None:
    table = printed("rubric", "table", SHIPPED_RUBRIC, "overall")
    tabulated = vfi.tabulate_rubric(SHIPPED_RUBRIC, "overall")
    assert [(share.rating, share.profiles) for share in tabulated.shares] == [
        (share["rating"], share["profiles"]) for share in table["ratings"]
    ]
    checked = vfi.check_rubric(SHIPPED_RUBRIC, SHIPPED_STUDY)
    told = printed("rubric", "check", SHIPPED_RUBRIC, "--study", SHIPPED_STUDY)
    assert [problem.found for problem in checked.problems] == [
        problem["found"] for problem in told["problems"]
    ]
    assert vfi.rubric_schema() == json.loads(run_vfi("rubric", "schema").stdout)


def test_of_two_rubrics() -> None:
    pair = ("cqc-local-authority-2023", "cqc-local-authority")
    diff = vfi.diff_rubrics(*pair)
    told = printed("rubric", "diff", *pair)
    assert (diff.before.id, diff.after.id) == pair
    assert [change.aspect for change in diff.changes] == [
        change["aspect"] for change in told["changes"]
    ]
    assert diff.rescoring is None
    both = vfi.diff_rubrics(SHIPPED_RUBRIC, vfi.load_rubric(SHIPPED_RUBRIC), SHIPPED_STUDY)
    assert both.changes == ()
    assert both.rescoring is not None
    assert both.rescoring.changes == ()


def test_of_a_new_rubric(tmp_path: Path) -> None:
    assert vfi.new_rubric("ours", tmp_path) == tmp_path / "ours" / "rubric.yaml"
    run_vfi("rubric", "new", "ours", "--folder", tmp_path / "again")
    again = tmp_path / "again" / "ours" / "rubric.yaml"
    assert (tmp_path / "ours" / "rubric.yaml").read_bytes() == again.read_bytes()


def test_of_what_there_is(tmp_path: Path) -> None:
    assert sorted(vfi.list_studies()) == [row["id"] for row in printed("studies")]
    assert sorted(vfi.list_rubrics()) == [row["id"] for row in printed("rubrics")]


def test_of_a_check(tmp_path: Path) -> None:
    study = make_study(tmp_path, {"narrative/summary.md": "Rated {{ rating('Z') }}.\n"})
    _, problems = vfi.check_study(study)
    assert problems.errors == printed("check", study)["errors"] == 1


def test_a_study_is_taken_as_it_comes(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    study = vfi.load_study(folder)
    scorecard = vfi.score(study)
    assert vfi.score(folder) == vfi.score(str(folder)) == scorecard
    assert vfi.score(scorecard) is scorecard
    assert vfi.explain(folder, "A").working == vfi.explain(scorecard, "A").working
    assert vfi.score_perspectives(scorecard) == ()


def test_errors_are_of_one_family_and_hold_their_problems(tmp_path: Path) -> None:
    folder = make_study(tmp_path, {"cases.csv": "id,name\nN,\nN,\n"})
    with pytest.raises(vfi.VfiError) as error:
        vfi.score(folder)
    assert isinstance(error.value, vfi.InvalidInput)
    assert len(error.value.problems) > 2
    assert all(isinstance(problem, vfi.Problem) for problem in error.value.problems)
    with pytest.raises(vfi.NotFound):
        vfi.score("nothing of that name")


def test_scorecards_cannot_be_changed() -> None:
    scorecard = vfi.score(SHIPPED_STUDY)
    with pytest.raises(AttributeError):
        scorecard.overall.rating = "Excellent"  # type: ignore[misc]
