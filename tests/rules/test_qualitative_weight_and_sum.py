"""Qualitative weight and sum: ceilings and bars.

Source: BetterEvaluation, "Qualitative weight and sum", quoting Scriven and Davidson (2000):

    "As with the quantitative system, each evaluand can score anything up to the 'weight' of that
    criterion." "If an evaluand scores below the bar on any one criterion, it is deemed
    unsatisfactory (i.e., it 'flunks' overall)."

The grades above the bar are a proposal of the rubric; no published example of them was found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.single import rated
from vfi.problems import InvalidInput
from vfi.rubric.loading import load_rubric
from vfi.study.loading import load_study

RUBRIC = load_rubric("qualitative-weight-and-sum")
BEST = {
    dimension.id: RUBRIC.judgement_scale(dimension.id).top.name for dimension in RUBRIC.dimensions
}


def test_a_weight_is_a_ceiling() -> None:
    assert BEST == {
        "NEED": "High value",
        "SAFETY": "High value",
        "REACH": "Moderate value",
        "JOIN": "Moderate value",
        "RECORD": "Minor value",
        "EASE": "Minor value",
    }


def test_a_rating_above_its_weight_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "choice"
    folder.mkdir(parents=True)
    (folder / "study.yaml").write_text(
        "schema: vfi.study/1\nid: choice\ntitle: Choice\nauthors: [Nobody]\ndate: '2026'\n"
        "rubric: {id: qualitative-weight-and-sum, version: '1.0.0'}\n"
    )
    (folder / "cases.csv").write_text("id,name\nit,It\n")
    rows = [f"it,{node},{level},,,," for node, level in (BEST | {"RECORD": "High value"}).items()]
    (folder / "judgements.csv").write_text(
        "\n".join(["case,criterion,level,reason,evidence,assessor,date", *rows])
    )
    with pytest.raises(InvalidInput) as raised:
        load_study(folder)
    assert "High value" in str(raised.value)


@pytest.mark.parametrize(
    ("node", "level"), [("NEED", "No value"), ("SAFETY", "Minor value"), ("SAFETY", "No value")]
)
def test_one_score_below_a_bar_fails_the_whole(node: str, level: str) -> None:
    overall = rated(RUBRIC, BEST | {node: level}).overall
    assert overall.rating == "Flunks"
    assert [outcome.hurdle.id for outcome in overall.lowered_by] == [f"bar-{node.lower()}"]


def test_scores_at_the_bars_pass() -> None:
    overall = rated(
        RUBRIC,
        dict.fromkeys(BEST, "No value") | {"NEED": "Minor value", "SAFETY": "Moderate value"},
    ).overall
    assert (overall.rating, overall.lowered_by) == ("Clears the bars", ())


def test_symbols_are_counted_and_not_added() -> None:
    """No number of lesser values makes up for one high value that is missing."""
    assert rated(RUBRIC, BEST).overall.rating == "Strong"
    assert rated(RUBRIC, BEST | {"NEED": "Moderate value"}).overall.rating == "Worth considering"
    assert rated(RUBRIC, BEST | {"NEED": "Minor value"}).overall.rating == "Clears the bars"
