from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pytest

from tests.making import FILES, ROOT, SHIPPED_STUDY, Files, make_study, rubric_of, study_of
from tests.reporting.everything import everything
from tests.reporting.pictures import PNG
from tests.reporting.reading_pdf import Element, read_pdf
from tests.reporting.tag_checks import faults
from tests.running import run_vfi
from vfi import places
from vfi.problems import InvalidInput, NotFound, UserError
from vfi.reporting.report import render, report_paths
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

ELSEWHERE = {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"}


@pytest.fixture
def small(tmp_path: Path) -> Scorecard:
    return score(load_study(make_study(tmp_path)))


# --- The same inputs give the same bytes ---


def test_report_has_the_same_bytes_in_another_process_folder_locale_and_time_zone(
    shipped_pdf: Path, shipped_html: str, tmp_path: Path
) -> None:
    for seed, name in [("1", "report.pdf"), ("2", "report.html")]:
        output = tmp_path / name
        environment = ELSEWHERE | {"PYTHONHASHSEED": seed}
        ran = run_vfi(
            "report",
            ROOT / "reports" / SHIPPED_STUDY,
            "-o",
            output,
            cwd=tmp_path,
            environment=environment,
        )
        assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == shipped_html
    assert (tmp_path / "report.pdf").read_bytes() == shipped_pdf.read_bytes()


def test_report_does_not_depend_on_where_the_study_lies(tmp_path: Path) -> None:
    places_of_it = (tmp_path / "one", tmp_path / "another" / "place")
    one, other = (score(load_study(make_study(place))) for place in places_of_it)
    assert (
        render(one, tmp_path / "1.html").read_bytes()
        == render(other, tmp_path / "2.html").read_bytes()
    )


# --- Studies of other shapes, typeset ---


def seven_levels() -> Scorecard:
    rubric = rubric_of([1, 2], range(7))
    names = [criterion.id for criterion in rubric.criteria]
    return score(
        study_of(
            rubric,
            {f"c{n:03}": {c: f"L{(n + i) % 7}" for i, c in enumerate(names)} for n in range(45)},
        )
    )


def one_case_with_gaps() -> Scorecard:
    grid = {"only": {"D1.1": "L1", "D1.2": None, "D2.1": None}}
    return score(study_of(rubric_of([2, 1], range(2)), grid, {"overall": "L0"}))


@pytest.mark.parametrize("make", [seven_levels, one_case_with_gaps])
def test_study_of_another_shape_is_typeset_without_a_fault(
    make: Callable[[], Scorecard], tmp_path: Path
) -> None:
    scorecard = make()
    path = render(scorecard, tmp_path / "report.pdf")
    assert page.validate_pdf(path, limits=page.SafetyLimits.unlimited()).failures == []
    reading = read_pdf(path)
    assert faults(reading) == []
    dimension = [name for name in scorecard.study.rubric.node_ids if name.startswith("D2.")]
    (table,) = (
        table for table in reading.document.find("Table") if heads(table) == ["Case", *dimension]
    )
    rows = [row.text for body in table.find("TBody") for row in body.find("TR")]
    assert rows[: len(scorecard.cases)] == [
        " ".join(
            [
                case.id,
                case.name,
                *(case.levels[name] or "Insufficient evidence" for name in dimension),
            ]
        )
        for case in scorecard.cases
    ]


def test_study_with_everything_of_the_language_is_typeset_without_a_fault(tmp_path: Path) -> None:
    path = render(everything(tmp_path), tmp_path / "report.pdf")
    assert page.validate_pdf(path, limits=page.SafetyLimits.unlimited()).failures == []
    reading = read_pdf(path)
    assert faults(reading) == []
    titles = [title for title, _ in reading.bookmarks]
    assert {"8 Other perspectives", "9 Measured quantities", "5 C Welcome"} <= set(titles)


def heads(table: Element) -> list[str]:
    """The first word of each column of a table."""
    return [cell.text.split()[0] for cell in table.find("THead")[0].find("TH")]


# --- Where the report goes ---


@pytest.mark.parametrize("name", ["report.html", "REPORT.HTML"])
def test_page_is_written_where_it_is_asked_for(small: Scorecard, tmp_path: Path, name: str) -> None:
    output = tmp_path / "new" / "folder" / name
    assert render(small, str(output)) == output
    assert output.read_text(encoding="utf-8").lstrip().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", ["report.docx", "report", "report.pdf.txt", "pdf", ".pdf"])
def test_other_ending_is_refused_and_nothing_written(
    small: Scorecard, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UserError, match=r"ends in \.pdf or \.html"):
        render(small, tmp_path / "out" / name)
    assert not (tmp_path / "out").exists()


def test_report_goes_into_the_build_folder_of_its_study(small: Scorecard) -> None:
    build = small.study.folder / "build" if small.study.folder else None
    assert build is not None
    assert report_paths(small) == (build / "report.pdf", build / "report.html")


def test_report_of_a_study_that_came_with_the_program_goes_into_the_current_folder(
    small: Scorecard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "is_shipped", lambda _folder: True)
    assert report_paths(small) == (
        Path("build/branches/report.pdf"),
        Path("build/branches/report.html"),
    )


def test_report_of_a_study_made_in_code_goes_into_the_current_folder() -> None:
    assert report_paths(one_case_with_gaps())[0] == Path("build/demo-study/report.pdf")


# --- Nothing is half done ---


@pytest.mark.parametrize("form", ["pdf", "html"])
@pytest.mark.parametrize(
    ("files", "templates"),
    [
        ({"narrative/summary.md": '{{ rating("Z") }}'}, {}),
        ({}, {"report.html": "{{ nothing }}"}),
        ({}, {"report.css": "a { background: url(none.png) }"}),
        ({}, {"report/parts.html": "{% if %}"}),
        ({}, {"report.html": '<title>x</title><img src="x.png">'}),
    ],
)
def test_failing_run_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, files: dict[str, str], templates: dict[str, str], form: str
) -> None:
    scorecard = score(load_study(make_study(tmp_path, files)))
    own = tmp_path / "own"
    own.mkdir()
    for name, text in templates.items():
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text(text)
    output = tmp_path / "out" / f"report.{form}"
    output.parent.mkdir()
    output.write_text("the old one")
    with pytest.raises(InvalidInput):
        render(scorecard, output, templates=own)
    assert output.read_text() == "the old one"
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def test_template_of_ones_own_goes_before_ours(small: Scorecard, tmp_path: Path) -> None:
    (tmp_path / "own" / "report").mkdir(parents=True)
    (tmp_path / "own" / "report" / "summary.html").write_text(
        "<p>In short: {{ overall.rating.text }}.</p>"
    )
    (tmp_path / "own" / "report.css").write_text("p { margin: 0 }")
    html = render(small, tmp_path / "r.html", templates=tmp_path / "own").read_text(
        encoding="utf-8"
    )
    assert "<p>In short: High.</p>" in html
    assert "font-face" not in html
    assert "Every judgement and every rating" in html


def test_folder_of_templates_that_is_not_there_is_told(small: Scorecard, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no folder of templates"):
        render(small, tmp_path / "r.html", templates=tmp_path / "none")
    assert not (tmp_path / "r.html").exists()


def test_narrative_picture_is_in_the_report(tmp_path: Path) -> None:
    files: Files = FILES | {"narrative/summary.md": "![A dot](dot.png)\n", "dot.png": PNG}
    scorecard = score(load_study(make_study(tmp_path, files)))
    reading = read_pdf(render(scorecard, tmp_path / "r.pdf"))
    assert str(reading.document.find("Figure")[0].object.Alt) == "A dot"
