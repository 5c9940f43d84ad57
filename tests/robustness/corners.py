"""Studies of the kinds that make searches large: scores that meet bands, hurdles that meet best and
worst.
"""

from __future__ import annotations

import random
from typing import Any

from tests.making import study_of
from tests.rubrics import FOUR, criterion, dimension, rubric
from vfi.study.models import Study
from vfi.synthesis.tree import circle

NAMES = [name for name, _ in FOUR]
CASES = (5, 8, 12, 19, 30, 45, 60)


def corner_study(seed: int) -> Study:
    """A study of 5 to 60 cases, the same for the same seed."""
    drawn = random.Random(seed)
    sizes = [drawn.randint(0, 5) for _ in range(drawn.randint(1, 5))]
    children = {
        f"D{place}": [f"D{place}.{number}" for number in range(size)]
        for place, size in enumerate(sizes)
    }
    dimensions = [
        dimension(name, [criterion(one) for one in below], **_synthesis(drawn, below))
        for name, below in children.items()
    ]
    synthesis = {
        "criterion": _of_judgements(drawn),
        "dimension": _above(drawn, []),
        "overall": _above(drawn, list(children)),
    }
    hurdles: list[dict[str, Any]] = []
    for number in range(drawn.randint(0, 4)):
        more = [*hurdles, _hurdle(drawn, number, children)]
        if not circle(rubric(dimensions, synthesis=synthesis, hurdles=more)):
            hurdles = more
    made = rubric(dimensions, synthesis=synthesis, hurdles=hurdles)
    return study_of(made, _grid(drawn, list(made.judged)))


def _grid(drawn: random.Random, judged: list[str]) -> dict[str, dict[str, str | None]]:
    missing = drawn.choice([0, 0.02, 0.2])
    return {
        f"L{case}": {
            name: None if drawn.random() < missing else drawn.choice(NAMES) for name in judged
        }
        for case in range(drawn.choice(CASES))
    }


def _synthesis(drawn: random.Random, below: list[str]) -> dict[str, Any]:
    return {"synthesis": _above(drawn, below)} if below and drawn.random() < 0.7 else {}


def _missing(drawn: random.Random) -> dict[str, Any]:
    return {"missing": drawn.choice(["exclude", "exclude", {"as": "Poor"}])}


def _of_judgements(drawn: random.Random) -> dict[str, Any]:
    step = drawn.choice(
        [
            {"rule": "mean", "ties": "up"},
            {"rule": "median", "ties": "up"},
            _bands(drawn, "mean"),
            {"rule": "mode", "ties": "up"},
            {"rule": "worst"},
            {"rule": "best"},
        ]
    )
    return step | _missing(drawn)


def _above(drawn: random.Random, below: list[str]) -> dict[str, Any]:
    scores = {"of": drawn.choice(["scores", "scores", "ratings"])}
    weights = {"weights": {name: drawn.choice([1, 2, 3, 5, 7]) for name in below}} if below else {}
    step: dict[str, Any] = drawn.choice(
        [
            {"rule": "mean", "ties": "up"} | scores,
            {"rule": "median", "ties": "up"} | scores,
            _bands(drawn, "mean") | scores,
            _bands(drawn, "mean") | scores | weights,
            {"rule": "worst"},
            {"rule": "best"},
            {"rule": "weighted mean", "ties": "up"} | scores | weights
            if below
            else {"rule": "best"},
        ]
    )
    return step | _missing(drawn)


def _bands(drawn: random.Random, on: str) -> dict[str, Any]:
    first, second, third = sorted(drawn.sample(range(1, 12), 3))
    cuts = [f"{cut}/4" for cut in (first, second, third)]
    bands = [
        {"rating": "Poor", "below": cuts[0]},
        {"rating": "Adequate", "from": cuts[0], "below": cuts[1]},
        {"rating": "Good", "from": cuts[1], "below": cuts[2]},
        {"rating": "Excellent", "from": cuts[2]},
    ]
    return {"rule": "bands", "on": on, "rounded": "none", "bands": bands}


def _hurdle(drawn: random.Random, number: int, children: dict[str, list[str]]) -> dict[str, Any]:
    criteria = [name for below in children.values() for name in below]
    node = drawn.choice(["overall", *children])
    others = [
        name
        for name in (*criteria, *children)
        if name != node and name not in children.get(node, ())
    ]
    own = children.get(node) or [name for name in children if name != node] or list(children)
    looked_at = (
        drawn.choice(others or own)
        if node == "overall" or drawn.random() < 0.5
        else drawn.choice(own)
    )
    side, level = (
        drawn.choice(["at", "at_or_below", "below", "at_or_above"]),
        drawn.choice(NAMES[1:3]),
    )
    when: dict[str, Any] = {"node": looked_at, side: level}
    if node == "overall" and criteria and drawn.random() < 0.5:
        when = {"at_least": drawn.randint(1, 3), side: level, "among": "criteria"}
    kind = (
        {"kind": "soft", "cap": drawn.choice(NAMES[:3])}
        if drawn.random() < 0.7
        else {"kind": "hard"}
    )
    return {"id": f"h{number}", "title": "h", "reason": "r", "node": node, "when": [when], **kind}
