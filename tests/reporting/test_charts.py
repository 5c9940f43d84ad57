from __future__ import annotations

import base64
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import rubrics
from tests.making import RUBRIC, changed, make_study, rubric_of, study_of
from tests.reporting.shapes import scored as shaped
from tests.reporting.trees import three_tiers
from vfi.palette import palette
from vfi.reporting.charts import (
    ART_COLUMNS,
    BAR_WIDTH,
    DIMENSION_GAP,
    GROUP_GAP,
    ROW_HEIGHT,
    cover_art,
    distributions,
    row_names,
)
from vfi.reporting.lettering import width_in_ems
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def scored(levels: Mapping[str, list[str | None]]) -> Scorecard:
    """A scorecard of one dimension: per case the level on each criterion."""
    width = len(next(iter(levels.values())))
    grid = {
        case: {f"D1.{n}": level for n, level in enumerate(row, start=1)}
        for case, row in levels.items()
    }
    return score(study_of(rubric_of([width]), grid))


def test_bars_hold_one_segment_for_each_level_that_occurs_lowest_first_and_missing_last() -> None:
    (figure,) = distributions(scored({"a": ["L2"], "b": [None], "c": ["L0"], "d": ["L2"]}))
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
        levels: dict[str, list[str | None]] = {
            f"c{n}": [f"L{n % 3}" if n % 5 else None] for n in range(cases)
        }
        (row,) = distributions(scored(levels))[0]["rows"]
        segments = row["segments"]
        assert segments[0]["left"] == 0
        assert all(one["left"] + one["width"] == other["left"] for one, other in pairwise(segments))
        assert segments[-1]["left"] + segments[-1]["width"] == BAR_WIDTH
        assert sum(segment["count"] for segment in segments) == cases


def test_segment_too_narrow_for_its_label_has_none() -> None:
    levels: dict[str, list[str | None]] = {f"c{n}": ["L1" if n else "L0"] for n in range(100)}
    (row,) = distributions(scored(levels))[0]["rows"]
    assert [segment["label"] for segment in row["segments"]] == ["", "L1 99"]


def test_label_that_is_wider_than_its_segment_is_left_out_whatever_the_code() -> None:
    rubric = rubrics.rubric(
        [rubrics.dimension("D", ["D.1"])],
        scale=rubrics.scale_data([("Mostly out", 0), ("Mostly in", 1)]),
    )
    grid: dict[str, dict[str, str | None]] = {
        f"c{n}": {"D.1": "Mostly in" if n % 12 else "Mostly out"} for n in range(24)
    }
    ((row,),) = (figure["rows"] for figure in distributions(score(rubrics.study(rubric, grid))))
    assert [segment["label"] for segment in row["segments"]] == ["", "Mostly i 22"]


@pytest.mark.parametrize("name", ["E1", "MATRIX", "SERVICES", "W" * 64, ""])
@pytest.mark.parametrize("label", ["Stock", "WWWWWW WWWWWW WWWWWW", "i" * 90])
def test_names_of_a_row_run_neither_into_each_other_nor_into_its_bar(name: str, label: str) -> None:
    shown = row_names(name, label)
    assert width_in_ems(shown["id"]) * 26 < shown["label_left"] or not name
    assert shown["label_left"] + width_in_ems(shown["label"]) * 26 < 420


def test_many_criteria_are_shown_in_several_figures() -> None:
    rubric = rubric_of([30, 30])
    names = [criterion.id for criterion in rubric.criteria]
    figures = distributions(score(study_of(rubric, {"a": dict.fromkeys(names, "L1")})))
    assert [row["id"] for figure in figures for row in figure["rows"]] == names
    assert all(figure["height"] < 1400 and figure["rows"][0]["top"] == 0 for figure in figures)
    assert "D2.30 " in figures[1]["description"]
    assert "D1.1 " not in figures[1]["description"]


def test_rows_lie_below_one_another_within_the_figure() -> None:
    study = study_of(rubric_of([2, 1]), {"a": {"D1.1": "L0", "D1.2": "L1", "D2.1": "L2"}})
    (figure,) = distributions(score(study))
    tops = [row["top"] for row in figure["rows"]]
    assert tops[0] == 0
    assert tops == sorted(set(tops))
    assert tops[2] - tops[1] > tops[1] - tops[0]
    assert tops[-1] < figure["height"]


def test_long_label_is_cut_beside_the_bars_and_whole_in_the_description(tmp_path: Path) -> None:
    long = "Step-free entrance for everyone who comes"
    rubric = changed(RUBRIC, "title: Step-free entrance", f"title: {long}")
    (figure,) = distributions(score(load_study(make_study(tmp_path, rubric=rubric))))
    assert [row["label"] for row in figure["rows"]] == [
        "Opening hours",
        "Step-free entrance for…",
        "Stock",
    ]
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


def test_groups_stand_nearer_to_each_other_than_dimensions() -> None:
    (figure,) = distributions(shaped(three_tiers(2, 2, 1), 2))
    tops = [row["top"] for row in figure["rows"]]
    gaps = [below - above - ROW_HEIGHT for above, below in pairwise(tops)]
    assert gaps == [GROUP_GAP, DIMENSION_GAP, GROUP_GAP]
