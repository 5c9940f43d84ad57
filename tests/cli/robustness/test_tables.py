"""The ratings by other rules, chances, weights and ties, for reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran
from tests.making import FILES, FULL_FILES, FULL_RUBRIC, RUBRIC, SHIPPED_STUDY, make_study

Vfi = Callable[..., Ran]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_draws_ask_for_a_simulation_with_its_error(vfi: Vfi) -> None:
    words = vfi(
        "robustness",
        SHIPPED_STUDY,
        "--only",
        "uncertainty",
        "--draws",
        "1000",
        "--error-rate",
        "0.2",
    ).out
    assert "with a chance of 20% (1,000 draws, seed 2025; standard errors after +-)" in squeezed(
        words
    )
    assert "+-" in words.split("Stays")[1]


def test_confidence_of_judgements_sets_their_error_rates(vfi: Vfi, tmp_path: Path) -> None:
    header, *rows = FILES["judgements.csv"].splitlines()
    levels = ["low", "medium", "high", "", "", "low"]
    text = "\n".join(
        [f"{header},confidence", *(f"{row},{sure}" for row, sure in zip(rows, levels, strict=True))]
    )
    folder = make_study(tmp_path, {"judgements.csv": text + "\n"})
    words = squeezed(
        vfi("robustness", folder, "--only", "uncertainty", "--error-rate", "0.1,low=0.5").out
    )
    assert (
        "10%, 5% where confidence is high, 15% where confidence is medium, 50% where confidence "
        "is low" in words
    )


def told(vfi: Vfi, study: Path, *options: str) -> list[str]:
    """The lines of an answer, each with single spaces."""
    ran = vfi("robustness", study, *options)
    assert (ran.code, ran.err) == (0, "")
    return [squeezed(line) for line in ran.out.splitlines()]


def test_of_other_rules_the_own_one_is_named_and_one_that_does_not_suit_has_no_rating(
    vfi: Vfi, tmp_path: Path
) -> None:
    study = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    lines = told(vfi, study, "--only", "rules")
    assert "Rule A B C overall" in lines
    assert "as it is Middle Middle Yes Low" in lines
    assert "mean, ties up own / own own / own own / own own / own" in lines
    assert "worst Low / n/a Middle / n/a No / n/a n/a / n/a" in lines
    assert "overall: 3 of 3 other rules give Low" in lines


def test_of_one_node_only_its_own_other_rules_are_shown(vfi: Vfi, tmp_path: Path) -> None:
    lines = told(vfi, make_study(tmp_path), "--only", "rules", "--node", "B.1")
    assert "Rule B.1" in lines
    assert [line for line in lines if "other rule" in line] == [
        "B.1: 3 of 7 other rules give Middle"
    ]


def test_weightings_are_told_for_each_mean_with_the_level_as_it_is(
    vfi: Vfi, tmp_path: Path
) -> None:
    lines = told(vfi, make_study(tmp_path, FULL_FILES, FULL_RUBRIC), "--only", "weights")
    assert lines[-2:] == [
        "A, Middle now: Low 50%, Middle 50%",
        "overall, Low now: Low 100%",
    ]


def test_thresholds_are_told_with_the_node_that_lies_on_each(vfi: Vfi, tmp_path: Path) -> None:
    lines = told(vfi, make_study(tmp_path, FULL_FILES, FULL_RUBRIC), "--only", "ties")
    assert lines[-1] == (
        "Every rating of the study stays as it is for thresholds above 0.3333 (1/3) (where overall "
        "lies), up to and including 0.5 (where A.1 lies)."
    )


def test_where_no_mean_is_taken_no_threshold_decides(vfi: Vfi, tmp_path: Path) -> None:
    worst = "{rule: worst, missing: exclude}"
    steps = "".join(f"  {kind}: {worst}\n" for kind in ("criterion", "dimension", "overall"))
    rubric = RUBRIC[: RUBRIC.index("  criterion: {rule")] + steps
    study = make_study(tmp_path, {"published.csv": None}, rubric)
    assert told(vfi, study, "--only", "ties")[-1] == (
        "No rating depends on where the threshold between two levels lies."
    )
    assert "Weights" not in told(vfi, study, "--only", "weights,ties")
