"""A study really made without something, as its author would: what leaving out is held against."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from tests.generated import STRUCTURE
from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Study


def rubric_without(data: Mapping[str, Any], gone: str) -> Rubric | None:
    """The rubric written without a criterion or dimension and whatever names it; None where nothing
    is left of a part.

    A row of a table, or a condition of a hurdle, that asks for a level of what is gone can never
    hold.
    """
    names = {gone, *STRUCTURE.get(gone, ())}
    found = deepcopy(dict(data))
    found["dimensions"] = [
        _part(dimension, names) for dimension in found["dimensions"] if dimension["id"] not in names
    ]
    found["synthesis"] = {tier: _step(step, names) for tier, step in found["synthesis"].items()}
    hurdles = [
        _hurdle(hurdle, names) for hurdle in found.get("hurdles", ()) if hurdle["node"] not in names
    ]
    found["hurdles"] = [hurdle for hurdle in hurdles if hurdle is not None]
    steps = [
        *found["synthesis"].values(),
        *(one["synthesis"] for one in found["dimensions"] if "synthesis" in one),
    ]
    emptied = any(one.get("criteria") == [] for one in found["dimensions"]) or any(
        map(_is_empty, steps)
    )
    if emptied or not found["dimensions"] or any(_is_empty(hurdle) for hurdle in found["hurdles"]):
        return None
    return Rubric.model_validate(found)


def study_without(study: Study, what: str, name: str) -> Study:
    """The study without a case, an assessor or a source."""
    if what == "case":
        return replace(
            study,
            cases=tuple(case for case in study.cases if case.id != name),
            judgements=tuple(one for one in study.judgements if one.case != name),
            failures=tuple(one for one in study.failures if one.case != name),
        )
    judgements = []
    for one in study.judgements:
        only = one.assessor == name if what == "assessor" else [*one.evidence] == [name]
        judgements.append(one._replace(level=None) if only else one)
    failures = [one for one in study.failures if what == "assessor" or [*one.evidence] != [name]]
    return replace(study, judgements=tuple(judgements), failures=tuple(failures))


def _part(dimension: dict[str, Any], names: set[str]) -> dict[str, Any]:
    if "criteria" in dimension:
        dimension["criteria"] = [one for one in dimension["criteria"] if one["id"] not in names]
    if "synthesis" in dimension:
        dimension["synthesis"] = _step(dimension["synthesis"], names)
    return dimension


def _step(step: dict[str, Any], names: set[str]) -> dict[str, Any]:
    if "weights" in step:
        step["weights"] = {
            child: weight for child, weight in step["weights"].items() if child not in names
        }
    if step["rule"] == "table":
        step["rows"] = [row for row in step["rows"] if not names & set(row["when"])]
    for row in step.get("rows", ()):
        for condition in row["when"] if step["rule"] == "counting" else ():
            _among(condition, names)
    return step


def _hurdle(hurdle: dict[str, Any], names: set[str]) -> dict[str, Any] | None:
    if any(condition.get("node") in names for condition in hurdle["when"]):
        return None
    for condition in hurdle["when"]:
        _among(condition, names)
    return hurdle


def _among(condition: dict[str, Any], names: set[str]) -> None:
    if isinstance(condition.get("among"), list):
        condition["among"] = [child for child in condition["among"] if child not in names]


def _is_empty(part: Mapping[str, Any]) -> bool:
    """Whether a step or a hurdle names something of which nothing is left."""
    if part.get("weights") == {} or part.get("rows") == []:
        return True
    conditions = [
        *part.get("when", ()),
        *(one for row in part.get("rows", ()) for one in row["when"]),
    ]
    return any(isinstance(one, Mapping) and one.get("among") == [] for one in conditions)
