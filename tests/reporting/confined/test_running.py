from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.making import ROOT, make_study
from tests.reporting.confined.conftest import ENDLESS
from vfi.problems import InvalidInput, NotFound, UserError
from vfi.reporting.answers import answers_of
from vfi.reporting.confined.limits import Limits
from vfi.reporting.confined.running import confined
from vfi.reporting.report import render
from vfi.reporting.web import report_html
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

LIMITS = Limits(seconds=1, mebibytes=300)
DOUBLING = (
    "{% set n = namespace(t=['x']) %}{% for i in range(40) %}{% set n.t = n.t + n.t %}{% endfor %}"
)


def page(folder: Path, template: str) -> str:
    (folder / "report.html").write_text(template)
    return confined("page", ((folder,), {"word": "a"}, {}), LIMITS, "the page").decode()


def test_page_is_filled_in_as_it_is_without_limits(folder: Path) -> None:
    assert "<p>aé</p>" in page(folder, "<html><title>x</title><body><p>{{ word }}é</p>")


def test_templates_of_ones_own_give_the_page_that_those_of_vfi_give(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    ours = ROOT / "templates"
    (tmp_path / "own").mkdir()
    assert report_html(answers_of(scorecard), (tmp_path / "own", ours)) == report_html(
        answers_of(scorecard), (ours,)
    )


def test_report_by_templates_of_ones_own_is_typeset_with_limits_too(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    (tmp_path / "own").mkdir()
    template = '<html lang="en"><title>T</title><body><h1>T</h1><p>{{ title }}</p>'
    (tmp_path / "own" / "report.html").write_text(template)
    written = render(scorecard, tmp_path / "x.pdf", templates=tmp_path / "own")
    assert written.read_bytes().startswith(b"%PDF")
    (tmp_path / "own" / "report.html").write_text(template.replace("<title>T</title>", ""))
    with pytest.raises(UserError, match="title"):
        render(scorecard, tmp_path / "x.pdf", templates=tmp_path / "own")


def test_problems_come_back_with_their_places(folder: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        page(folder, "\n\n{{ nothing.here }}")
    (problem,) = refused.value.problems
    assert problem.where == f"{folder}/report.html:3"
    assert "'nothing' is undefined" in problem.found
    with pytest.raises(NotFound, match=r'no template "gone\.html"'):
        page(folder, "{% include 'gone.html' %}")


@pytest.mark.parametrize(
    "template",
    [
        "\n{{ 'x'.ljust(700000000) }}",
        "\n{{ 'x'|center(700000000) }}",
        "\n{{ '%700000000d' % 1 }}",
        "\n{{ '{:>700000000}'.format(word) }}",
        "\n{{ ('xy' * 2) or 1 }}",
        "\n" + DOUBLING,
        "\n" + DOUBLING.replace("['x']", "'x'").replace("n.t + n.t", "n.t ~ n.t"),
        "\n{% for i in range(9999) %}" + "{{ word * 0 }}{% endfor %}",
    ],
)
def test_template_that_takes_more_memory_than_it_may_is_told_with_its_line(
    folder: Path, template: str
) -> None:
    with pytest.raises(UserError, match=r"report\.html:2: template: found "):
        page(folder, template)


def test_template_that_never_ends_is_told_with_its_line(folder: Path) -> None:
    start = time.process_time()
    with pytest.raises(
        InvalidInput, match=r"report\.html:2: template: found what takes more time than"
    ):
        page(folder, "\n" + ENDLESS)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "template", ["<b>" * 300_000, "".join(f"<b a={n}>" for n in range(9000)), "<div>" * 40_000]
)
def test_page_that_takes_a_browser_for_ever_to_read_is_told(folder: Path, template: str) -> None:
    with pytest.raises(UserError, match=r"the page takes more|more than 200 elements"):
        page(folder, template)
