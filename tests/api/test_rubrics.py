from __future__ import annotations

import json
from pathlib import Path

import pytest

import vfi
from tests.api.asking import printed
from tests.making import RUBRIC, SHIPPED_RUBRIC, SHIPPED_STUDY, changed, make_rubric
from tests.running import run_vfi


def test_a_table_of_ratings() -> None:
    told = printed("rubric", "table", SHIPPED_RUBRIC, "E1.1", "--cases", 3, "--missing")
    table = vfi.tabulate_rubric(SHIPPED_RUBRIC, "E1.1", 3, with_missing=True)
    assert isinstance(table, vfi.RatingTable)
    assert [(share.rating, share.profiles) for share in table.shares] == [
        (share["rating"], share["profiles"]) for share in told["ratings"]
    ]
    with pytest.raises(vfi.NotFound):
        vfi.tabulate_rubric(SHIPPED_RUBRIC, "E9")


def test_a_table_of_a_node_that_takes_scores(tmp_path: Path) -> None:
    text = changed(RUBRIC, "overall: {rule: mean, of: ratings", "overall: {rule: mean, of: scores")
    rubric = make_rubric(tmp_path, text)
    table = vfi.tabulate_rubric(rubric, "overall")
    told = printed("rubric", "table", rubric, "overall")
    assert isinstance(table, vfi.ScoreTable)
    assert [(share.rating, share.always) for share in table.shares] == [
        (share["rating"], share["always"]) for share in told["ratings"]
    ]


def test_a_check_for_a_study() -> None:
    checked = vfi.check_rubric(SHIPPED_RUBRIC, SHIPPED_STUDY)
    told = printed("rubric", "check", SHIPPED_RUBRIC, "--study", SHIPPED_STUDY)
    assert [problem.found for problem in checked.problems] == [
        problem["found"] for problem in told["problems"]
    ]
    with pytest.raises(vfi.UserError, match='applies the rubric "domestic-abuse-duty-vfi"'):
        vfi.check_rubric("rob2", SHIPPED_STUDY)


def test_two_rubrics() -> None:
    pair = ("cqc-local-authority-2023", "cqc-local-authority")
    diff = vfi.diff_rubrics(*pair)
    told = printed("rubric", "diff", *pair)
    assert (diff.before.id, diff.after.id) == pair
    assert [change.aspect for change in diff.changes] == [
        change["aspect"] for change in told["changes"]
    ]
    assert diff.rescoring is None


def test_two_rubrics_and_a_study() -> None:
    both = vfi.diff_rubrics(SHIPPED_RUBRIC, vfi.load_rubric(SHIPPED_RUBRIC), SHIPPED_STUDY)
    assert both.changes == ()
    assert both.rescoring is not None
    assert both.rescoring.changes == ()


def test_a_new_rubric(tmp_path: Path) -> None:
    assert vfi.new_rubric("ours", tmp_path) == tmp_path / "ours" / "rubric.yaml"
    run_vfi("rubric", "new", "ours", "--folder", tmp_path / "again")
    again = tmp_path / "again" / "ours" / "rubric.yaml"
    assert (tmp_path / "ours" / "rubric.yaml").read_bytes() == again.read_bytes()


def test_the_schema_and_every_rubric_that_can_be_named() -> None:
    assert vfi.rubric_schema() == json.loads(run_vfi("rubric", "schema").stdout)
    assert sorted(vfi.list_rubrics()) == [row["id"] for row in printed("rubrics")]
