"""A study really made without something, as its author would: what leaving out is held against."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from tests.trees import all_below, tree_of
from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Study

BELOW = {"groups", "criteria"}


def rubric_without(data: Mapping[str, Any], gone: str) -> Rubric | None:
    """The rubric written without a criterion or group and whatever names it; None where nothing is
    left of a part.

    A row of a table, or a condition of a hurdle, that asks for a level of what is gone can never
    hold.
    """
    names = {gone, *all_below(tree_of(data["dimensions"]), gone)}
    found = deepcopy(dict(data))
    found["dimensions"] = _parts(found["dimensions"], names)
    found["synthesis"] = {tier: _step(step, names) for tier, step in found["synthesis"].items()}
    hurdles = [
        _hurdle(hurdle, names) for hurdle in found.get("hurdles", ()) if hurdle["node"] not in names
    ]
    found["hurdles"] = [hurdle for hurdle in hurdles if hurdle is not None]
    steps = [*found["synthesis"].values(), *_own_steps(found["dimensions"])]
    emptied = [*found["hurdles"], *steps]
    if _has_an_empty_group(found) or any(map(_is_empty, emptied)):
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


def _parts(parts: list[dict[str, Any]], names: set[str]) -> list[dict[str, Any]]:
    kept = [part for part in parts if part["id"] not in names]
    for part in kept:
        for key in BELOW & set(part):
            part[key] = _parts(part[key], names)
        if "synthesis" in part:
            part["synthesis"] = _step(part["synthesis"], names)
    return kept


def _own_steps(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for part in parts:
        found += [part["synthesis"]] if "synthesis" in part else []
        for key in BELOW & set(part):
            found += _own_steps(part[key])
    return found


def _has_an_empty_group(part: Mapping[str, Any]) -> bool:
    lists = [part[key] for key in ("dimensions", "groups", "criteria") if key in part]
    return any(not found or any(map(_has_an_empty_group, found)) for found in lists)


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
