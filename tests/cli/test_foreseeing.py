"""`vfi check` tells what other commands would refuse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FILES, RUBRIC, changed, make_study

Vfi = Callable[..., Ran]
OVERLAPPING = """\
  overall:
    rule: bands
    on: mean
    missing: exclude
    bands:
      - {rating: Low, to: 1}
      - {rating: Middle, from: 1, to: 2}
      - {rating: High, from: 2}
"""


def test_errors_of_the_rubrics_own_check_are_told(vfi: Vfi, tmp_path: Path) -> None:
    overall = RUBRIC[RUBRIC.index("  overall:") :]
    ran = vfi("check", make_study(tmp_path, rubric=changed(RUBRIC, overall, OVERLAPPING)))
    assert ran.code == 1
    assert "in the bands of" in " ".join(ran.out.split())
    assert "rubric.yaml" in ran.out


def test_judgements_older_than_the_rubrics_lock_are_told(vfi: Vfi, tmp_path: Path) -> None:
    rubric = changed(RUBRIC, "summary:", "locked: 2099-01\nsummary:")
    ran = vfi("check", make_study(tmp_path, rubric=rubric))
    assert ran.code == 1
    assert "a rubric locked on 2099-01, after" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{{ rating("X") }}', 'there is no node "X"'),
        ("[words](javascript:x)", "narrative/summary.md:1"),
        ("![plan](nowhere.png)", "nowhere.png"),
        ("A name: 字", "U+5B57"),
    ],
)
def test_what_the_report_would_refuse_is_told(
    vfi: Vfi, tmp_path: Path, text: str, told: str
) -> None:
    ran = vfi("check", make_study(tmp_path, {**FILES, "narrative/summary.md": text + "\n"}))
    assert ran.code == 1
    assert told in " ".join(ran.out.split())


def test_a_sign_that_the_report_may_not_print_is_a_warning(vfi: Vfi, tmp_path: Path) -> None:
    judgements = str(FILES["judgements.csv"])
    reason = next(line for line in judgements.splitlines()[1:])
    cells = reason.split(",")
    cells[3] = "字"
    ran = vfi(
        "check",
        make_study(tmp_path, {"judgements.csv": changed(judgements, reason, ",".join(cells))}),
    )
    assert (ran.code, "warning" in ran.out, "U+5B57" in ran.out) == (0, True, True)
