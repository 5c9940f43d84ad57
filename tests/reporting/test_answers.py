from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.making import ROOT, make_study
from vfi.reporting.answers import Answers, answers_of, citable_of
from vfi.reporting.context import report_context
from vfi.reporting.web import report_html
from vfi.robustness.examination import QUESTIONS, robustness
from vfi.scoring.comparison import compare
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

REPORTING = ROOT / "vfi" / "reporting"
ASKING = (
    *("vfi.scoring.scorecard", "vfi.scoring.rescoring", "vfi.scoring.unrounded"),
    *("vfi.scoring.perspectives", "vfi.scoring.comparison", "vfi.audit.claims"),
    *("vfi.robustness.search", "vfi.robustness.chance", "vfi.robustness.other"),
    *("vfi.robustness.examination", "vfi.robustness.applying"),
)
READING = {"agreement", "by_change", "is_own_throughout"}  # group answers, and rate nothing


def test_answers_are_those_of_the_rooms(shipped: Scorecard, shipped_answers: Answers) -> None:
    asked = robustness(shipped, [*QUESTIONS[:2], "uncertainty"])
    assert shipped_answers.flips == asked.flips
    assert shipped_answers.ranking == asked.ranking
    assert shipped_answers.bounds == asked.bounds
    assert shipped_answers.chances == asked.probabilities
    assert shipped_answers.comparison == compare(shipped)
    assert [*shipped_answers.citable.of_scores] == [*shipped.nodes]


def test_mistake_in_the_claims_keeps_no_other_answer_back(tmp_path: Path) -> None:
    wrong = {"claims.csv": "id,where,sentence,kind\nC1,p,s,guess\n"}
    scorecard = score(load_study(make_study(tmp_path, wrong)))
    citable = citable_of(scorecard)
    assert citable.claims == {}
    assert "claims.csv:2: kind" in citable.mistake
    assert answers_of(scorecard).chances


def test_report_rates_nothing_once_it_has_its_answers(
    everything_answered: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = report_html(everything_answered, (ROOT / "templates",))

    def refuse(*_arguments: object) -> None:
        raise AssertionError("a chapter rated something")

    for name, module in list(sys.modules.items()):
        if name.startswith("vfi.") and hasattr(module, "synthesise"):
            monkeypatch.setattr(module, "synthesise", refuse)
    with pytest.raises(AssertionError, match="rated something"):
        answers_of(everything_answered.scorecard)
    assert report_html(everything_answered, (ROOT / "templates",)) == before
    assert report_context(everything_answered)


@pytest.mark.parametrize(
    "path", sorted(REPORTING.rglob("*.py")), ids=lambda path: str(path.relative_to(REPORTING))
)
def test_only_the_module_of_answers_takes_more_than_types_from_the_rooms_that_answer(
    path: Path,
) -> None:
    taken = {
        name for room, name in imports_of(path) if room.startswith(ASKING) and asks(room, name)
    }
    assert path.name == "answers.py" or taken <= READING


def asks(room: str, name: str) -> bool:
    """Whether what a room offers by a name is a function, and not a type or a word."""
    return type(getattr(import_module(room), name)).__name__ == "function"


@pytest.mark.parametrize("room", ["reporting", "workbook", "bundle", "audit", "cli"])
def test_no_room_takes_anything_from_the_package_above_it(room: str) -> None:
    modules = {path.stem for path in (ROOT / "vfi").glob("*.py")} | {
        path.name for path in (ROOT / "vfi").iterdir() if path.is_dir()
    }
    for path in (ROOT / "vfi" / room).rglob("*.py"):
        assert {name for module, name in imports_of(path) if module == "vfi"} <= modules, path


def imports_of(path: Path) -> Iterator[tuple[str, str]]:
    """The modules that a file names after `from`, each with a name that it takes from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def test_groups_are_left_out_where_there_are_any(
    ragged_answered: Answers, everything_answered: Answers
) -> None:
    assert [thing.id for thing in ragged_answered.left_out["group"]] == [
        *("A1", "A2", "A3", "A", "B", "C")
    ]
    assert list(everything_answered.left_out) == ["case", "criterion", "dimension"]
