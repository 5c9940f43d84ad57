"""The published grid to the published ratings.

All figures are from the Evaluation of the Domestic Abuse Duty for Support in Safe Accommodation
(MHCLG, July 2025), chapter 6, Tables 6.1 to 6.4, and the overall rating from its executive summary,
"Value for Money".
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.making import SHIPPED_STUDY
from vfi import Scorecard, Study, compare, load_study, score

STUDY = load_study(SHIPPED_STUDY)
SCORECARD = score(STUDY)
LEVELS = {"P": "Poor", "A": "Adequate", "G": "Good", "E": "Excellent", "X": None}

# Each column of the tables, from LA 1 to LA 19; X is the tables' own mark for insufficient
# information.
GRID = {
    # Table 6.1: Assessment of the Economy criteria
    "E1.1": "GGAAAAEPEEGEGAEGAAG",
    "E1.2": "AGAAAEAEAAEAAAAGAEE",
    "E1.3": "EGEPGPGAPAAPGAGAAAA",
    # Table 6.2: Assessment of the Efficiency criteria
    "E2.1": "GGGGGGXGPAGPGAGAAPP",
    "E2.2": "EEGAAGXEAXAGGAGAGEG",
    "E2.3": "EAPEEEPPEEEEPEEEEEE",
    # Table 6.3: Assessment of the Effectiveness criteria
    "E3.1": "PPPAEGPGPPGPGPEPEEP",
    "E3.2": "PPEPEPPGPPEPPPAPEPP",
    "E3.3": "GGPPPEGAEPAEGEPAPPG",
    "E3.4": "GEAEGGPEPGEPEEPEAEG",
    "E3.5": "AGGGAGGGAGGGAPGGGPA",
    # Table 6.4: Assessment of the Equity criteria
    "E4.1": "PPGGGPPPPPPPAPGGGGP",
    "E4.2": "EPGEPGPPGPGEAPEPEEP",
}

# The rows "Criteria assessment" and "4E assessment" of the tables, and the means that give them.
PUBLISHED = {
    "E1.1": ("Good", Fraction(34, 19)),
    "E1.2": ("Good", Fraction(31, 19)),
    "E1.3": ("Adequate", Fraction(24, 19)),
    "E1": ("Good", Fraction(5, 3)),
    "E2.1": ("Adequate", Fraction(24, 18)),
    "E2.2": ("Good", Fraction(32, 17)),
    "E2.3": ("Good", Fraction(43, 19)),
    "E2": ("Good", Fraction(5, 3)),
    "E3.1": ("Adequate", Fraction(21, 19)),
    "E3.2": ("Adequate", Fraction(15, 19)),
    "E3.3": ("Adequate", Fraction(25, 19)),
    "E3.4": ("Good", Fraction(36, 19)),
    "E3.5": ("Good", Fraction(29, 19)),
    "E3": ("Adequate", Fraction(7, 5)),
    "E4.1": ("Adequate", Fraction(15, 19)),
    "E4.2": ("Adequate", Fraction(27, 19)),
    "E4": ("Adequate", Fraction(1)),
    "overall": ("Good", Fraction(3, 2)),
}


def with_synthesis(study: Study, **steps: dict[str, str]) -> Scorecard:
    """The study scored with some properties of some steps changed."""
    synthesis = study.rubric.synthesis
    changed = {
        name: synthesis[name].model_copy(update=properties) for name, properties in steps.items()
    }
    rubric = study.rubric.model_copy(update={"synthesis": {**synthesis, **changed}})
    return score(replace(study, rubric=rubric))


def test_the_study_holds_the_published_grid() -> None:
    judged = {(j.case, j.criterion): j.level for j in STUDY.judgements}
    assert judged == {
        (f"LA{place:02}", criterion): LEVELS[mark]
        for criterion, column in GRID.items()
        for place, mark in enumerate(column, start=1)
    }
    assert len(judged) == 247


@pytest.mark.parametrize("node", PUBLISHED)
def test_rating_and_exact_mean(node: str) -> None:
    computed = SCORECARD.node(node)
    assert (computed.rating, computed.value) == PUBLISHED[node]


def test_all_18_published_ratings_are_in_the_study_and_equal() -> None:
    assert {row.node: row.rating for row in STUDY.published} == {
        node: PUBLISHED[node][0] for node in PUBLISHED
    }
    comparison = compare(SCORECARD)
    assert comparison is not None
    assert (len(comparison.rows), comparison.differences) == (18, ())


def test_insufficient_evidence_of_table_6_2() -> None:
    coverage = {node.id: (node.judged, node.missing) for node in SCORECARD.criteria if node.missing}
    assert coverage == {"E2.1": (18, 1), "E2.2": (17, 2)}
    assert [entry.id for entry in SCORECARD.node("E2.2").excluded] == ["LA07", "LA10"]
    assert (SCORECARD.overall.judged, SCORECARD.overall.missing) == (244, 3)


def test_counts_that_the_text_states() -> None:
    # Section E2.3: "14 were operating at or near full capacity"; E3.1: "the majority ... assessed
    # as poor".
    assert SCORECARD.node("E2.3").counts == {"Poor": 4, "Adequate": 1, "Good": 0, "Excellent": 14}
    assert SCORECARD.node("E3.1").counts["Poor"] == 10


def test_averaging_unrounded_scores_would_have_given_adequate() -> None:
    scorecard = with_synthesis(STUDY, dimension={"of": "scores"}, overall={"of": "scores"})
    means = {node: mean for node, (_, mean) in PUBLISHED.items() if "." in node}
    dimensions = [
        sum((mean for node, mean in means.items() if node.startswith(name)), Fraction(0))
        / sum(node.startswith(name) for node in means)
        for name in ("E1", "E2", "E3", "E4")
    ]
    assert scorecard.overall.value == sum(dimensions, Fraction(0)) / 4
    assert f"{float(scorecard.overall.value):.4f}" == "1.4548"
    assert scorecard.overall.rating == "Adequate"


def test_ties_down_would_have_given_adequate() -> None:
    scorecard = with_synthesis(STUDY, overall={"ties": "down"})
    assert (scorecard.overall.value, scorecard.overall.rating) == (Fraction(3, 2), "Adequate")
    comparison = compare(scorecard)
    assert comparison is not None
    assert [(row.node, row.published, row.computed) for row in comparison.differences] == [
        ("overall", "Good", "Adequate")
    ]


def test_a_case_is_rated_by_the_same_rules() -> None:
    # LA 7: E1 = (3 + 1 + 2) / 3; E2 = 0 / 1, two of three insufficient; E3 = (0 + 0 + 2 + 0 + 2) /
    # 5; E4 = 0 / 2.
    case = SCORECARD.case("LA07")
    assert [(node.id, node.rating, node.value) for node in case.dimensions] == [
        ("E1", "Good", Fraction(2)),
        ("E2", "Poor", Fraction(0)),
        ("E3", "Adequate", Fraction(4, 5)),
        ("E4", "Poor", Fraction(0)),
    ]
    assert [(node.judged, node.missing) for node in case.dimensions] == [
        (3, 0),
        (1, 2),
        (5, 0),
        (2, 0),
    ]
    # Overall from the ratings Good, Poor, Adequate, Poor.
    assert (case.overall.rating, case.overall.value) == ("Adequate", Fraction(3, 4))
    assert (case.overall.judged, case.overall.missing) == (11, 2)
