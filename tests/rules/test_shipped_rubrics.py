"""Every rubric that comes with the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vfi.problems import Problems
from vfi.rubric.loading import read_rubric
from vfi.rubric.models.rubric import Rubric

FOLDER = Path(__file__).resolve().parents[2] / "rubrics"
IDS = sorted(path.parent.name for path in FOLDER.glob("*/rubric.yaml"))
EXPECTED = {
    "cpa-2002-hurdles",
    "cpa-2005",
    "cqc-key-questions",
    "cqc-local-authority",
    "cqc-local-authority-2023",
    "domestic-abuse-duty-qca-adults",
    "domestic-abuse-duty-qca-children",
    "domestic-abuse-duty-vfi",
    "idva-coverage",
    "qualitative-weight-and-sum",
    "rob2",
    "vfi-generic",
    "whole-family-response",
}
HEADINGS = {
    "AV": 1,
    "CI": 3,
    "MH": 4,
    "SS": 5,
    "TH": 4,
    "CO": 1,
    "CY": 4,
    "TR": 1,
}


def loaded(name: str) -> Rubric:
    problems = Problems()
    rubric = read_rubric(FOLDER / name, problems)
    assert list(problems) == []
    assert rubric is not None
    return rubric


def test_the_rubrics_that_are_promised() -> None:
    assert set(IDS) >= EXPECTED


@pytest.mark.parametrize("name", IDS)
def test_loads_without_problems(name: str) -> None:
    assert loaded(name).id == name


@pytest.mark.parametrize("name", IDS)
def test_every_level_has_a_standard_with_provenance(name: str) -> None:
    rubric = loaded(name)
    sources = {source.id for source in rubric.sources}
    assert sources
    for node, part in rubric.judged.items():
        assert list(part.standards) == list(rubric.judgement_scale(node).names)
        for standard in part.standards.values():
            assert standard.text
            assert standard.provenance.source in sources
            assert standard.provenance.passage
            if standard.provenance.kind != "published":
                assert standard.provenance.note or standard.provenance.quotation
        if part.indicator is not None:
            assert part.indicator.provenance is not None


@pytest.mark.parametrize("name", IDS)
def test_standards_of_a_criterion_differ(name: str) -> None:
    for part in loaded(name).judged.values():
        texts = [standard.text.casefold() for standard in part.standards.values()]
        assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", IDS)
def test_short_titles_fit_narrow_columns(name: str) -> None:
    assert all(
        criterion.short is None or len(criterion.short) <= 28 for criterion in loaded(name).criteria
    )


@pytest.mark.parametrize("name", IDS)
def test_notes_say_what_could_not_be_verified(name: str) -> None:
    assert (
        "verified" in (FOLDER / name / "NOTES.md").read_text(encoding="utf-8")
        or name == "domestic-abuse-duty-vfi"
    )


def test_vfi_rubrics_lists_them() -> None:
    program = "import sys; from vfi.cli import main; sys.argv[0] = 'vfi'; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "rubrics", "--format", "csv"],
        cwd=FOLDER.parent,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    listed = {line.split(",")[0] for line in run.stdout.splitlines()[1:]}
    assert listed >= EXPECTED


@pytest.mark.parametrize(
    ("name", "conditions", "codings"),
    [("domestic-abuse-duty-qca-adults", 7, 13), ("domestic-abuse-duty-qca-children", 5, 5)],
)
def test_benchmarks_of_the_qca_are_quoted_with_their_codes(
    name: str, conditions: int, codings: int
) -> None:
    """Qualitative Comparative Analysis (MHCLG, July 2025), Appendix A, Tables A1.1 and A1.2."""
    rubric = loaded(name)
    assert (len(rubric.dimensions), len(rubric.criteria)) == (conditions, codings)
    for criterion in rubric.criteria:
        scale = rubric.judgement_scale(criterion.id)
        for level in scale.levels:
            standard = criterion.standards[level.name]
            code, benchmark = (standard.provenance.quotation or "").split("=", 1)
            assert standard.provenance.kind == "published"
            assert "Appendix A, Table A1." in standard.provenance.passage
            assert standard.text == f"“{benchmark.strip()}”"
            assert str(float(level.value)).removesuffix(".0") == code.strip()


def test_coding_scales_of_the_qca() -> None:
    adults = loaded("domestic-abuse-duty-qca-adults")
    values = {
        c.id: [str(level.value) for level in adults.judgement_scale(c.id).levels]
        for c in adults.criteria
    }
    crisp, fuzzy, three = ["0", "1"], ["0", "33/100", "67/100", "1"], ["0", "1/2", "1"]
    assert [node for node, scale in values.items() if scale == crisp] == [
        "C1.1",
        "C2.1",
        "C2.2",
        "C2.3",
        "C3.1",
    ]
    assert [node for node, scale in values.items() if scale == three] == ["C5.1"]
    assert sum(scale == fuzzy for scale in values.values()) == 7


def test_whole_family_response_has_a_criterion_per_recommendation() -> None:
    """SafeLives, "A public health approach ..." (June 2023), section 3: 23 recommendations under
    eight headings.
    """
    rubric = loaded("whole-family-response")
    assert {dimension.id: len(dimension.criteria) for dimension in rubric.dimensions} == HEADINGS
    assert len(rubric.criteria) == 23
    for criterion in rubric.criteria:
        assert {standard.provenance.kind for standard in criterion.standards.values()} == {
            "proposed"
        }
        assert criterion.standards["Good"].provenance.quotation


def test_generic_rubric_inherits_and_overrides() -> None:
    rubric = loaded("vfi-generic")
    assert [dimension.title for dimension in rubric.dimensions] == [
        "Economy",
        "Efficiency",
        "Effectiveness",
        "Equity",
        "Cost-effectiveness",
    ]
    assert all(2 <= len(dimension.criteria) <= 4 for dimension in rubric.dimensions)
    generic, partly, own = (
        [
            standard
            for level, standard in criterion.standards.items()
            if standard == rubric.standards[level]
        ]
        for criterion in (rubric.judged["E3.1"], rubric.judged["E1.2"], rubric.judged["E1.1"])
    )
    assert (len(generic), len(partly), len(own)) == (4, 3, 0)
