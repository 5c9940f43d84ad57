"""Rubrics and studies in the whole of the language, part by part, built in code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from pydantic import TypeAdapter, ValidationError

from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Case, Failure, Judgement, PublishedRating, Study, StudyFile
from vfi.synthesis.outcome import Input
from vfi.synthesis.rule import Rule
from vfi.synthesis.rules import Step
from vfi.synthesis.scale import Scale

FOUR = (("Poor", 0), ("Adequate", 1), ("Good", 2), ("Excellent", 3))
TWO = (("Absent", 0), ("Present", 1))
MEAN = {"rule": "mean", "ties": "up", "missing": "exclude"}
Grid = Mapping[str, Mapping[str, str | None]]
"""Levels by case and criterion, None for insufficient evidence."""

PROVENANCE = {"kind": "proposed", "source": "here", "passage": "all of it"}


def scale_data(levels: Sequence[tuple[str, Any]] = FOUR) -> dict[str, Any]:
    return {
        "levels": [
            {"name": name, "value": value, "meaning": "what it means"} for name, value in levels
        ]
    }


def scale(levels: Sequence[tuple[str, Any]] = FOUR) -> Scale:
    return Scale.model_validate(scale_data(levels))


def step(**parts: Any) -> Rule:
    return TypeAdapter(Step).validate_python({"missing": "exclude", **parts})


def refusal(**parts: Any) -> tuple[str, str]:
    """What is found in a step that is no step, and what is expected instead."""
    try:
        step(**parts)
    except ValidationError as error:
        (problem,) = error.errors()
        return problem["ctx"]["found"], problem["ctx"]["expected"]
    raise AssertionError(f"{parts} is a step")


def inputs(
    levels: Sequence[str | None] | Mapping[str, str | None], on: Scale | None = None
) -> list[Input]:
    own = on or scale()
    named = (
        levels
        if isinstance(levels, Mapping)
        else {f"I{place}": level for place, level in enumerate(levels)}
    )
    return [
        Input(name, level, None if level is None else own.by_name[level].value)
        for name, level in named.items()
    ]


def criterion(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": f"Criterion {name}", "meaning": "what it means", **more}


def dimension(
    name: str, criteria: Sequence[str | Mapping[str, Any]] = (), **more: Any
) -> dict[str, Any]:
    built = [criterion(one) if isinstance(one, str) else dict(one) for one in criteria]
    found: dict[str, Any] = {
        "id": name,
        "title": f"Dimension {name}",
        "question": "how good?",
        **more,
    }
    return {**found, "criteria": built} if built else found


def rubric_data(dimensions: Sequence[Mapping[str, Any]], **more: Any) -> dict[str, Any]:
    levels = more.get("scale", scale_data())["levels"]
    return {
        "schema": "vfi.rubric/1",
        "id": "demo",
        "version": "1",
        "title": "Demo",
        "summary": "A rubric for a test.",
        "sources": [{"id": "here", "title": "Here", "publisher": "Us", "date": "2025"}],
        "provenance": PROVENANCE,
        "scale": {"levels": levels},
        "standards": {level["name"]: {"text": f"what {level['name']} takes"} for level in levels},
        "dimensions": list(dimensions),
        "synthesis": {"criterion": MEAN, "dimension": MEAN, "overall": MEAN},
        **more,
    }


def rubric(dimensions: Sequence[Mapping[str, Any]], **more: Any) -> Rubric:
    return Rubric.model_validate(rubric_data(dimensions, **more))


def study(
    of: Rubric,
    levels: Grid,
    failures: Sequence[Failure] = (),
    determinations: Sequence[Mapping[str, Any]] = (),
    published: Mapping[str, str] | None = None,
) -> Study:
    """A study from levels by case and criterion, None for insufficient evidence."""
    about = StudyFile.model_validate(
        {
            "schema": "vfi.study/1",
            "id": "demo-study",
            "title": "Demo study",
            "rubric": {"id": of.id, "version": of.version},
            "authors": ["us"],
            "date": "2025",
            "determinations": list(determinations),
        }
    )
    judgements = tuple(
        Judgement(case, judged, level)
        for case, of_case in levels.items()
        for judged, level in of_case.items()
    )
    return Study(
        about=about,
        rubric=of,
        cases=tuple(Case(case, f"Case {case}") for case in levels),
        judgements=judgements,
        failures=tuple(failures),
        published=tuple(
            PublishedRating(node, rating, "a source") for node, rating in (published or {}).items()
        ),
    )


def half(numerator: int) -> Fraction:
    return Fraction(numerator, 2)
