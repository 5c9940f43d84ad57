from __future__ import annotations

import base64
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from tests.making import RUBRIC, changed, make_study, rubric_of, study_of
from vfi.reporting.charts import ART_COLUMNS, BAR_WIDTH, cover_art, distribution
from vfi.reporting.palette import palette
from vfi.scoring import Scorecard, score
from vfi.study import load_study


def scored(levels: Mapping[str, list[str | None]]) -> Scorecard:
    """A scorecard of one dimension: per case the level on each criterion."""
    width = len(next(iter(levels.values())))
    grid = {case: {f"D1.{n}": level for n, level in enumerate(row, start=1)} for case, row in levels.items()}
    return score(study_of(rubric_of([width]), grid))


def test_bars_hold_one_segment_for_each_level_that_occurs_lowest_first_and_missing_last() -> None:
    figure = distribution(scored({"a": ["L2"], "b": [None], "c": ["L0"], "d": ["L2"]}))
    (row,) = figure["rows"]
    assert [(s["text"], s["label"]) for s in row["segments"]] == [
        ("L0", "L0 1"),
        ("L2", "L2 2"),
        ("Insufficient evidence", "no level 1"),
    ]
    assert [(s["left"], s["width"], s["middle"]) for s in row["segments"]] == [
        (0, 250, 125),
        (250, 500, 500),
        (750, 250, 875),
    ]


def test_bars_are_full_whatever_the_number_of_cases() -> None:
    for cases in (1, 3, 7, 19, 317, 600):
        levels: dict[str, list[str | None]] = {f"c{n}": [f"L{n % 3}" if n % 5 else None] for n in range(cases)}
        (row,) = distribution(scored(levels))["rows"]
        segments = row["segments"]
        assert segments[0]["left"] == 0
        assert all(one["left"] + one["width"] == other["left"] for one, other in pairwise(segments))
        assert segments[-1]["left"] + segments[-1]["width"] == BAR_WIDTH
        assert sum(segment["count"] for segment in segments) == cases


def test_segment_too_narrow_for_its_label_has_none() -> None:
    levels: dict[str, list[str | None]] = {f"c{n}": ["L1" if n else "L0"] for n in range(100)}
    (row,) = distribution(scored(levels))["rows"]
    assert [segment["label"] for segment in row["segments"]] == ["", "L1 99"]


def test_rows_lie_below_one_another_within_the_figure() -> None:
    study = study_of(rubric_of([2, 1]), {"a": {"D1.1": "L0", "D1.2": "L1", "D2.1": "L2"}})
    figure = distribution(score(study))
    tops = [row["top"] for row in figure["rows"]]
    assert tops[0] == 0
    assert tops == sorted(set(tops))
    assert tops[2] - tops[1] > tops[1] - tops[0]
    assert tops[-1] < figure["height"]


def test_long_label_is_cut_beside_the_bars_and_whole_in_the_description(tmp_path: Path) -> None:
    long = "Step-free entrance for everyone who comes"
    rubric = changed(RUBRIC, "title: Step-free entrance", f"title: {long}")
    figure = distribution(score(load_study(make_study(tmp_path, rubric=rubric))))
    assert [row["label"] for row in figure["rows"]] == ["Opening hours", "Step-free entrance for…", "Stock"]
    assert f"A.2 {long}: 1 Middle, 1 insufficient evidence." in figure["description"]


def test_cover_shows_a_square_for_each_judgement_in_the_colour_of_its_level() -> None:
    swatches = palette(4)
    picture = svg(cover_art(scored({"a": ["L0", "L3"], "b": [None, "L1"]})))
    fills = [square.get("fill") for square in picture]
    assert fills == [swatches[0].background, swatches[3].background, "none", swatches[1].background]
    assert picture.get("viewBox") == "0 0 19 19"


def test_cover_shows_the_first_cases_of_many() -> None:
    levels: dict[str, list[str | None]] = {f"c{n}": ["L1"] for n in range(317)}
    assert len(svg(cover_art(scored(levels)))) == ART_COLUMNS


def svg(url: str) -> ElementTree.Element:
    head, encoded = url.split(",")
    assert head == "data:image/svg+xml;base64"
    return ElementTree.fromstring(base64.b64decode(encoded))  # noqa: S314 - made by vfi itself
