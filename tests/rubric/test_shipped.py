"""The rubric of the Domestic Abuse Duty against chapter 6 of the evaluation (MHCLG, July 2025)."""

from __future__ import annotations

from tests.making import SHIPPED_RUBRIC
from vfi import load_rubric
from vfi.synthesis.rules.mean import Mean

RUBRIC = load_rubric(SHIPPED_RUBRIC)


def test_dimensions_and_criteria_of_tables_6_1_to_6_4() -> None:
    assert {
        dimension.title: [c.id for c in dimension.criteria] for dimension in RUBRIC.dimensions
    } == {
        "Economy": ["E1.1", "E1.2", "E1.3"],
        "Efficiency": ["E2.1", "E2.2", "E2.3"],
        "Effectiveness": ["E3.1", "E3.2", "E3.3", "E3.4", "E3.5"],
        "Equity": ["E4.1", "E4.2"],
    }


def test_titles_of_the_sections_of_chapter_6() -> None:
    titles = {criterion.id: criterion.title for criterion in RUBRIC.criteria}
    assert titles["E1.1"] == "Pre-existing gaps in support in safe accommodation"
    assert titles["E1.3"] == "LAs implement appropriate commissioning practices for new services"
    assert (
        titles["E3.3"] == "Fewer victims are unable to be supported by safe accommodation services"
    )
    assert titles["E3.5"] == "Improved local partnership working and agency co-ordination"


def test_scale_of_the_report() -> None:
    assert [(level.name, int(level.value)) for level in RUBRIC.scale.levels] == [
        ("Poor", 0),
        ("Adequate", 1),
        ("Good", 2),
        ("Excellent", 3),
    ]


def test_synthesis_of_the_report() -> None:
    steps = RUBRIC.synthesis
    for step in (steps["criterion"], steps["dimension"], steps["overall"]):
        assert isinstance(step, Mean)
        assert (step.rule, step.of, step.ties, step.missing) == ("mean", "ratings", "up", "exclude")


def test_every_standard_says_where_it_comes_from() -> None:
    standards = [
        standard for criterion in RUBRIC.criteria for standard in criterion.standards.values()
    ]
    assert len(standards) == 52
    kinds = [standard.provenance.kind for standard in standards]
    assert (kinds.count("published"), kinds.count("reconstructed")) == (1, 51)
    for standard in standards:
        assert standard.provenance.note or standard.provenance.quotation


def test_short_titles_fit_narrow_columns() -> None:
    assert all(len(criterion.label) <= 28 for criterion in RUBRIC.criteria)
