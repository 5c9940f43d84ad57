from __future__ import annotations

import base64
import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.making import FILES, ROOT, changed, make_study
from tests.reporting.narratives import html_of, problems_of
from tests.reporting.pictures import JPEG, PNG
from vfi.problems import InvalidInput
from vfi.reporting.answers import citable_of
from vfi.reporting.narrative import narrative_html
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


@pytest.mark.parametrize(
    ("look_up", "shown"),
    [
        ('rating("overall")', "High"),
        ('rating("A.1")', "High"),
        ('score("A.1")', "1.50"),
        ('score("overall")', "1.50"),
        ('count("A.1", "High")', "1"),
        ('count("A.1", "Low")', "0"),
        ('share("A.1", "High")', "50%"),
        ('share("A.2", "Middle")', "100%"),
        ('judged("A")', "2"),
        ('missing("overall")', "0"),
        ('missing("A.2")', "1"),
        ('undetermined("overall")', "0"),
        ('judgements("A")', "3"),
        ('missing_judgements("overall")', "1"),
        ('count("overall", "at least Middle")', "2"),
        ('share("overall", "at most Middle")', "50%"),
        ("cases()", "2"),
        ("rating('B')", "Middle"),
    ],
)
def test_figures_are_looked_up_in_the_scorecard(tmp_path: Path, look_up: str, shown: str) -> None:
    assert html_of(tmp_path, f"It is {{{{ {look_up} }}}}.") == f"<p>It is {shown}.</p>\n"


def test_criterion_that_nobody_could_judge_is_looked_up_in_words(tmp_path: Path) -> None:
    judgements = changed(
        FILES["judgements.csv"], "N,A.2,Middle,", "N,A.2,Insufficient evidence,Nobody was there"
    )
    text = '{{ rating("A.2") }}; {{ score("A.2") }}; {{ share("A.2", "Low") }}; {{ judged("A.2") }}'
    study = make_study(tmp_path, {"narrative/summary.md": text, "judgements.csv": judgements})
    told = narrative_html(citable_of(score(load_study(study))))["summary"].text
    assert told == "<p>Insufficient evidence; Insufficient evidence; Insufficient evidence; 0</p>\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{{ rating("A.9") }}', 'there is no node "A.9"'),
        ('{{ count("A.1", "Hihg") }}', 'there is no level "Hihg"; did you mean "High"?'),
        ('{{ count("A.1", "at least Hihg") }}', 'there is no level "at least Hihg"'),
        (
            '{{ count("A.1", "Wonderful") }}',
            'Low, Middle, High, each perhaps with "at least" or "at most" before it',
        ),
        (
            '{{ ratng("A") }}',
            'found "ratng" (did you mean "rating"?); expected one of rating, score, ',
        ),
        ("{{ rating(A) }}", "not text in quotation marks"),
        ("{{ rating(1) }}", "not text in quotation marks"),
        ("{{ rating(None) }}", "not text in quotation marks"),
        ('{{ count("A.1", true) }}', "not text in quotation marks"),
        ('{{ rating("A" ~ ".1") }}', "not text in quotation marks"),
        ('{{ rating(["A"]) }}', "not text in quotation marks"),
        ('{{ count("A.1") }}', "count takes node, level"),
        ('{{ rating("A", "B") }}', "rating takes node"),
        ('{{ cases("A") }}', "cases takes nothing"),
        ('{{ rating(node="A") }}', "an expression that is not a look-up"),
        ('{{ rating(*["A"]) }}', "an expression that is not a look-up"),
        ('{{ rating("A") | safe }}', "an expression that is not a look-up"),
        ('{{ rating("A").__class__ }}', "an expression that is not a look-up"),
        ('{{ rating.__globals__["os"] }}', "an expression that is not a look-up"),
        ("{{ 7 * 7 }}", "an expression that is not a look-up"),
        ("{{ 9 ** (9 ** 9) }}", "an expression that is not a look-up"),
        ('{{ "x" * 10 ** 10 }}', "an expression that is not a look-up"),
        ("{% for n in range(9) %}x{% endfor %}", "the statement for"),
        ("{% set x = 1 %}", "the statement assign"),
        ('{% include "report.html" %}', "the statement include"),
        ('{% import "os" as os %}', "the statement import"),
        ('{{ rating("A" }}', "unexpected '}'"),
        ("{{ " + "1" * 20_000 + " }}", "a number too long to read"),
        ("{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", "brackets in brackets"),
    ],
)
def test_anything_but_a_look_up_of_text_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (problem,) = problems_of(tmp_path, text)
    assert "narrative/summary.md" in problem
    for part in told.split(".* "):
        assert part in problem


def test_all_problems_of_all_sections_are_told_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = changed(FILES["study.yaml"], "[summary]", "[summary, A]")
    files = {
        "study.yaml": about,
        "narrative/summary.md": 'Good.\n\n{{ rating("A.9") }} and\n{{ score(B) }}\n\n![](x.png)\n',
        "narrative/A.md": "\n#### Deep\n\n[away](notes.docx)\n",
    }
    scorecard = score(load_study(make_study(tmp_path, files)))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidInput) as refused:
        narrative_html(citable_of(scorecard))
    assert [(problem.where, problem.field) for problem in refused.value.problems] == [
        ("reports/branches/narrative/A.md:2", "heading"),
        ("reports/branches/narrative/A.md:4", "link"),
        ("reports/branches/narrative/summary.md:3", "look-up"),
        ("reports/branches/narrative/summary.md:4", "look-up"),
        ("reports/branches/narrative/summary.md:6", "image"),
    ]


def test_html_after_backslashes_comes_out_as_text(tmp_path: Path) -> None:
    told = html_of(
        tmp_path,
        '\\<script>alert(1)\\</script>\n\nA \\<b onclick="x()">word\\</b> &lt;i> &amp; `<br>`',
    )
    assert not re.search("<(script|b|i|br)", told)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "&lt;b onclick=" in told
    assert "<code>&lt;br&gt;</code>" in told


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x][1]\n\n[1]: {}", "![x]({})"])
def test_address_that_runs_or_leads_to_a_file_is_refused(
    tmp_path: Path, form: str, address: str
) -> None:
    text = form.format(address)
    for problem in problems_of(tmp_path, text):
        assert "Markdown: found a link or picture that is none" in problem


# --- Titles and headings ---


@pytest.mark.parametrize("heading", ["# QCA of *MI* data", "QCA of `MI`\ndata\n==="])
def test_heading_at_the_start_is_the_title_and_is_not_printed_again(
    tmp_path: Path, heading: str
) -> None:
    study = make_study(tmp_path, {"narrative/summary.md": f"{heading}\n\nWords.\n\n## Part\n"})
    section = narrative_html(citable_of(score(load_study(study))))["summary"]
    assert section.title == "QCA of MI data"
    assert section.text == "<p>Words.</p>\n<h3>Part</h3>\n"


def test_heading_further_down_is_no_title(tmp_path: Path) -> None:
    study = make_study(tmp_path, {"narrative/summary.md": "Words.\n\n# Part\n\n## Piece\n"})
    section = narrative_html(citable_of(score(load_study(study))))["summary"]
    assert section.title is None
    assert section.text == "<p>Words.</p>\n<h3>Part</h3>\n<h4>Piece</h4>\n"


# --- Links, headings and pictures ---


@pytest.mark.parametrize(
    "address", ["data:image/png;base64,AAAA", "notes.html", "../cases.csv", "//example.org/x", ""]
)
def test_link_to_what_is_not_in_the_report_or_on_the_web_is_refused(
    tmp_path: Path, address: str
) -> None:
    (problem,) = problems_of(tmp_path, f"[x]({address})")
    assert ":1: link: found" in problem
    assert "expected an address that starts with #, http:, https:, mailto:" in problem


@pytest.mark.parametrize("address", ["https://www.gov.uk/", "mailto:a@example.org", "#method"])
def test_link_to_the_web_a_mailbox_or_a_place_in_the_report_is_kept(
    tmp_path: Path, address: str
) -> None:
    assert f'<a href="{address}">x</a>' in html_of(tmp_path, f"[x]({address})")


def test_headings_move_below_the_title_of_the_chapter_and_end_at_the_sixth(tmp_path: Path) -> None:
    text = "".join(f"{'#' * level} H{level}\n\n" for level in range(2, 7))
    assert (
        html_of(tmp_path, text)
        == "<h3>H2</h3>\n<h4>H3</h4>\n<h5>H4</h5>\n<h6>H5</h6>\n<h6>H6</h6>\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("### Deep", 1),
        ("## One\n\nWords\n\n#### Three", 5),
        ("A\n\n# B\n\n### C", 5),
        ("## A\n\n# B", 1),
    ],
)
def test_heading_that_skips_a_level_is_refused(tmp_path: Path, text: str, line: int) -> None:
    (problem,) = problems_of(tmp_path, text)
    assert f"summary.md:{line}: heading: found a heading with" in problem


def test_headings_may_go_up_again(tmp_path: Path) -> None:
    assert "<h4>" in html_of(tmp_path, "## A\n\n### B\n\n## C\n\n### D\n")


def test_head_of_a_table_has_its_scope(tmp_path: Path) -> None:
    told = html_of(tmp_path, "| Year | Grant |\n|---|---:|\n| 2024 | 7 |\n")
    assert told.count("<th") == told.count('scope="col"') + 1  # thead
    assert 'scope="col"' in told


@pytest.mark.parametrize(
    ("name", "kind", "data"), [("plan.png", "png", PNG), ("größe.JPG", "jpeg", JPEG)]
)
def test_picture_in_the_study_folder_is_embedded(
    tmp_path: Path, name: str, kind: str, data: bytes
) -> None:
    told = html_of(tmp_path, f"![The plan](<images/{name}>)", {f"images/{name}": data})
    encoded = base64.b64encode(data).decode()
    assert told == f'<p><img src="data:image/{kind};base64,{encoded}" alt="The plan" /></p>\n'


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        ("![](images/plan.png)", "without a text alternative"),
        ("![ ](images/plan.png)", "without a text alternative"),
        ("![x](images/none.png)", "an image in the study folder"),
        ("![x](images)", "an image in the study folder"),
        ("![x](cases.csv)", "an image in the study folder"),
        ("![x](images/drawing.svg)", "ends in .png, .jpg, .jpeg"),
        ("![x](images/false.png)", '"false.png" is not a .png file, as its ending says'),
        ("![x](images/out.png)", "an image in the study folder"),
        ("![x](../secret.png)", "an image in the study folder"),
        ("![x](%2e%2e/secret.png)", "an image in the study folder"),
        ("![x](/etc/passwd)", "an image in the study folder"),
        ("![x](http://127.0.0.1:9/x.png)", "an image in the study folder"),
        ("![x](data:image/png;base64,AAAA)", "an image in the study folder"),
        ("![x](" + "a" * 300 + ".png)", "an image in the study folder"),
        ("![x](a%00.png)", 'found "a%00.png"'),
    ],
)
def test_picture_that_cannot_be_used_is_told(tmp_path: Path, picture: str, told: str) -> None:
    files = {"plan.png": PNG, "drawing.svg": b"<svg/>", "false.png": b"<svg/>"}
    outside = tmp_path / "reports" / "secret.png"
    outside.parent.mkdir(parents=True)
    outside.write_bytes(PNG)
    folder = make_study(
        tmp_path,
        {
            "narrative/summary.md": picture,
            **{f"images/{name}": data for name, data in files.items()},
        },
    )
    (folder / "images" / "out.png").symlink_to(outside)
    with pytest.raises(InvalidInput) as refused:
        narrative_html(citable_of(score(load_study(folder))))
    (problem,) = refused.value.problems
    assert problem.field == "image"
    assert told in str(problem)


def test_picture_larger_than_the_limit_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vfi.study.narrative.MAXIMUM_PICTURE", len(PNG) - 1)
    (problem,) = problems_of(tmp_path, "![x](plan.png)", {"plan.png": PNG})
    assert "branches/plan.png: found more than " in problem


INLINE = ["[", "[a](", "![a", "*a*a", "_a __b ", "`a``b", "<a", "<![CDATA[", "&a", "[[a](#b)"]
BLOCKS = ['"a\n', "> a\nb\n", "- a\n", "a | b\n"]


@pytest.mark.parametrize("piece", [*INLINE, *BLOCKS])
def test_time_of_any_text_grows_with_its_length_and_not_with_its_square(
    tmp_path: Path, piece: str
) -> None:
    scorecard = score(
        load_study(
            make_study(tmp_path, {"narrative/summary.md": "| a | b |\n|---|---|\n" + piece * 5000})
        )
    )
    start = time.process_time()
    with suppress(InvalidInput):
        narrative_html(citable_of(scorecard))
    assert time.process_time() - start < 3


def test_what_the_documentation_offers_can_be_written(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "narrative.md").read_text(encoding="utf-8")
    offered = text.split("## What may be written")[1].split("## What does not fit")[0]
    (example,) = re.findall(r"```markdown\n(.*?)```", offered, re.DOTALL)
    told = html_of(tmp_path / "1", example)
    assert all(
        tag in told for tag in ('<sup class="footnote-ref">', "<dl>", '<div class="footnotes">')
    )
    prose = offered.split("Figures are looked up")[0].replace(f"```markdown\n{example}```", "")
    files = {"images/map.png": PNG}
    told = html_of(
        tmp_path / "2",
        prose.replace("`![A map of the areas](images/map.png)`", "![A map](images/map.png)"),
        files,
    )
    assert all(tag in told for tag in ("<em>", "<strong>", "<s>", "<code>", "<img "))


def test_headings_of_a_groups_section_stand_below_the_heading_of_the_group(
    ragged_scored: Scorecard,
) -> None:
    section = narrative_html(citable_of(ragged_scored))["A"]
    assert section.title == "Ways in"
    assert section.text == "<p>0 of 2.</p>\n<h4>By bus</h4>\n<p>Often.</p>\n"
