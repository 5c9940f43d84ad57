"""What `vfi robustness` tells for reading: what would overturn each rating."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran
from tests.deep import make_deep_study
from tests.making import FILES, SHIPPED_STUDY, changed, make_study

Vfi = Callable[..., Ran]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_what_overturns_the_overall_rating_is_told_in_words(vfi: Vfi) -> None:
    ran = vfi("robustness", SHIPPED_STUDY)
    assert (ran.code, ran.err) == (0, "")
    words = squeezed(ran.out)
    assert (
        "The overall rating is Good (on the line). The overall rating becomes Adequate with 3 "
        "steps (one level on 3 of 244 judgements), such as E1.2 of LA06, LA08, LA11 from Excellent "
        "to Good. 1 judgement does it by moving further, such as E1.2 of LA06 from Excellent to "
        "Poor." in words
    )
    assert (
        "3 judgements are insufficient evidence. Whatever levels they took, every rating would be "
        "as it is." in words
    )
    assert "without E1, or without E2: Adequate for overall (now Good)" in words
    assert "overall: 3 of 11 other rules give Good" in words
    assert "overall Good 94.1% Adequate 5.9%" in words
    assert "overall, Good now: Adequate 50%, Good 50%" in words
    assert (
        "thresholds above 0.4211 (8/19) (where E4.2 lies), up to and including 0.5 (where overall "
        "lies)." in words
    )


def test_the_most_fragile_rating_comes_first(vfi: Vfi) -> None:
    table = vfi("robustness", SHIPPED_STUDY, "--only", "flips").out.split("────\n")[-1].splitlines()
    rows = [squeezed(line) for line in table if line.startswith(("E", "O"))]
    assert rows[0] == "E3.5 Partnership working Good on the line Adequate 1 1 of 19"
    assert "Overall Good on the line Adequate 3 1 of 244" in rows
    assert len(rows) == 18


def test_one_node_is_told_in_full(vfi: Vfi) -> None:
    words = squeezed(vfi("robustness", SHIPPED_STUDY, "--node", "E3.5", "--only", "flips,ties").out)
    assert (
        "E3.5 becomes Adequate with 1 step (one level on 1 of 19 judgements), such as E3.5 of"
        in words
    )
    assert "E3.5 becomes Excellent with 19 steps (one level on 19 of 19 judgements)" in words
    assert "Economy" not in words


def test_steps_that_take_the_same_judgement_twice_are_not_told_as_so_many_judgements(
    vfi: Vfi,
) -> None:
    words = squeezed(vfi("robustness", SHIPPED_STUDY, "--node", "E4.2", "--only", "flips").out)
    assert "E4.2 becomes Poor with 18 steps (over 11 of 19 judgements)." in words


def bounds_of(vfi: Vfi, study: Path) -> str:
    """What is told of missing evidence."""
    ran = vfi("robustness", study, "--only", "bounds")
    assert (ran.code, ran.err) == (0, "")
    return squeezed(ran.out.partition("leaves open")[2])


def test_what_missing_evidence_leaves_open_is_told_node_by_node(vfi: Vfi, tmp_path: Path) -> None:
    text = bounds_of(vfi, make_study(tmp_path))
    assert text.startswith("1 judgement is insufficient evidence. Whatever level it took, ")
    assert "; the others: A.2: Middle now; possible: " in text


def test_where_nothing_is_missing_nothing_is_open(vfi: Vfi, tmp_path: Path) -> None:
    judgements = changed(FILES["judgements.csv"], "S,A.2,Insufficient evidence", "S,A.2,Low")
    study = make_study(tmp_path, {"judgements.csv": judgements})
    assert bounds_of(vfi, study) == "No judgement is insufficient evidence."


def test_leaving_the_only_one_of_a_kind_out_is_told_as_that(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("robustness", make_study(tmp_path), "--only", "leave-out")
    lines = [squeezed(line) for line in ran.out.splitlines()]
    assert "the only assessor, Ada" in lines
    assert any(line.startswith("any one branch: ") for line in lines)


def test_what_is_left_out_goes_by_the_tiers_of_a_deep_tree(vfi: Vfi, tmp_path: Path) -> None:
    study = make_deep_study(tmp_path)
    told = vfi("robustness", study, "--only", "leave-out").out
    heads = [line for line in told.splitlines() if line.startswith("any one")]
    assert heads == [
        "any one case: 0 of 4 cases change no rating",
        "any one evidence category: 5 of 6 evidence categories change no rating",
        "any one KLOE: 2 of 3 KLOEs change no rating",
        "any one quality statement: 2 of 2 quality statements change no rating",
        "any one theme: 1 of 2 themes changes no rating",
    ]
    assert "without L1: Good for S1 (now Adequate), T1 (now Adequate)" in told
