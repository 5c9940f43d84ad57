from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ran
from tests.deep import make_deep_study
from tests.making import FILES, ROOT, SHIPPED_STUDY, changed, make_study
from vfi.cli.robustness import what_if

Vfi = Callable[..., Ran]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    data = json.loads(
        (ROOT / "schemas" / "vfi.robustness-1.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def _objects_in(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _objects_in(one)]
    if not isinstance(part, dict):
        return []
    below = [found for one in part.values() for found in _objects_in(one)]
    return [part, *below] if part.get("type") == "object" and "properties" in part else below


def test_what_overturns_the_overall_rating_is_told_in_words(vfi: Vfi) -> None:
    ran = vfi("robustness", SHIPPED_STUDY)
    assert (ran.code, ran.err) == (0, "")
    words = squeezed(ran.out)
    assert (
        "The overall rating is Good (on the line). The overall rating becomes Adequate with 3 "
        "steps (one level on 3 of 244 judgements), such as E1.2 of LA06, LA08, LA11 from Excellent "
        "to Good. 1 judgement does it by moving further, such as E1.2 of LA06 from Excellent to "
        "Poor." in words
    )
    assert (
        "3 judgements are insufficient evidence. Whatever levels they took, every rating would be "
        "as it is." in words
    )
    assert "without E1, or without E2: Adequate for overall (now Good)" in words
    assert "overall: 3 of 11 other rules give Good" in words
    assert "overall Good 94.1% Adequate 5.9%" in words
    assert "overall, Good now: Adequate 50%, Good 50%" in words
    assert (
        "thresholds above 0.4211 (8/19) (where E4.2 lies), up to and including 0.5 (where overall "
        "lies)." in words
    )


def test_the_most_fragile_rating_comes_first(vfi: Vfi) -> None:
    table = vfi("robustness", SHIPPED_STUDY, "--only", "flips").out.split("────\n")[-1].splitlines()
    rows = [squeezed(line) for line in table if line.startswith(("E", "O"))]
    assert rows[0] == "E3.5 Partnership working Good on the line Adequate 1 1 of 19"
    assert "Overall Good on the line Adequate 3 1 of 244" in rows
    assert len(rows) == 18


def test_one_node_is_told_in_full(vfi: Vfi) -> None:
    words = squeezed(vfi("robustness", SHIPPED_STUDY, "--node", "E3.5", "--only", "flips,ties").out)
    assert (
        "E3.5 becomes Adequate with 1 step (one level on 1 of 19 judgements), such as E3.5 of"
        in words
    )
    assert "E3.5 becomes Excellent with 19 steps (one level on 19 of 19 judgements)" in words
    assert "Economy" not in words


def test_steps_that_take_the_same_judgement_twice_are_not_told_as_so_many_judgements(
    vfi: Vfi,
) -> None:
    words = squeezed(vfi("robustness", SHIPPED_STUDY, "--node", "E4.2", "--only", "flips").out)
    assert "E4.2 becomes Poor with 18 steps (over 11 of 19 judgements)." in words


def test_a_witness_can_be_scored_again(vfi: Vfi) -> None:
    ran = vfi("robustness", SHIPPED_STUDY, "--apply", "overall:down")
    words = squeezed(ran.out)
    assert ran.code == 0
    assert "3 judgements changed" in words
    assert "LA06 E1.2 Excellent Good" in words
    assert "3 of 18 ratings over all local authorities changed" in words
    assert "none of 339 ratings of single local authorities changed" in words
    assert "all overall Good Adequate" in words


def test_a_change_that_only_moves_a_case_is_told(vfi: Vfi, tmp_path: Path) -> None:
    """LA01 is Good, Good, Adequate on E1; with Poor for the first it is Adequate (the evaluation,
    Table 6.1).
    """
    file = tmp_path / "changes.csv"
    file.write_text("case,criterion,from,to\nLA01,E1.1,Good,Poor\n", encoding="utf-8")
    words = squeezed(vfi("robustness", SHIPPED_STUDY, "--apply", file).out)
    assert "none of 18 ratings over all local authorities changed" in words
    assert "1 of 341 ratings of single local authorities changed" in words
    assert "LA01 E1 Economy Good Adequate" in words
    found = json.loads(vfi("robustness", SHIPPED_STUDY, "--apply", file, "--format", "json").out)
    moved = [rating for rating in found["case_ratings"] if rating["before"] != rating["after"]]
    assert moved == [{"case": "LA01", "id": "E1", "before": "Good", "after": "Adequate"}]


def test_changes_in_json_fit_their_schema(vfi: Vfi) -> None:
    data = json.loads((ROOT / "schemas" / "vfi.what-if-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(data)
    call = ("robustness", SHIPPED_STUDY, "--apply", "overall:down", "--format", "json")
    Draft202012Validator(data).validate(json.loads(vfi(*call).out))


def test_of_many_changed_ratings_the_first_are_shown(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(what_if, "MOST_ROWS", 2)
    assert (
        "and 1 more; --format json lists all of them"
        in vfi("robustness", SHIPPED_STUDY, "--apply", "E1:down").out
    )


def test_changes_of_a_file_are_applied(vfi: Vfi, tmp_path: Path) -> None:
    file = tmp_path / "changes.csv"
    vfi("robustness", SHIPPED_STUDY, "--apply", "E3.5:down", "--output", file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert [(row["criterion"], row["from"], row["to"]) for row in rows] == [
        ("E3.5", "Good", "Adequate")
    ]
    found = json.loads(vfi("robustness", SHIPPED_STUDY, "--apply", file, "--format", "json").out)
    assert {"id": "E3.5", "before": "Good", "after": "Adequate"} in found["ratings"]
    assert sum(one["before"] != one["after"] for one in found["ratings"]) == 1


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            "LA01,E1.1,Poor,Good\n",
            ':2: from: found "Poor"; expected Good, as LA01 is judged on E1.1',
        ),
        ("LA01,E1.1,Good,Superb\n", ':2: to: found "Superb"; expected one of Poor, Adequate,'),
        ("LA99,E1.1,Good,Poor\n", ':2: case: found "LA99" (did you mean'),
        ("LA01,E1.1,Good,\n", ":2: to: found an empty cell; expected a level"),
        (
            "LA01,E1.1,Good,Poor\nLA01,E1.1,Good,Adequate\n",
            ':3: criterion: found "LA01 on E1.1" a second time (first on line 2)',
        ),
        ("", ":1: found a header without rows; expected at least one row"),
    ],
)
def test_changes_that_do_not_fit_are_told(
    vfi: Vfi, tmp_path: Path, rows: str, message: str
) -> None:
    file = tmp_path / "changes.csv"
    file.write_text("case,criterion,from,to\n" + rows, encoding="utf-8")
    ran = vfi("robustness", SHIPPED_STUDY, "--apply", file)
    assert ran.code == 2
    assert message in ran.err


def test_json_fits_its_schema(vfi: Vfi, schema: Draft202012Validator, tmp_path: Path) -> None:
    for study in (SHIPPED_STUDY, make_study(tmp_path)):
        document = json.loads(vfi("robustness", study, "--format", "json").out)
        schema.validate(document)
    overall = document["nodes"][-1]
    assert overall["id"] == "overall"
    assert set(overall) >= {"flips", "bounds", "rules", "uncertainty", "bootstrap", "weights"}


def test_the_schema_is_strict_and_describes_every_field(schema: Draft202012Validator) -> None:
    for part in _objects_in(schema.schema):
        assert part["additionalProperties"] is False
        for field in part["properties"].values():
            assert "description" in field or "$ref" in field


def test_json_has_the_flips_in_the_published_form(vfi: Vfi) -> None:
    document = json.loads(
        vfi("robustness", SHIPPED_STUDY, "--only", "flips", "--format", "json").out
    )
    assert "leave_out" not in document
    down = document["nodes"][-1]["flips"]["down"]
    assert (down["to"], down["steps"], down["judgements"], down["exact"]) == (
        "Adequate",
        3,
        1,
        True,
    )
    assert down["witness"][0] == {
        "case": "LA06",
        "criterion": "E1.2",
        "from": "Excellent",
        "to": "Good",
    }


def test_csv_has_a_row_for_each_result(vfi: Vfi) -> None:
    rows = list(
        csv.DictReader(vfi("robustness", SHIPPED_STUDY, "--format", "csv").out.splitlines())
    )
    flip = next(
        one
        for one in rows
        if (one["node"], one["question"], one["of"]) == ("overall", "flip down", "steps")
    )
    assert (flip["result"], flip["number"], flip["exact"]) == ("Adequate", "3", "yes")
    assert {row["question"] for row in rows} >= {
        "bounds",
        "leave-out",
        "rules",
        "uncertainty",
        "bootstrap",
        "ties",
    }


def test_the_same_call_prints_the_same_bytes(vfi: Vfi) -> None:
    call = (
        "robustness",
        SHIPPED_STUDY,
        "--only",
        "uncertainty,bootstrap",
        "--draws",
        "500",
        "--format",
        "json",
    )
    assert vfi(*call).out == vfi(*call).out
    assert vfi(*call).out != vfi(*call, "--seed", "7").out


def test_draws_ask_for_a_simulation_with_its_error(vfi: Vfi) -> None:
    words = vfi(
        "robustness",
        SHIPPED_STUDY,
        "--only",
        "uncertainty",
        "--draws",
        "1000",
        "--error-rate",
        "0.2",
    ).out
    assert "with a chance of 20% (1,000 draws, seed 2025; standard errors after +-)" in squeezed(
        words
    )
    assert "+-" in words.split("Stays")[1]


def test_confidence_of_judgements_sets_their_error_rates(vfi: Vfi, tmp_path: Path) -> None:
    header, *rows = FILES["judgements.csv"].splitlines()
    levels = ["low", "medium", "high", "", "", "low"]
    text = "\n".join(
        [f"{header},confidence", *(f"{row},{sure}" for row, sure in zip(rows, levels, strict=True))]
    )
    folder = make_study(tmp_path, {"judgements.csv": text + "\n"})
    words = squeezed(
        vfi("robustness", folder, "--only", "uncertainty", "--error-rate", "0.1,low=0.5").out
    )
    assert (
        "10%, 5% where confidence is high, 15% where confidence is medium, 50% where confidence "
        "is low" in words
    )


def test_a_confidence_that_is_none_is_told(vfi: Vfi, tmp_path: Path) -> None:
    text = changed(FILES["judgements.csv"], "assessor,date", "confidence,date")
    ran = vfi("robustness", make_study(tmp_path, {"judgements.csv": text}))
    assert ran.code == 2
    assert 'confidence: found "Ada"; expected one of high, medium, low' in ran.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--node", "E9"), 'there is no node "E9"'),
        (("--only", "flip"), 'there is no question "flip"'),
        (("--error-rate", "2"), "is not a number from 0 to 1"),
        (("--error-rate", "sure=0.1"), 'there is no confidence "sure"'),
        (("--apply", "E9:down"), 'there is no node "E9"'),
        (("--apply", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_wrong_calls_are_told(vfi: Vfi, options: tuple[str, str], message: str) -> None:
    ran = vfi("robustness", SHIPPED_STUDY, *options)
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_what_is_left_out_goes_by_the_tiers_of_a_deep_tree(vfi: Vfi, tmp_path: Path) -> None:
    study = make_deep_study(tmp_path)
    told = vfi("robustness", study, "--only", "leave-out").out
    heads = [line for line in told.splitlines() if line.startswith("any one")]
    assert heads == [
        "any one case: 0 of 4 cases change no rating",
        "any one evidence category: 5 of 6 evidence categories change no rating",
        "any one KLOE: 2 of 3 KLOEs change no rating",
        "any one quality statement: 2 of 2 quality statements change no rating",
        "any one theme: 1 of 2 themes changes no rating",
    ]
    assert "without L1: Good for S1 (now Adequate), T1 (now Adequate)" in told


def test_every_question_is_answered_for_a_group_between(
    vfi: Vfi, tmp_path: Path, schema: Draft202012Validator
) -> None:
    study = make_deep_study(tmp_path)
    ran = vfi("robustness", study, "--node", "S1")
    assert (ran.code, ran.err) == (0, "")
    assert "S1 Group S1 is Adequate" in ran.out
    document = json.loads(vfi("robustness", study, "--format", "json").out)
    schema.validate(document)
    applied = squeezed(vfi("robustness", study, "--apply", "S1:down").out)
    assert "Case Evidence category From To" in applied
    assert "all S1 Group S1 Adequate Poor" in applied
