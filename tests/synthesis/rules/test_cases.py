"""Every case of every rule, by every interpreter of rules; and what a rule has to bring along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.making import ROOT
from tests.profiles.steps import GENERATED
from tests.synthesis.rules.reading import (
    FOLDER,
    NO_RATING,
    Case,
    by_profiles,
    by_relational,
    by_scoring,
    by_search,
    by_synthesis,
    by_workbook,
    cases_of,
    every_case,
    together,
)
from tests.workbook.recalculating import needs_libreoffice
from vfi.relational.steps import STEPS
from vfi.scoring.explanation import Explanation, explain
from vfi.synthesis.rule import Rule
from vfi.synthesis.rules import RULES, name_of

Interpreter = Callable[[Sequence[Case]], list[str]]
INTERPRETERS: dict[str, Interpreter] = {
    "synthesis": by_synthesis,
    "profiles": by_profiles,
    "scoring": by_scoring,
    "relational": by_relational,
    "search": by_search,
}
CASES = pytest.mark.parametrize("case", every_case(), ids=lambda case: case.id)


@pytest.fixture(scope="session", params=INTERPRETERS)
def results(request: pytest.FixtureRequest) -> dict[str, str]:
    """What one interpreter makes of every case, by the case's id."""
    cases = every_case()
    ratings = INTERPRETERS[request.param](cases)
    return {case.id: rating for case, rating in zip(cases, ratings, strict=True)}


@CASES
def test_every_interpreter_gives_the_rating(case: Case, results: dict[str, str]) -> None:
    expected = {case.rating} if case.data["rating"] else {case.rating, NO_RATING}
    assert results[case.id] in expected


@needs_libreoffice
def test_the_formulas_of_a_workbook_give_the_ratings(tmp_path: Path) -> None:
    cases = every_case()
    assert by_workbook(cases, tmp_path) == [case.rating for case in cases]


@CASES
def test_the_value_the_row_and_the_words(case: Case) -> None:
    explanation = explain(together([case]), "K0")
    assert isinstance(explanation, Explanation)
    node = explanation.node
    assert "value" not in case.data or node.value == case.value
    assert "row" not in case.data or node.row == case.data["row"]
    words = " ".join(text for _, text in explanation.working).replace("K0.", "")
    assert case.data.get("words", "") in words
    assert case.data.get("why", "") in node.reason.replace("K0.", "")


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_has_cases_a_query_a_generator_and_a_row_of_docs(rule: type[Rule]) -> None:
    name = name_of(rule)
    assert len(cases_of(FOLDER / f"{name.replace(' ', '-')}.yaml")) >= 2
    assert name in STEPS
    assert name in GENERATED
    docs = (ROOT / "docs" / "rubrics.md").read_text(encoding="utf-8")
    assert f"| `{name}` |" in docs


def test_there_are_no_cases_and_queries_of_rules_that_do_not_exist() -> None:
    names = {name_of(rule) for rule in RULES}
    assert {path.stem.replace("-", " ") for path in FOLDER.glob("*.yaml")} == names
    assert set(STEPS) == set(GENERATED) == names
