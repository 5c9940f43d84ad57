"""Every set of changes in turn, each scored anew: what the searches are held against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

from tests.generated import LEVELS, MAYBE, steps
from tests.rubrics import dimension, rubric_data
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.search.flips import find_flips
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.models import Study

STRUCTURE = {"A": ["A1", "A2"], "B": []}
JUDGED = ["A1", "A2", "B"]
CRITERIA = ["A1", "A2"]

Grid = dict[str, dict[str, str | None]]


def ratings(study: Study) -> dict[str, str | None]:
    """The rating of each node over all cases."""
    return {node.id: node.rating for node in score(study).nodes.values()}


def every_study(study: Study) -> Iterator[tuple[int, int, Study]]:
    """Every study with the same evidence: the levels and the judgements by which it differs, and
    itself.
    """
    judged = [one for one in study.judgements if one.level is not None]
    scales = [study.rubric.judgement_scale(one.criterion) for one in judged]
    for levels in product(*(scale.names for scale in scales)):
        moves = [
            (Change(one.case, one.criterion, one.level or "", level), scale.positions)
            for one, level, scale in zip(judged, levels, scales, strict=True)
            if one.level != level
        ]
        steps = sum(abs(places[change.after] - places[change.before]) for change, places in moves)
        yield steps, len(moves), apply_changes(study, [change for change, _ in moves])


def fewest(study: Study) -> dict[tuple[str, str, str], int]:
    """The size of the smallest set that moves a rating, by node, direction and kind of change."""
    now = ratings(study)
    found: dict[tuple[str, str, str], int] = {}
    for levels, judgements, other in every_study(study):
        for node, rating in ratings(other).items():
            before = now[node]
            if rating is None or before is None or rating == before:
                continue
            places = study.rubric.rating_scale(node).positions
            direction = "up" if places[rating] > places[before] else "down"
            for kind, size in (("steps", levels), ("judgements", judgements)):
                key = (node, direction, kind)
                found[key] = min(size, found.get(key, size))
    return found


def assert_flips_are_fewest(study: Study) -> None:
    """Hold every flip against every set of changes, and its witness against scoring."""
    expected = fewest(study)
    for node, flips in find_flips(score(study)).items():
        for flip in flips:
            for kind, distance in (("steps", flip.steps), ("judgements", flip.judgements)):
                assert distance.exact
                assert distance.fewest == expected.get((node, flip.direction, kind))
                if distance.is_possible:
                    assert ratings(apply_changes(study, distance.witness))[node] == distance.to


@st.composite
def rubrics(draw: st.DrawFn, scores: bool = False) -> Rubric:
    """A small rubric of any rules, with hurdles that look below and beside their node."""
    synthesis = {
        "criterion": draw(steps([])),
        "dimension": draw(steps(CRITERIA)),
        "overall": draw(steps(["A", "B"])),
    }
    if scores and not any(one["rule"] == "bands" for one in synthesis.values()):
        for name in ("dimension", "overall"):
            if synthesis[name]["rule"] in ("mean", "median", "weighted mean"):
                synthesis[name]["of"] = "scores"
    dimensions = [dimension(name, children) for name, children in STRUCTURE.items()]
    return Rubric.model_validate(
        rubric_data(dimensions, synthesis=synthesis, hurdles=draw(_hurdles()))
    )


def _hurdles() -> st.SearchStrategy[list[dict[str, Any]]]:
    sides = st.sampled_from(["at", "at_or_below", "below", "at_or_above", "above"])
    nodes = {"overall": ["A", "A1", "B"], "A": ["A1", "B"], "A1": ["B"], "B": []}
    soft = st.builds(lambda cap: {"kind": "soft", "cap": cap}, LEVELS)

    def on(node: str) -> st.SearchStrategy[dict[str, Any]]:
        one = st.builds(
            lambda n, s, level: {"node": n, s: level}, st.sampled_from(nodes[node]), sides, LEVELS
        )
        quantity = st.sampled_from(
            [
                {"at_least": 1},
                {"at_least": 2},
                {"at_most": 1},
                {"at_least_share": "1/2"},
                {"exactly": "all"},
            ]
        )
        groups = ["criteria", "dimensions", ["A", "A2"]] if node == "overall" else [["A2", "B"]]
        count = st.builds(
            lambda q, s, level, among: {**q, s: level, "among": among},
            quantity,
            sides,
            LEVELS,
            st.sampled_from(groups),
        )
        when = st.lists(one | count, min_size=1, max_size=2)
        kind = soft | st.just({"kind": "hard"})
        return st.builds(
            lambda k, w: {"title": "h", "reason": "r", "node": node, "when": w, **k}, kind, when
        )

    many = st.lists(st.sampled_from(["overall", "A", "A1"]).flatmap(on), max_size=2)
    return many.map(lambda found: [{"id": f"h{place}", **one} for place, one in enumerate(found)])


def grids(cases: int, missing: bool = True) -> st.SearchStrategy[Grid]:
    """Levels by case and by what cases are judged on."""
    of_case = st.fixed_dictionaries(dict.fromkeys(JUDGED, MAYBE if missing else LEVELS))
    return st.lists(of_case, min_size=1, max_size=cases).map(
        lambda rows: {f"L{n}": row for n, row in enumerate(rows)}
    )
