"""How `vfi rubric show` tells steps, hurdles and perspectives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran
from tests.making import FULL_RUBRIC, RUBRIC, changed, make_rubric

Vfi = Callable[..., Ran]


def shown(vfi: Vfi, place: Path, text: str) -> dict[str, list[str]]:
    """What stands below each heading of a rubric, a line a thing, with single spaces."""
    ran = vfi("rubric", "show", make_rubric(place, text))
    assert (ran.code, ran.err) == (0, "")
    parts = (part.splitlines() for part in ran.out.replace(f"\n{' ' * 16}", " ").split("\n\n"))
    return {lines[0]: [" ".join(line.split()) for line in lines[1:]] for lines in parts}


def test_the_step_of_each_tier_is_told_from_the_lowest_up(vfi: Vfi, tmp_path: Path) -> None:
    lines = shown(vfi, tmp_path, RUBRIC)["Synthesis"]
    assert [line.split()[0] for line in lines] == ["Criterion", "Dimension", "Overall"]
    assert lines[2].startswith("Overall The mean of the ratings of the dimensions, ")


def test_a_hurdle_says_what_it_limits_when_and_why(vfi: Vfi, tmp_path: Path) -> None:
    assert shown(vfi, tmp_path, FULL_RUBRIC)["Hurdles"] == [
        "closed A branch that was closed (hard): A.1 falls to the lowest level if closure is "
        "recorded. Nobody can use it.",
        "hours Opening hours (soft): overall is Low at most if A.1 is at Low. They come before all "
        "else.",
        "stock Stock (hard): overall falls to the lowest level if B is at Low. It matters.",
    ]


def test_failure_indicators_are_told_with_their_meaning(vfi: Vfi, tmp_path: Path) -> None:
    assert shown(vfi, tmp_path, FULL_RUBRIC)["Failure indicators"] == [
        "closure Closure. The branch had to be closed."
    ]


def test_a_perspective_says_what_it_changes_and_no_more(vfi: Vfi, tmp_path: Path) -> None:
    text = changed(
        FULL_RUBRIC,
        "    reason: It adds up.\n",
        "    reason: It adds up.\n    nodes: {A: {rule: worst, missing: exclude}}\n",
    )
    parts = shown(vfi, tmp_path, text)
    reason, overall, hurdles = parts["Perspective readers: Readers"]
    assert (reason, hurdles) == ("Reason They come for the books.", "Hurdles none")
    assert overall.startswith("Overall By a table of the ratings of the dimensions; ")
    office = [line.split()[0] for line in parts["Perspective office: The office"]]
    assert office == ["Reason", "Overall", "A"]


def test_a_rubric_without_hurdles_says_nothing_of_them(vfi: Vfi, tmp_path: Path) -> None:
    told = shown(vfi, tmp_path, RUBRIC)
    assert not {"Hurdles", "Failure indicators"} & told.keys()
