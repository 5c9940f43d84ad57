"""Every text for people fits the page, and begins with the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import (
    FILES,
    FULL_FILES,
    FULL_RUBRIC,
    RUBRIC,
    SHIPPED_STUDIES,
    make_rubric,
    make_study,
)
from vfi.cli.terminal.widths import width_of

Vfi = Callable[..., Ran]
NODES = {"domestic-abuse-duty-2025": "E1.2", "idva-coverage-2017": "overall", "branches": "overall"}
LONG = (
    "a-very-long-name-that-goes-on-and-on-without-any-place-to-break-it-"
    "until-it-is-wider-than-a-page"
)
WIDE = (
    "図書館の開館時間と入口の段差と蔵書の数と利用者の満足度についての"
    "評価の枠組みであってとても長い名前のもの"
)
FIGURES = f"row,column,printed,of\nTotal,All,58,\n{LONG},All,40%,Total\n{WIDE},All,33%,Total\n"


def commands(study: str, rubric: str, node: str) -> list[list[str]]:
    return [
        ["score", study],
        ["score", study, "--perspective", "all"],
        ["explain", study, node],
        ["check", study],
        ["audit", study],
        ["audit", "claims", study],
        ["audit", "rules", study],
        ["robustness", study],
        ["robustness", study, "--apply", "overall:down"],
        ["rubric", "show", rubric],
        ["rubric", "check", rubric],
        ["rubric", "table", rubric, "overall"],
        ["rubric", "diff", rubric, "vfi-generic", "--study", study],
        ["studies"],
        ["rubrics"],
        ["--help"],
        ["robustness", "--help"],
        ["audit", "figures", "--help"],
    ]


def too_wide(ran: Ran, width: int = 80) -> list[str]:
    return [line for line in (ran.out + ran.err).splitlines() if width_of(line) > width]


def assert_all_fit(vfi: Vfi, study: str, rubric: str, width: int = 80) -> None:
    for command in commands(study, rubric, NODES[study]):
        ran = vfi(*command)
        assert ran.out + ran.err, command
        assert "fault of vfi" not in ran.err, command
        assert too_wide(ran, width) == [], command


@pytest.fixture(autouse=True)
def eighty_columns(vfi: Vfi, monkeypatch: pytest.MonkeyPatch) -> None:
    del vfi  # it sets a page of its own first
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("study", SHIPPED_STUDIES)
def test_shipped_studies_fit_80_columns(vfi: Vfi, study: str) -> None:
    rubric = {
        "domestic-abuse-duty-2025": "domestic-abuse-duty-vfi",
        "idva-coverage-2017": "idva-coverage",
    }[study]
    assert_all_fit(vfi, study, rubric)


def test_names_of_any_length_and_width_fit(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rubric = (
        FULL_RUBRIC.replace("title: Access", f"title: {WIDE}")
        .replace("title: Opening hours\n        meaning", f"title: {LONG}\n        meaning")
        .replace("title: Readers", f"title: {LONG}")
        .replace("id: hours", f"id: {LONG[:60]}")
        .replace("Middle", "Middle" + "-and-more" * 6)
    )
    files = {name: content for name, content in (FILES | FULL_FILES).items() if content is not None}
    named = {
        name: (
            re.sub(r"^N,", f"{LONG[:60]},", content, flags=re.MULTILINE)
            .replace("case: N,", f"case: {LONG[:60]},")
            .replace("Middle", "Middle" + "-and-more" * 6)
        )
        for name, content in files.items()
    }
    named["cases.csv"] = f"id,name\n{LONG[:60]},{WIDE}\nS,{LONG}\n"
    named["published.csv"] = f"node,rating,source\nA.1,High,{LONG}\noverall,High,{WIDE}\n"
    named["study.yaml"] = named["study.yaml"].replace("Two branch libraries", WIDE)
    make_study(tmp_path, named, rubric)
    make_rubric(tmp_path / "rubrics", RUBRIC.replace("id: library", f"id: {LONG[:60]}"), LONG[:60])
    monkeypatch.chdir(tmp_path)
    assert_all_fit(vfi, "branches", "library")
    (tmp_path / "table.csv").write_text(FIGURES, encoding="utf-8")
    assert too_wide(vfi("audit", "figures", "table.csv")) == []
    (tmp_path / "reports" / "branches" / "cases.csv").write_text(
        f"id,name\nS,{LONG}\n{LONG * 2},{WIDE}\n"
    )
    assert too_wide(vfi("check", "branches")) == []


def test_many_cases_fit(vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [f"CASE{number:03}" for number in range(317)]
    levels = ("Low", "Middle", "High")
    judgements = ["case,criterion,level"]
    for number, case in enumerate(ids):
        judgements += [
            f"{case},{node},{levels[(number + i) % 3]}"
            for i, node in enumerate(("A.1", "A.2", "B.1"))
        ]
    files = {
        "cases.csv": "id,name\n" + "".join(f"{case},Case\n" for case in ids),
        "judgements.csv": "\n".join(judgements) + "\n",
        "published.csv": None,
        "evidence.csv": None,
    }
    make_study(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    for command in (
        ["score", "branches"],
        ["explain", "branches", "A.1"],
        ["robustness", "branches", "--only", "flips"],
    ):
        ran = vfi(*command)
        assert ran.code == 0
        assert too_wide(ran) == [], command


@pytest.mark.parametrize("columns", [40, 60, 132])
def test_other_widths_fit_as_well(vfi: Vfi, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in commands("idva-coverage-2017", "idva-coverage", "overall"):
        if "--help" not in command:
            assert too_wide(vfi(*command), columns) == [], command


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (["score"], r"\nOverall: Good\nPublished ratings: all 18 equal the computed ones\.\n"),
        (["explain", "E1.2"], r"^E1\.2 [^:]*: Good\n"),
        (["check"], r"^domestic-abuse-duty-2025: no errors \("),
        (["audit"], r"^All equal: .*\n.*\nPublished ratings: all 18 are equal"),
        (["audit", "claims"], r"^domestic-abuse-duty-2025: \d+ claims: "),
        (["audit", "rules"], r"\n[0-9,]+ of [0-9,]+ combinations give every one"),
        (["robustness", "--only", "flips"], r"\nThe overall rating is Good \("),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_answer_stands_in_the_first_lines(vfi: Vfi, command: list[str], answer: str) -> None:
    words = [*command[:1], *command[1:2]] if command[0] == "audit" else command[:1]
    rest = command[len(words) :]
    ran = vfi(*words, "domestic-abuse-duty-2025", *rest)
    assert re.search(answer, "\n".join(ran.out.splitlines()[:6]) + "\n")


def test_the_ratings_that_become_others_are_counted_before_the_differences_are_listed(
    vfi: Vfi,
) -> None:
    ran = vfi(
        "rubric",
        "diff",
        "domestic-abuse-duty-vfi",
        "vfi-generic",
        "--study",
        "domestic-abuse-duty-2025",
    )
    first, second = ran.out.splitlines()[:2]
    assert re.search(r": \d+ differences$", first)
    assert re.search(
        r"^domestic-abuse-duty-2025: \d+ ratings of \d+ compared become others$", second
    )
