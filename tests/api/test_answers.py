from __future__ import annotations

import json
from pathlib import Path

import pytest

import vfi
from tests.making import FULL_FILES, FULL_RUBRIC, SHIPPED_STUDY, make_study
from tests.running import run_vfi
from vfi.outputs import as_csv

LONGEST = 400
SHOWN = {
    "score": (
        "<Scorecard of 'domestic-abuse-duty-2025' by domestic-abuse-duty-vfi 1.1.0: 'Good', "
        "244 of 247 judged, 19 cases>"
    ),
    "load_study": (
        "<Study 'domestic-abuse-duty-2025': 19 cases, 247 judgements, "
        "rubric domestic-abuse-duty-vfi 1.1.0>"
    ),
}


@pytest.mark.parametrize("function", SHOWN)
def test_an_answer_shows_itself_in_a_line(function: str) -> None:
    assert repr(getattr(vfi, function)(SHIPPED_STUDY)) == SHOWN[function]


def test_parts_of_an_answer_show_themselves_in_a_line() -> None:
    scorecard = vfi.score(SHIPPED_STUDY)
    assert repr(scorecard.overall) == "<Node 'overall': 'Good', value=3/2>"
    assert repr(scorecard.case("LA01").overall).endswith(", case='LA01'>")
    assert repr(scorecard.cases[0]) == "<CaseScore 'LA01': 'Good'>"
    assert (
        repr(scorecard.study.rubric)
        == str(scorecard.study.rubric)
        == ("<Rubric 'domestic-abuse-duty-vfi' 1.1.0: 4 dimensions, 13 criteria, 4 levels>")
    )
    answers = vfi.examine_robustness(scorecard, ["flips", "ties"], "overall")
    assert repr(answers) == "<Robustness of 'domestic-abuse-duty-2025': 1 node; flips, ties>"
    assert len(repr(vfi.explain(scorecard, "overall"))) < LONGEST
    assert all(len(repr(node)) < LONGEST for node in scorecard.walk())


def test_a_scorecard_gives_programs_what_the_command_prints(tmp_path: Path) -> None:
    folder = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    scorecard = vfi.score(folder)
    every = vfi.score_perspectives(scorecard)
    for views, asked in (((), ()), (every, ("--perspective", "all"))):
        printed = run_vfi("score", folder, "--format", "json", *asked).stdout
        assert scorecard.to_json(views) + "\n" == printed
        assert scorecard.to_dict(views) == json.loads(printed)
        assert (
            as_csv(scorecard.rows(views))
            == run_vfi("score", folder, "--format", "csv", *asked).stdout
        )


def test_a_scorecard_says_how_much_was_judged(tmp_path: Path) -> None:
    assert vfi.score(make_study(tmp_path)).coverage == "5 of 6 judged"
