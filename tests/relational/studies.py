"""Small studies with the rows that they would have been read from, made for a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.rubrics import Grid
from tests.trees import Tree
from vfi.audit.recomputation import rows_of
from vfi.inputs.tables.records import Location, Row
from vfi.relational.figures import RecomputedNode
from vfi.relational.run import recompute
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.models import Case, Failure, Judgement, Study, StudyFile
from vfi.synthesis.scale import INSUFFICIENT

LEVELS = ("Low", "Middle", "High")
MEAN = {"rule": "mean", "ties": "up", "missing": "exclude"}


def scale_of(names: Sequence[str], values: Sequence[Any] | None = None) -> dict[str, Any]:
    """A scale with levels of the values given, 0, 1, 2 ... where none are."""
    numbers = values or range(len(names))
    return {
        "levels": [
            {"name": n, "value": v, "meaning": n} for n, v in zip(names, numbers, strict=True)
        ]
    }


def rubric_of(dimensions: Tree, **parts: Any) -> Rubric:
    """A rubric with these criteria, or groups of criteria, below these dimensions, by means with
    ties up, and other parts as given.

    `nodes` holds further keys of single criteria and groups, by id.
    """
    nodes: Mapping[str, Mapping[str, Any]] = parts.pop("nodes", {})
    synthesis = dict.fromkeys(("criterion", "dimension", "overall"), MEAN) | dict(
        parts.pop("synthesis", {})
    )
    return Rubric.model_validate(
        {
            "schema": "vfi.rubric/1",
            "id": "made",
            "version": "1",
            "title": "Made",
            "summary": "Made for a test.",
            "scale": scale_of(LEVELS),
            "dimensions": _groups(dimensions, nodes),
            "synthesis": synthesis,
            **parts,
        }
    )


def _groups(tree: Tree, nodes: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"id": group, "title": group, "question": "?", **nodes.get(group, {})}
        | (
            {"groups": _groups(below, nodes)}
            if isinstance(below, Mapping)
            else {
                "criteria": [
                    {"id": c, "title": c, "meaning": "?", **nodes.get(c, {})} for c in below
                ]
            }
        )
        for group, below in tree.items()
    ]


def study_of(rubric: Rubric, grid: Grid, failures: Iterable[tuple[str, str]] = ()) -> Study:
    """A study with these levels by case and criterion, as if it had been read from files."""
    pairs = tuple(failures)
    judged = [(case, node, level) for case, row in grid.items() for node, level in row.items()]
    rows = {
        "cases.csv": _table(("id", "name"), [(case, case) for case in grid]),
        "judgements.csv": _table(
            ("case", "criterion", "level"),
            [(*pair, level or INSUFFICIENT) for *pair, level in judged],
        ),
        "failures.csv": _table(("case", "failure", "reason"), [(*pair, "seen") for pair in pairs]),
    }
    about = {
        "schema": "vfi.study/1",
        "id": "made",
        "title": "Made",
        "rubric": {"id": rubric.id, "version": rubric.version},
        "authors": ["Nobody"],
        "date": "2026",
    }
    return Study(
        about=StudyFile.model_validate(about),
        rubric=rubric,
        cases=tuple(Case(case, case) for case in grid),
        judgements=tuple(Judgement(*judgement) for judgement in judged),
        failures=tuple(Failure(case, failure, "seen") for case, failure in pairs),
        rows=rows,
    )


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Row[None]]:
    return [
        Row(Location("made", line), dict(zip(columns, cells, strict=True)), None)
        for line, cells in enumerate(rows, start=2)
    ]


def rated(step: Mapping[str, Any], levels: Sequence[str | None], **parts: Any) -> RecomputedNode:
    """What a step makes of criteria A.1, A.2 ... at these levels for one case; scoring has to say
    the same.
    """
    criteria = [f"A.{place}" for place in range(1, len(levels) + 1)]
    rubric = rubric_of(
        {"A": criteria}, synthesis={"dimension": {"missing": "exclude", **step}}, **parts
    )
    study = study_of(rubric, {"N": dict(zip(criteria, levels, strict=True))})
    return assert_equal(study)["N", "A"]


def assert_equal(study: Study) -> dict[tuple[str | None, str], RecomputedNode]:
    """The recomputation by case and node, which agrees with the scorecard on every node, in every
    field.
    """
    scorecard = score(study)
    nodes = [
        *scorecard.nodes.values(),
        *(node for case in scorecard.cases for node in case.nodes.values()),
    ]
    scored = {
        (n.case, n.id): RecomputedNode(
            n.case, n.id, n.state, n.rating, n.value, n.judged, n.missing
        )
        for n in nodes
    }
    recomputed = {
        (figure.case, figure.node): figure for figure in recompute(rows_of(study), study.rubric)
    }
    assert recomputed == scored
    return recomputed
