"""Every set of changes in turn, each scored anew: what the searches are held against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from tests import generated
from tests.generated import LEVELS, MAYBE
from vfi.robustness.grid import Change, apply_changes
from vfi.robustness.search.flips import find_flips
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.models import Study

JUDGED = ("A1", "A2", "B")

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


def rubrics() -> st.SearchStrategy[Rubric]:
    """Rubrics of any rules and trees of any depth that judge few enough things to try all."""
    return generated.rubrics(judged=JUDGED).map(Rubric.model_validate)


def grids(cases: int, missing: bool = True) -> st.SearchStrategy[Grid]:
    """Levels by case and by what cases are judged on."""
    of_case = st.fixed_dictionaries(dict.fromkeys(JUDGED, MAYBE if missing else LEVELS))
    return st.lists(of_case, min_size=1, max_size=cases).map(
        lambda rows: {f"L{n}": row for n, row in enumerate(rows)}
    )
