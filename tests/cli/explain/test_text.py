"""An explanation for reading, which can be redone with a pencil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran
from tests.deep import make_deep_study
from tests.making import FILES, RUBRIC, SHIPPED_STUDY, changed, make_study

Vfi = Callable[..., Ran]


def words(ran: Ran) -> str:
    """What was printed, with single spaces."""
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


def test_criterion(vfi: Vfi) -> None:
    # Table 6.1, column E1.2: 12 Adequate, 2 Good (LA 2, 16), 5 Excellent (LA 6, 8, 11, 18, 19).
    told = words(vfi("explain", SHIPPED_STUDY, "E1.2"))
    assert told.startswith(
        "E1.2 Duty funding is sufficiently set to meet its statutory requirements and objectives: "
        "Good"
    )
    assert "Excellent 5 x 3 = 15 LA06 LA08 LA11 LA18 LA19" in told
    assert "Good 2 x 2 = 4 LA02 LA16" in told
    assert "Adequate 12 x 1 = 12" in told
    assert "Poor 0 x 0 = 0" in told
    assert "Sum 19 31" in told
    assert "Mean 31 / 19 = 1.6316" in told
    assert "0.1316 (5/38) above the threshold of 1.5, where Good begins" in told
    assert "0.8684 (33/38) below the threshold of 2.5, where Excellent begins" in told
    assert "Excluded nothing" in told
    assert 'Published Good, equal (Table 6.1, row "Criteria assessment")' in told


def test_criterion_with_insufficient_evidence(vfi: Vfi) -> None:
    told = words(vfi("explain", SHIPPED_STUDY, "E2.2"))
    assert "Mean 32 / 17 = 1.8824" in told
    assert "Excluded 2 with insufficient evidence: LA07, LA10" in told
    assert "Coverage 17 of 19 judgements" in told


def test_dimension(vfi: Vfi) -> None:
    told = words(vfi("explain", SHIPPED_STUDY, "E3"))
    assert told.startswith("E3 Effectiveness: Adequate")
    assert "Good 2 x 2 = 4 E3.4 E3.5" in told
    assert "Adequate 3 x 1 = 3 E3.1 E3.2 E3.3" in told
    assert "Mean 7 / 5 = 1.4" in told
    assert "0.1 below the threshold of 1.5, where Good begins" in told


def test_overall(vfi: Vfi) -> None:
    told = words(vfi("explain", SHIPPED_STUDY, "overall"))
    assert told.startswith("Overall: Good")
    assert "Mean 6 / 4 = 3/2 = 1.5" in told
    assert "the mean is exactly on the threshold of 1.5, where Good begins" in told
    assert "a mean exactly half way between two levels goes to the higher" in told
    assert "Coverage 244 of 247" in told


def test_overall_of_one_case(vfi: Vfi) -> None:
    told = words(vfi("explain", SHIPPED_STUDY, "overall", "--case", "LA07"))
    assert told.startswith("Overall of LA07: Adequate")
    assert "Mean 3 / 4 = 0.75" in told
    assert "Coverage 11 of 13" in told
    assert "Published" not in told


def test_dimension_of_one_case(vfi: Vfi) -> None:
    told = words(vfi("explain", SHIPPED_STUDY, "E2", "--case", "LA07"))
    assert told.startswith("E2 Efficiency of LA07: Poor")
    assert "Excluded 2 with insufficient evidence: E2.1, E2.2" in told
    assert "Mean 0 / 1 = 0" in told


def test_judgement(vfi: Vfi, tmp_path: Path) -> None:
    told = words(vfi("explain", make_study(tmp_path), "A.1", "--case", "N"))
    assert told.startswith("A.1 Opening hours, North: High")
    assert "Standard Open in the evening [reconstructed: page 1]" in told
    assert "Reason Open until nine" in told
    assert "Evidence Notes of the visit, Folder 3" in told
    assert "Assessor Ada" in told
    assert "Date 2026-03-01" in told


def test_judgement_of_insufficient_evidence(vfi: Vfi) -> None:
    told = words(vfi("explain", SHIPPED_STUDY, "E2.2", "--case", "LA07"))
    assert "Local authority 7: Insufficient evidence" in told
    assert "Standard" not in told
    assert "Table 6.2: Assessment of the Efficiency criteria" in told


def test_node_without_any_evidence(vfi: Vfi, tmp_path: Path) -> None:
    judgements = changed(FILES["judgements.csv"], "N,B.1,Low", "N,B.1,Insufficient evidence")
    told = words(
        vfi("explain", make_study(tmp_path, {"judgements.csv": judgements}), "B", "--case", "N")
    )
    assert told.startswith("B Books of N: Insufficient evidence")
    assert "nothing below this node has a level" in told


def test_unrounded_scores_are_listed_where_the_rubric_takes_them(vfi: Vfi, tmp_path: Path) -> None:
    told = words(
        vfi(
            "explain",
            make_study(tmp_path, {}, RUBRIC.replace("of: ratings", "of: scores")),
            "overall",
        )
    )
    assert "the unrounded scores of the dimensions" in told
    assert "A Middle 1.25 5/4" in told
    assert "B Middle 1 1" in told
    assert "Sum 2.25 9/4" in told
    assert "1.125" in told
    assert "Published High, DIFFERENT (Annual review)" in told


def test_groups_between_over_all_cases_and_of_one(vfi: Vfi, tmp_path: Path) -> None:
    study = make_deep_study(tmp_path)
    told = words(vfi("explain", study, "S1"))
    assert told.startswith("S1 Group S1: Adequate")
    assert "Rule The mean of the unrounded scores of its KLOEs" in told
    assert "L1 Poor 0 0 L2 Adequate 1 1 L3 Excellent 2.5 5/2 Sum 3.5 7/2" in told
    assert "18 of 20 judgements below this node have a level" in told
    of_line = words(vfi("explain", study, "L1", "--case", "C2"))
    assert "the levels that the case was judged at on its evidence categories" in of_line
    assert "breach is recorded for C2" in of_line
    of_theme = words(vfi("explain", study, "T1", "--case", "C2"))
    assert "The mean of the ratings of its quality statements" in of_theme
    judgement = words(vfi("explain", study, "L3", "--case", "C1"))
    assert judgement.startswith("L3 Group L3, Case C1: Insufficient evidence")
