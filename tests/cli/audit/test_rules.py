import json
import re
from dataclasses import replace

import jsonschema
import typer
from typer.testing import CliRunner, Result

from tests.deep import deep, deep_study
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.audit.rules import audit_rules
from vfi.cli.answering import writing
from vfi.cli.audit.rules import rules_command, rules_text
from vfi.cli.terminal.layout import Page, laid_out
from vfi.places import SHIPPED

STUDY = "domestic-abuse-duty-2025"
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(writing(rules_command))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [STUDY, *arguments])


def test_the_summary_says_what_is_identified_and_what_fails() -> None:
    result = run()
    assert result.exit_code == 0
    assert "1,143 of 13,520 combinations give every one of them." in result.stdout
    assert any(
        "Criterion: rule" in line and "identified" in line for line in result.stdout.splitlines()
    )
    assert "Overall: ties: has to be up or even; with down it fails" in result.stdout
    assert "Overall: of: has to be ratings; with scores it fails" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 140


def test_json_is_complete_and_keeps_to_its_schema() -> None:
    document = json.loads(run("--format", "json").stdout)
    schema = json.loads(
        (SHIPPED / "schemas" / "vfi.audit-rules-1.schema.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft202012Validator(schema).validate(document)
    assert len(document["tried"]) == document["combinations"] == 13_520


def test_csv_has_a_row_for_each_combination() -> None:
    rows = run("--format", "csv").stdout.splitlines()
    assert rows[0].startswith("missing,pooling,criterion.rule,criterion.ties,")
    assert len(rows) == 13_521


def test_the_steps_go_by_the_tiers_that_a_rubric_declares() -> None:
    tiers = ["line", {"id": "statement", "title": "quality statement"}]
    synthesis = {"line": MEAN, "statement": MEAN, "overall": MEAN}
    of = rubric([dimension("A", ["A1"])], tiers=tiers, synthesis=synthesis)
    audit = audit_rules(study(of, {"L1": {"A1": "Good"}}, published={"A": "Good"}))
    told = laid_out(rules_text(audit), Page(2000))
    assert re.search("^Line: rule ", told, re.MULTILINE)
    assert re.search("^Quality statement: ties ", told, re.MULTILINE)
    assert "quality statements pooled" in told
    assert "line mean, quality statement mean, overall mean, step by step" in told
    assert "imension" not in told


def test_the_groups_of_a_deeper_tree_are_one_step() -> None:
    published = {"S1": "Adequate"}
    of_deep = deep_study()
    audit = audit_rules(
        replace(of_deep, published=study(deep(), {}, published=published).published)
    )
    told = laid_out(rules_text(audit), Page(2000))
    assert re.search("^Group: rule ", told, re.MULTILINE)
    assert "groups pooled" in told
