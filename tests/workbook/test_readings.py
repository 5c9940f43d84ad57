"""What a person types or pastes into a workbook, recalculated by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from xlsxwriter.utility import xl_rowcol_to_cell

from tests.rubrics import dimension, rubric, scale_data, study
from tests.workbook.changing import SHIPPED, random_study
from tests.workbook.recalculating import (
    Values,
    change,
    needs_libreoffice,
    ratings,
    recalculated,
    values,
)
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.synthesis.scale import INSUFFICIENT
from vfi.workbook.book import write_workbook
from vfi.workbook.plan import BookPlan
from vfi.workbook.sheets import sheets_of_tiers

pytestmark = needs_libreoffice
Typed = Mapping[tuple[str, str], str | float | None]
WAYS: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    str.swapcase,
    lambda level: f" {level} ",
    lambda level: f"\xa0{level}\xa0",
    lambda level: f"{level.lower()}\t",
    lambda level: level.replace(" ", "  "),
)
RUBBISH = (
    "rubbish",
    "Excelent",
    "*",
    "?",
    "~",
    "-",
    "0.5x",
    17,
    0.123,
    "=1/0",
    "TRUE",
    "Poor, Good",
    "n/a",
    "'",
)
SOUND = "Every judgement is a level or insufficient evidence."


def typed_cell(scorecard: Scorecard, case: str, judged: str) -> tuple[str, str]:
    plan = BookPlan(scorecard, {})
    return "Judgements", xl_rowcol_to_cell(plan.case_rows[case], plan.judged_columns[judged])


def retyped(books: Mapping[str, tuple[Scorecard, Typed]], folder: Path) -> dict[str, Values]:
    """Each workbook with what was typed into it, recalculated."""
    for name, (scorecard, typed) in books.items():
        write_workbook(scorecard, folder / f"written-{name}.xlsx")
        change(folder / f"written-{name}.xlsx", folder / f"{name}.xlsx", typed)
    again = recalculated([folder / f"{name}.xlsx" for name in books], folder)
    return {name: values(again[f"{name}.xlsx"]) for name in books}


def above(rules: Rubric, judged: str) -> set[str]:
    """A criterion or holistic dimension and all that rests on it."""
    return (
        {judged}
        | {node for node, children in rules.children.items() if judged in children}
        | {"overall"}
    )


def test_what_is_typed_into_any_shipped_rubric_is_read_whatever_its_case_or_is_told(
    tmp_path: Path,
) -> None:
    """One cell holds what is no level: ratings that rest on it say so, all others are those of the
    engine.
    """
    random = Random(6)
    books: dict[str, tuple[Scorecard, Typed]] = {}
    wrong: dict[str, tuple[str, str]] = {}
    for name in SHIPPED:
        scorecard = score(random_study(load_rubric(name), random))
        typed: dict[tuple[str, str], str | float | None] = {}
        for case in scorecard.cases:
            for judged, level in case.levels.items():
                written = random.choice(WAYS)(level or INSUFFICIENT)
                typed[typed_cell(scorecard, case.id, judged)] = (
                    written if level or random.random() < 0.7 else None
                )
        wrong[name] = (
            random.choice(scorecard.cases).id,
            random.choice(list(scorecard.study.rubric.judged)),
        )
        books[name] = (
            scorecard,
            typed | {typed_cell(scorecard, *wrong[name]): random.choice(RUBBISH)},
        )
    for name, shown in retyped(books, tmp_path).items():
        check_shown(*books[name], *wrong[name], shown)


def check_shown(scorecard: Scorecard, typed: Typed, case: str, judged: str, shown: Values) -> None:
    rules = scorecard.study.rubric
    total = len(scorecard.cases) * len(rules.judged)
    told = (
        f"1 of {total} cells is not a level (red on the sheet Judgements), and no rating that "
        "rests on it is worked"
    )
    highest = sheets_of_tiers(rules)[rules.tiers[-1].id]
    for sheet in ("Judgements", highest, "Overall", "Cases", "Case workings"):
        assert shown[(sheet, "A3")] == f"{told} out.", (rules.id, sheet)
    limited = {hurdle.node for hurdle in rules.hurdles}
    for (of_case, node), (rating, engine) in ratings(scorecard, shown).items():
        where = (rules.id, of_case, node, typed[typed_cell(scorecard, case, judged)])
        if of_case in (None, case) and node in above(rules, judged):
            assert rating == "Not a level", where
        elif limited and of_case in (None, case):
            assert rating in (engine, "Not a level"), where
        else:
            assert rating == engine, where


@pytest.mark.parametrize("thing", RUBBISH)
def test_reading_of_rubbish_is_told_apart_from_insufficient_evidence(thing: Any) -> None:
    """The list is worth something only where none of it is a level or empty."""
    assert str(thing).strip().casefold() not in {"", INSUFFICIENT.casefold(), "poor", "good"}


SIGNED = (("-1", 0), ("0", 1), ("+1", 2), ("+2", 3))
DECIMAL = (("0.0", 0), ("1.0", 1), ("2.0", 2), ("3.0", 3))
SHARES = (("0%", 0), ("50%", 1), ("100%", 2))
CLOSE = (("low", 0), ("Low", 1), ("1", 2), ("1.0", 3))


NUMBERS: list[tuple[tuple[tuple[str, int], ...], dict[str, Any]]] = [
    (SIGNED, {"+1": 1, "-1": -1, "0": 0, "+2": "2"}),
    (SIGNED, {"+1": "+1", "-1": " -1", "0": "0 ", "+2": 2.0}),
    (DECIMAL, {"0.0": 0, "1.0": 1, "2.0": "2", "3.0": "3.0 "}),
    (SHARES, {"0%": 0, "50%": 0.5, "100%": 1}),
    (SHARES, {"0%": "0%", "50%": "50%", "100%": "100%"}),
    (CLOSE, {"low": "low ", "Low": "Low", "1": "1", "1.0": "1.0"}),
]


def test_levels_that_look_like_numbers_are_levels_when_a_spreadsheet_made_numbers_of_them(
    tmp_path: Path,
) -> None:
    books: dict[str, tuple[Scorecard, Typed]] = {}
    meant: dict[str, Scorecard] = {}
    for number, (levels, typed) in enumerate(NUMBERS):
        rules = rubric([dimension("A", ["A1"])], scale=scale_data(levels))
        lowest = score(
            study(rules, {f"L{place}": {"A1": levels[0][0]} for place in range(len(levels))})
        )
        cells = {
            typed_cell(lowest, f"L{place}", "A1"): typed[name]
            for place, (name, _) in enumerate(levels)
        }
        books[f"book{number}"] = lowest, cells
        meant[f"book{number}"] = score(
            study(rules, {f"L{place}": {"A1": name} for place, (name, _) in enumerate(levels)})
        )
    for name, shown in retyped(books, tmp_path).items():
        for key, (rating, engine) in ratings(meant[name], shown).items():
            assert rating == engine, (books[name][1], key)
        assert shown[("Judgements", "A3")] == SOUND
        assert shown[("About", "B5")] == SOUND


def test_number_that_two_levels_have_and_words_that_differ_in_case_only_are_not_guessed(
    tmp_path: Path,
) -> None:
    rules = rubric([dimension("A", ["A1"])], scale=scale_data(CLOSE))
    scorecard = score(study(rules, {"L0": {"A1": "low"}, "L1": {"A1": "low"}}))
    cells: Typed = {
        typed_cell(scorecard, "L0", "A1"): 1,
        typed_cell(scorecard, "L1", "A1"): "LOW",
    }
    shown = retyped({"book": (scorecard, cells)}, tmp_path)["book"]
    assert shown[("Judgements", "A3")].startswith(
        "2 of 2 cells are not a level (red on the sheet Judgements)"
    )


def test_failure_that_is_typed_otherwise_is_read_or_told(tmp_path: Path) -> None:
    hurdle = {
        "id": "h",
        "title": "H",
        "reason": "r",
        "kind": "hard",
        "node": "overall",
        "when": [{"failure": "f"}],
    }
    rules = rubric(
        [dimension("A", ["A1"])],
        failure_indicators=[{"id": "f", "title": "F", "meaning": "m"}],
        hurdles=[hurdle],
    )
    scorecard = score(study(rules, {"L0": {"A1": "Good"}, "L1": {"A1": "Good"}}))
    books = {
        typed: (scorecard, {("Failures", "C6"): typed})
        for typed in ("Recorded", "recorded ", "yes", " ")
    }
    shown = retyped(books, tmp_path)
    overall = {typed: ratings(scorecard, shown[typed])[(None, "overall")][0] for typed in books}
    assert overall == {"Recorded": "Poor", "recorded ": "Poor", "yes": "Not a level", " ": "Good"}
    assert shown["yes"][("Overall", "A3")].startswith("1 of 2 cells is neither Recorded nor empty")
