"""The quick look misses no error of a rubric's own check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import RUBRIC, SHIPPED_RUBRICS, changed, make_rubric, make_study
from tests.running import run_vfi
from vfi import places
from vfi.inspection.suspects import is_before, may_have_errors
from vfi.problems import Problems
from vfi.rubric.loading import read_rubric
from vfi.rubric.models.rubric import Rubric

OVERLAPPING = "[{rating: Low, to: 1}, {rating: Middle, from: 1, to: 2}, {rating: High, from: 2}]"
BANDS = f"  overall: {{rule: bands, on: mean, missing: exclude, bands: {OVERLAPPING}}}\n"


def rubric_from(folder: Path, text: str) -> Rubric:
    rubric = read_rubric(make_rubric(folder, text), Problems())
    assert rubric is not None
    return rubric


def with_overlapping_bands() -> str:
    return RUBRIC[: RUBRIC.index("  overall:")] + BANDS


@pytest.mark.parametrize("name", SHIPPED_RUBRICS)
def test_a_shipped_rubric_that_is_not_suspect_has_no_rule_that_can_have_such_errors(
    name: str,
) -> None:
    rubric = read_rubric(places.find(places.RUBRIC, name), Problems())
    assert rubric is not None
    rules = {step.rule for step in rubric.synthesis.values()}
    if not may_have_errors(rubric, ()):
        assert rules <= {"mean", "weighted mean", "median", "worst", "best", "indicator"}


def test_bands_standards_and_locks_make_a_rubric_suspect(tmp_path: Path) -> None:
    assert not may_have_errors(rubric_from(tmp_path / "a", RUBRIC), ["2026-03-01"])
    assert may_have_errors(rubric_from(tmp_path / "b", with_overlapping_bands()), ())
    twice = changed(RUBRIC, "text: A ramp on request,", "text: Steps only,")
    assert may_have_errors(rubric_from(tmp_path / "c", twice), ())
    locked = rubric_from(tmp_path / "d", changed(RUBRIC, "summary:", "locked: 2026-03\nsummary:"))
    assert may_have_errors(locked, ["2026-02-28"])
    assert not may_have_errors(locked, ["2026-03-01", ""])


@pytest.mark.parametrize(
    "command", [("score",), ("explain", "overall"), ("audit", "study"), ("robustness",)]
)
def test_every_command_tells_what_the_rubrics_own_check_would(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    study = str(make_study(tmp_path, rubric=with_overlapping_bands()))
    arguments = [command[0], study, *command[1:]] if command[0] == "explain" else [*command, study]
    ran = run_vfi(*arguments, cwd=tmp_path)
    said = " ".join(ran.stderr.split())
    assert "in the bands of Low and of Middle" in said
    assert "The rubric library has" in said
    assert ran.stdout


def test_dates_are_compared_as_far_as_they_go() -> None:
    assert is_before("2026-02", "2026-03-01")
    assert not is_before("2026-03", "2026-03-01")
